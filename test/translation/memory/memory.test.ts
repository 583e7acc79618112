/** The memory beside the lock: what it keeps, and that branches merge. */
import { describe, expect, test } from 'vitest'
import { hasGit } from '../../support/git.ts'
import { merged } from '../../support/merge.ts'
import { blocksOf, guidePairs } from '../../support/own-guides.ts'
import { randomOf } from '../../support/drift.ts'
import { align } from '#src/translation/align/align.ts'
import { toTags } from '#src/translation/codec/tags.ts'
import { readTmx, writeTmx } from '#src/translation/formats/tmx.ts'
import { emptyGlossary } from '#src/translation/glossary/glossary.ts'
import { confirmAll, seed } from '#src/translation/lock/lock-changes.ts'
import { type Lock, emptyLock } from '#src/translation/lock/lock.ts'
import { remembered, translatedMemory } from '#src/translation/memory/memory.ts'
import type { TranslationProject } from '#src/translation/project/translation-project.ts'

const locales = { sourceLocale: 'en', targetLocale: 'fr-FR' }
const [guide] = guidePairs('en', 'fr-FR')
if (!guide) throw new Error('No guide in both languages')
const { source, target } = blocksOf(guide)
const pairs = align(source, target).flatMap((pair) =>
  pair.source && pair.target ? { source: pair.source, target: pair.target } : [],
)

/** The guide when only some of its pairs are confirmed. */
function memoryOf(lock: Lock, memory?: TranslationProject['memory']) {
  const workspace: TranslationProject = {
    docset: 'guide',
    ...locales,
    lock,
    glossary: emptyGlossary,
    vote: () => undefined,
    ...(memory && { memory }),
    pages: [
      {
        slug: '',
        source,
        target,
        file: '/page',
        pairs: pairs.map((pair) => ({ ...pair, state: 'translated' })),
      },
    ],
  }
  return remembered(workspace, lock)
}

const seeded = seed(emptyLock, source.blocks)

test('reads as it was written, sources without a translation too', () => {
  const memory = memoryOf(confirmAll(seeded, pairs.slice(0, 5)))
  const again = readTmx(writeTmx(memory), 'guide.tmx', locales)
  expect(again.messages).toEqual([])
  expect(writeTmx(again.memory)).toBe(writeTmx(memory))
  expect(new Set(again.memory.entries.map(({ hash }) => hash)).size).toBe(
    new Set(source.blocks.map(({ hash }) => hash)).size,
  )
  expect(translatedMemory(memory).entries.length).toBeLessThanOrEqual(5)
})

test('keeps what a source said before, as long as the lock knows it', () => {
  const [old] = source.blocks
  if (!old) throw new Error('No block')
  const before = { hash: '0123456789abcdef', source: [{ kind: 'text' as const, text: 'Before.' }] }
  const lock = { ...seeded, entries: [...seeded.entries, { source: before.hash }] }
  const messages = (item: Lock) =>
    memoryOf(item, { ...locales, entries: [before] }).entries.map((entry) => toTags(entry.source))
  expect(messages(lock)).toContain('Before.')
  expect(messages(seeded)).not.toContain('Before.')
})

describe.skipIf(!hasGit)('two branches that translate different blocks', () => {
  test.each([1, 2, 3])('merge without a conflict (seed %i)', (start) => {
    const random = randomOf(start)
    const order = pairs.toSorted(() => random() - 0.5)
    const half = order.length >> 1
    const text = (some: typeof pairs) => writeTmx(memoryOf(confirmAll(seeded, some)))
    const { status, text: both } = merged(text([]), [
      text(order.slice(0, half)),
      text(order.slice(half)),
    ])
    expect(status).toBe(0)
    expect(both).toBe(text(order))
  })
})

test.skipIf(!hasGit)(
  'two branches that each rewrite the source keep both their translations',
  () => {
    const text = (reports: readonly string[]) =>
      writeTmx({
        ...locales,
        entries: reports.map((title, index) => ({
          hash: `${index}`.padStart(16, '0'),
          source: [{ kind: 'text' as const, text: title }],
          target: [{ kind: 'text' as const, text: `${title}\nfr` }],
        })),
      })
    const base = ['One', 'Two', 'Three', 'Four', 'Five']
    const ours = text(['One', 'Two b', 'Three b', 'Four b', 'Five'])
    const theirs = text(['One', 'Two c', 'Three c', 'Four', 'Five c'])
    expect(merged(text(base), [ours, theirs]).status).not.toBe(0)
    const { status, text: both } = merged(text(base), [ours, theirs], { union: true })
    expect(status).toBe(0)
    const { memory, messages } = readTmx(both, 'guide.tmx', locales)
    expect(messages).toEqual([])
    const targets = memory.entries.map(({ target = [] }) => toTags(target))
    for (const content of ['Two b', 'Two c', 'Three b', 'Three c', 'Four b', 'Five c']) {
      expect(targets).toContain(`${content}\nfr`)
    }
  },
)

test('what two branches left twice is kept as it was translated', () => {
  const entry = { hash: '0123456789abcdef', source: [{ kind: 'text' as const, text: 'Before.' }] }
  const done = { ...entry, target: [{ kind: 'text' as const, text: 'Avant.' }] }
  const lock = { ...seeded, entries: [...seeded.entries, { source: entry.hash }] }
  for (const entries of [
    [entry, done],
    [done, entry],
  ]) {
    const kept = memoryOf(lock, { ...locales, entries }).entries
    expect(kept.filter(({ hash }) => hash === entry.hash)).toEqual([done])
  }
})
