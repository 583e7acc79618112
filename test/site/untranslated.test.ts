/**
 * What the built French FastTrack pages say of the language of their words, against the truth that was
 * made from Microsoft’s bilingual branch.
 */
import { fileURLToPath } from 'node:url'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Element, Nodes } from 'hast'
import { toString } from 'hast-util-to-string'
import { beforeAll, describe, expect, test } from 'vitest'
import { type BuiltPage, elements, readPages } from '../support/built-pages.ts'
import { builtSite } from '../support/built-site.ts'

const shared = fileURLToPath(new URL('../../../shared/docsets/fasttrack-2020-07/', import.meta.url))

interface Truth {
  sentences: { file: string; fr: string; untranslated: boolean; kind?: 'english' | 'neutral' }[]
}

/** The page that the docset was sought for: English paragraphs in the middle of French ones. */
const seed = 'fasttrack/O365-onboarding-and-migration.md'

describe('English words of the French FastTrack pages', () => {
  let pages: BuiltPage[] = []
  let truth: Truth = { sentences: [] }
  let folder: string | undefined

  beforeAll(async () => {
    folder = await builtSite('fasttrack')
    if (!folder) return console.warn('Skipped: the FastTrack docset is not beside the project')
    // Not those that show the original beside them.
    pages = (await readPages(join(folder, 'fr-fr'))).filter(
      ({ path }) => !path.endsWith('/original/'),
    )
    truth = JSON.parse(readFileSync(`${shared}untranslated-truth.json`, 'utf8')) as Truth
  })

  const claim = (text: string, check: () => void) =>
    test(text, ({ skip }) => (folder ? check() : skip()))

  claim('those of the seed page have lang="en…", and no French sentence has', () => {
    const { found, wanted, right, flagged, french } = judge(seed)
    expect(wanted.length).toBeGreaterThan(10)
    expect(wanted.filter((value) => !found.includes(value))).toEqual([])
    expect(flagged.filter((value) => !right.includes(value))).toEqual([])
    expect(french).toEqual([])
  })

  claim('on all pages 98 % of them have it, 98 % of what has it is English', () => {
    // Words of an include stand on the pages that show it.
    const files = [...new Set(truth.sentences.map(({ file }) => file))].filter(
      (file) => !file.includes('/includes/'),
    )
    const all = files.map(judge)
    const count = (key: 'found' | 'wanted' | 'right' | 'flagged' | 'french') =>
      all.reduce((sum, item) => sum + item[key].length, 0)
    const [recall, precision] = [
      count('found') / count('wanted'),
      count('right') / count('flagged'),
    ]
    console.info(
      `lang on ${files.length} built pages: ${count('wanted')} English sentences in the truth, ` +
        `recall ${(100 * recall).toFixed(2)} %, precision ${(100 * precision).toFixed(2)} %`,
    )
    expect(count('wanted')).toBe(199)
    expect(recall).toBeGreaterThanOrEqual(0.98)
    expect(precision).toBeGreaterThanOrEqual(0.98)
    expect(all.flatMap(({ french }) => french)).toEqual([])
  })

  claim('each says in French that it is not yet translated', () => {
    const marked = pages.flatMap((page) => foreignIn(page))
    expect(marked.length).toBeGreaterThan(60)
    for (const element of marked) {
      if (element.properties['dataState'] !== 'untranslated') continue
      const [mark] = elements({ type: 'root', children: [element] }, 'small')
      expect(mark && toString(mark)).toBe('pas encore traduit')
      expect(mark?.properties['lang']).toBe('fr-FR')
    }
  })

  /** The truth about a page beside what its HTML says. */
  function judge(file: string) {
    const path = `/${file.replace(/(?:\/index)?\.md$/, '').toLowerCase()}/`
    const page = pages.find((item) => item.path === path)
    if (!page) throw new Error(`No page for ${file}`)
    const flagged = foreignIn(page).map((element) => plain(wordsOf(element)))
    const sentences = truth.sentences.filter((sentence) => sentence.file === file)
    const wanted = sentences.filter(({ kind }) => kind === 'english').map(({ fr }) => plain(fr))
    const all = flagged.join(' ')
    return {
      wanted,
      flagged,
      found: wanted.filter((value) => all.includes(value) || covered(value, flagged) >= 0.8),
      right: flagged.filter((value) => covered(value, wanted) >= 0.8),
      french: sentences
        .filter(({ untranslated }) => !untranslated)
        .map(({ fr }) => plain(fr))
        // A name that stands alone in a cell may stand in an English sentence, too.
        .filter((value) => !wanted.some((other) => other.includes(value)))
        .filter((value) => value && flagged.some((other) => other.includes(value))),
    }
  }
})

/** Elements of the article’s content that say they are in English, outermost ones. */
function foreignIn({ tree }: BuiltPage): Element[] {
  const article = elements(tree, 'article')
  return article.flatMap((element) =>
    elements({ type: 'root', children: [element] }, 'p', 'li', 'td', 'th', 'h2', 'h3', 'h4', 'span')
      .filter(({ properties }) => String(properties['lang'] ?? '').startsWith('en'))
      .filter(({ properties }) => String(properties['dataState']).startsWith('untranslated')),
  )
}

/** Without the mark. */
function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && node.tagName === 'small') return ''
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

/** What part of a sentence the others hold: two ways to cut a text may differ by a full stop. */
function covered(value: string, others: readonly string[]): number {
  if (others.some((other) => other.includes(value))) return 1
  const parts = new Set(others.filter((other) => value.includes(other)))
  return [...parts].reduce((sum, part) => sum + part.length, 0) / value.length
}

/** Words of Markdown or of HTML’s text, without its signs. */
function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
}
