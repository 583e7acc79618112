/**
 * Which sentences of the French FastTrack docset are still English, against the truth that was made from
 * Microsoft’s bilingual branch, and what it costs to find out.
 */
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { readGlossary } from '#src/translation/glossary/glossary.ts'
import { readPairs } from '#src/translation/project/read-pairs.ts'
import type { BlockPair } from '#src/translation/state/state.ts'
import { statesOf } from '#src/translation/state/block-state.ts'
import { fastTrack, hasFastTrack, openFastTrack } from '../../support/fasttrack.ts'

const root = join(import.meta.dirname, '../../..')

interface Truth {
  sentences: { file: string; fr: string; untranslated: boolean; kind?: 'english' | 'neutral' }[]
}

describe.skipIf(!hasFastTrack)('sentences of FastTrack that are still English', () => {
  let pages: { file: string; states: BlockPair[] }[]
  let seconds: number
  let truth: Truth

  beforeAll(async () => {
    const { docset, context } = await openFastTrack()
    const name = 'content/l10n/glossary.csv'
    const { glossary, messages } = readGlossary(readFileSync(`${root}/${name}`, 'utf8'), name)
    expect(messages).toEqual([])
    const before = process.cpuUsage()
    const pairs = await readPairs(docset, 'fr-FR', context)
    pages = pairs.flatMap(({ source, target }) =>
      source && target
        ? [{ file: target.name, states: statesOf(source, target, undefined, glossary) }]
        : [],
    )
    const { user, system } = process.cpuUsage(before)
    seconds = (user + system) / 1e6
    truth = JSON.parse(readFileSync(`${fastTrack}untranslated-truth.json`, 'utf8')) as Truth
  })

  test('all 36 pages are read and judged, and what lies beside them', () => {
    const blocks = pages.reduce((sum, { states }) => sum + states.length, 0)
    console.info(`FastTrack: ${pages.length} pages, ${blocks} pairs, ${seconds.toFixed(2)} s CPU`)
    // A page of cards, two tables of contents.
    expect(pages).toHaveLength(36 + 3)
  })

  test('both languages have the same blocks, and all of them are paired', () => {
    const all = pages.flatMap(({ states }) => states)
    expect(all.filter(({ state }) => state === 'missing' || state === 'extra')).toEqual([])
    const ids = all.filter(({ source }) => source?.kind === 'heading')
    expect(ids.filter(({ source, target }) => source?.id !== target?.id)).toEqual([])
    expect(ids.length).toBeGreaterThan(200)
  })

  test('they are found, and nothing else is (recall and precision at least 98 %)', () => {
    let result = 0
    let wanted = 0
    let flagged = 0
    let right = 0
    for (const { file, states } of pages) {
      const english = truth.sentences.filter(
        (sentence) => sentence.file === file && sentence.kind === 'english',
      )
      // The truth says nothing of front matter and of texts for pictures.
      const bodies = states.filter(
        ({ target }) => target && !['meta', 'image'].includes(target.kind),
      )
      const spans = bodies.flatMap(({ target, foreign = [] }) =>
        foreign.map(({ from, to }) => plain(target?.text.slice(from, to) ?? '')),
      )
      const sentences = english.map(({ fr }) => plain(fr))
      wanted += sentences.length
      flagged += spans.length
      result += sentences.filter((sentence) => covered(sentence, spans) >= 0.8).length
      right += spans.filter((span) => covered(span, sentences) >= 0.8).length
    }
    const [recall, precision] = [result / wanted, right / flagged]
    console.info(
      `untranslated: ${wanted} sentences in the truth, ${flagged} flagged; ` +
        `recall ${(100 * recall).toFixed(2)} %, precision ${(100 * precision).toFixed(2)} %`,
    )
    expect(wanted).toBe(199)
    expect(recall).toBeGreaterThanOrEqual(0.98)
    expect(precision).toBeGreaterThanOrEqual(0.98)
  })
})

/** What part of a sentence the others hold: two ways to cut a text may differ by a full stop. */
function covered(value: string, others: readonly string[]): number {
  if (others.some((other) => other.includes(value))) return 1
  const parts = new Set(others.filter((other) => value.includes(other)))
  return [...parts].reduce((sum, part) => sum + part.length, 0) / value.length
}

/** Words of Markdown, without its signs. */
function plain(markdown: string): string {
  return markdown
    .replace(/<[^>]*>/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
}
