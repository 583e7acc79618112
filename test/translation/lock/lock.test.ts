import { describe, expect, test } from 'vitest'
import { blockOf, pageOf } from '../../support/blocks.ts'
import { randomOf } from '../../support/drift.ts'
import { hasGit } from '../../support/git.ts'
import { merged } from '../../support/merge.ts'
import { confirm, confirmAll, prune, seed } from '#src/translation/lock/lock-changes.ts'
import { type Lock, emptyLock, parseLock, serializeLock } from '#src/translation/lock/lock.ts'

const name = 'content/l10n/guide.fr-FR.lock'
const read = (text: string) => parseLock(text, name)

const entries = [
  { source: '5b1e0d7715aa90c3' },
  { source: '3f9a1c0b7e52d4aa', target: '91bb02c7d0e1f3c4', status: 'ok' as const },
]

describe('a lock file', () => {
  test('is sorted by the source’s hash, one blank line between two entries', () => {
    expect(serializeLock({ entries, damaged: [] })).toBe(
      '# docs-l10n 1  — generated; order and duplicates do not matter\n\n' +
        '3f9a1c0b7e52d4aa 91bb02c7d0e1f3c4 ok\n\n' +
        '5b1e0d7715aa90c3 -\n',
    )
  })

  test('says the same in any order, with duplicates, and is then written the same', () => {
    const text = serializeLock({ entries, damaged: [] })
    const other = text.split('\n').reverse().join('\r\n') + text
    expect(read(other).messages).toEqual([])
    expect(serializeLock(read(other).lock)).toBe(text)
  })

  test('keeps damaged lines and names each with file, line and column', () => {
    const text = `# docs-l10n 1\n\n3f9a1c0b7e52d4aa 91bb02c7d0e1f3c4 ok\n\n<<<<<<< HEAD\n3f9a1c0b7e52 -\n`
    const { lock, messages } = read(text)
    expect(messages.map(({ file, line, column, ruleId }) => [file, line, column, ruleId])).toEqual([
      [name, 5, 1, 'lock-line'],
      [name, 6, 1, 'lock-line'],
    ])
    const again = serializeLock(lock)
    expect(again).toContain('<<<<<<< HEAD')
    expect(again).toContain('3f9a1c0b7e52 -\n')
    expect(serializeLock(read(again).lock)).toBe(again)
  })

  test('an empty file, and none, is an empty lock', () => {
    expect(read('')).toEqual({ lock: emptyLock, messages: [] })
  })
})

describe('the version of a lock', () => {
  const rules = (text: string) =>
    read(text).messages.map(({ line, ruleId, fatal }) => [line, ruleId, fatal])
  const line = '3f9a1c0b7e52d4aa 91bb02c7d0e1f3c4 ok\n'

  test('may be missing: the file is read all the same, and the problem reported', () => {
    expect(rules(line)).toEqual([[1, 'format-old', false]])
    expect(read(line).lock.entries).toHaveLength(1)
  })

  test('that is newer is an error, and nothing else of the file is called wrong', () => {
    expect(rules(`# docs-l10n 2\n\n${line}\nnew line\n`)).toEqual([[1, 'format-new', true]])
    expect(rules(`${line}\n# docs-l10n 2  — generated\n`)).toEqual([[3, 'format-new', true]])
  })

  test.skipIf(!hasGit)('two branches that both write it merge without a conflict', () => {
    const versioned = serializeLock(read(line).lock)
    const other = line + '\n5b1e0d7715aa90c3 -\n'
    const { status, text } = merged(line, [versioned, other], { union: true })
    expect(status).toBe(0)
    expect(read(text).messages).toEqual([])
    expect(read(text).lock.entries).toHaveLength(2)
  })
})

describe('work on a lock', () => {
  const source = blockOf('Gather data.')
  const target = blockOf('Recueillez les données.', 'fr-FR')

  test('to translate a seeded block changes its line and adds none', () => {
    const seeded = seed(emptyLock, [source, source])
    expect(seeded.entries).toEqual([{ source: source.hash }])
    const confirmed = confirm(seeded, { source, target })
    expect(confirmed.entries).toEqual([{ source: source.hash, target: target.hash, status: 'ok' }])
    expect(seed(confirmed, [source])).toEqual(confirmed)
  })

  test('another wording takes the line of the one that no page has any more', () => {
    const lock = confirm(emptyLock, { source, target })
    const better = blockOf('Rassemblez les données.', 'fr-FR')
    const pair = { source, target: better }
    expect(confirm(lock, pair, 'ok', new Set([better.hash])).entries).toHaveLength(1)
    expect(confirm(lock, pair).entries).toHaveLength(2)
  })

  test('the same words with other addresses keep a line each', () => {
    const item = { source: blockOf('See [this](a.md).'), target: blockOf('Voir [ceci](a.md).') }
    const other = { source: blockOf('See [this](b.md).'), target: blockOf('Voir [ceci](b.md).') }
    const both = confirmAll(emptyLock, [item, other])
    expect(both.entries).toHaveLength(2)
    expect(confirm(both, item).entries).toHaveLength(2)
    expect(serializeLock(read(serializeLock(both)).lock)).toBe(serializeLock(both))
  })

  test('pruning drops what neither language has', () => {
    const lock = confirm(seed(emptyLock, [blockOf('Gone.')]), { source, target })
    expect(prune(lock, new Set(), new Set([target.hash])).entries).toHaveLength(1)
    expect(prune(lock, new Set(), new Set()).entries).toEqual([])
  })
})

describe.skipIf(!hasGit)('two branches that translate different blocks of one page', () => {
  test.each([1, 2, 3, 4, 5, 6])(
    'merge without a conflict, and nothing is lost (seed %i)',
    (start) => {
      const random = randomOf(start)
      const { blocks } = pageOf(
        Array.from({ length: 60 }, (_, index) => `Paragraph ${index} ${random()}`).join('\n\n'),
      )
      const order = blocks.map((_, index) => index).toSorted(() => random() - 0.5)
      const base = seed(emptyLock, blocks)
      const item = translated(base, order.slice(0, 12))
      const other = translated(base, order.slice(12, 24))
      const [from, ...branches] = [base, item, other].map(serializeLock)
      const { status, text } = merged(from ?? '', branches)
      expect(status).toBe(0)
      const { lock, messages } = read(text)
      expect(messages).toEqual([])
      expect(lock.entries.filter(({ target }) => target)).toHaveLength(24)
      expect(serializeLock(lock)).toBe(text)

      function translated(lock: Lock, which: readonly number[]): Lock {
        return which.reduce((result, index) => {
          const source = blocks[index]
          return source
            ? confirm(result, { source, target: blockOf(`Paragraphe ${index}`) })
            : result
        }, lock)
      }
    },
  )
})
