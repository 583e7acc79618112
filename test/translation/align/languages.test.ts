/** Alignment without a lock, in languages with few words in common and other lengths than English. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fastTrackCases } from '../../support/language-cases.ts'
import { randomOf } from '../../support/drift.ts'
import { align } from '#src/translation/align/align.ts'
import { alignSequences, band, longestInOrder } from '#src/translation/align/sequence.ts'
import type { Block, BlockPage } from '#src/translation/blocks/block.ts'
import { readBlocks } from '#src/translation/blocks/read-blocks.ts'

const shared = join(import.meta.dirname, '../../../../shared/docsets')

interface Pages {
  source: BlockPage
  target: BlockPage
}

/** Pages of the same blocks in both languages, one after the other. */
function docsetPages(folder: string, locale: string): Pages[] {
  const root = join(shared, folder)
  if (!existsSync(root)) return []
  return globSync('**/*.md', { cwd: join(root, 'en-us') }).flatMap((path) => {
    const read = (language: string, source?: BlockPage) => {
      const file = join(root, language.toLowerCase(), path)
      if (path.endsWith('TOC.md') || !existsSync(file)) return undefined
      const text = readFileSync(file, 'utf8')
      return readBlocks(
        { name: path, slug: path, locale: language, text, dialect: 'docfx' },
        source,
      )
    }
    const source = read('en-us')
    const target = source && read(locale, source)
    const kinds = (page: BlockPage) => page.blocks.map(({ kind }) => kind).join()
    return source && target && kinds(source) === kinds(target) ? [{ source, target }] : []
  })
}

/** Pages made of sentence pairs: paragraphs, items and a table with three columns by turns. */
function sentencePages(locale: string): Pages[] {
  const cases = (fastTrackCases().get(locale) ?? []).filter(
    ({ source, text }) => !/[|\n<#*]|^-/.test(source + text),
  )
  return Array.from({ length: Math.floor(cases.length / 60) }, (_, page) => {
    const own = cases.slice(60 * page, 60 * page + 60)
    const texts = (key: 'source' | 'text') => {
      const values = own.map((item) => item[key])
      const rows = [0, 3, 6, 9].map((row) => `| ${values.slice(40 + row, 43 + row).join(' | ')} |`)
      return [
        ...values.slice(0, 30),
        values
          .slice(30, 40)
          .map((text) => `- ${text}`)
          .join('\n'),
        [rows[0], '|---|---|---|', ...rows.slice(1)].join('\n'),
        ...values.slice(52),
      ].join('\n\n')
    }
    const read = (text: string, language: string) =>
      readBlocks({ name: 'page.md', slug: 'page', locale: language, text, dialect: 'docfx' })
    return { source: read(texts('source'), 'en-US'), target: read(texts('text'), locale) }
  }).filter(({ source, target }) => source.blocks.length === target.blocks.length)
}

interface Case extends Pages {
  wanted: ReadonlyMap<Block, Block | undefined>
}

/** The source after a revision: paragraphs, items, rows and whole columns go. */
function withoutSome({ source, target }: Pages, seed: number): Case {
  const random = randomOf(seed)
  const tables = [...new Set(source.blocks.map(({ place }) => place.cell?.table))]
  const column = new Map(
    tables.map((table) => [table, random() < 0.3 ? Math.floor(3 * random()) : -1]),
  )
  const rows = new Map<string, boolean>()
  const isGone = ({ kind, place }: Block) => {
    if (!place.cell) return kind !== 'heading' && kind !== 'meta' && random() < 0.05
    const key = `${place.cell.table} ${place.cell.row}`
    if (!rows.has(key)) rows.set(key, place.cell.row > 0 && random() < 0.05)
    return rows.get(key) === true || place.cell.column === column.get(place.cell.table)
  }
  const kept = source.blocks.flatMap((block, index) => (isGone(block) ? [] : [index]))
  const blocks = kept.map((index) => {
    const block = source.blocks[index]!
    const { cell } = block.place
    const gone = cell && column.get(cell.table)!
    if (!cell || gone === undefined || gone < 0 || cell.column < gone) return block
    return { ...block, place: { ...block.place, cell: { ...cell, column: cell.column - 1 } } }
  })
  const wanted = new Map(blocks.map((block, index) => [block, target.blocks[kept[index]!]]))
  return { source: { ...source, blocks }, target, wanted }
}

const key = (block: Block | undefined) => `${block?.hash} ${block?.codes}`

function measure(cases: readonly Case[]) {
  let [pairs, right, wanted] = [0, 0, 0]
  for (const { source, target, wanted: twins } of cases) {
    wanted += twins.size
    for (const { source: block, target: other } of align(source, target)) {
      if (!block || !other) continue
      pairs++
      if (key(twins.get(block)) === key(other)) right++
    }
  }
  return { recall: right / wanted, precision: right / pairs, wanted }
}

const percent = (part: number) => `${(100 * part).toFixed(2)} %`

const languages: [string, () => Pages[]][] = [
  ['fr-FR', () => docsetPages('fasttrack-2020-07', 'fr-fr')],
  ['de-DE', () => docsetPages('fasttrack-2020-07-de-de', 'de-de')],
  ['zh-CN', () => docsetPages('fasttrack-2020-07-zh-cn', 'zh-cn')],
  ['ja-JP', () => sentencePages('ja-JP')],
]

describe.skipIf(!existsSync(shared))('without a lock, blocks are found again', () => {
  test.each(languages)('in %s', (locale, load) => {
    const pages = load()
    const same = measure(
      pages.map((page) => ({
        ...page,
        wanted: new Map(
          page.source.blocks.map((block, index) => [block, page.target.blocks[index]]),
        ),
      })),
    )
    const later = measure(pages.map((page, index) => withoutSome(page, index)))
    console.info(
      `alignment en → ${locale}: ${pages.length} pages, ${same.wanted} pairs; ` +
        `same revision ${percent(same.recall)} / ${percent(same.precision)}; ` +
        `a revision later ${percent(later.recall)} / ${percent(later.precision)}`,
    )
    expect(same.recall).toBeGreaterThanOrEqual(0.995)
    expect(same.precision).toBeGreaterThanOrEqual(0.995)
    expect(later.recall).toBeGreaterThanOrEqual(0.97)
    expect(later.precision).toBeGreaterThanOrEqual(0.97)
  })
})

describe('long pages', () => {
  test('of 5,000 blocks are compared near the diagonal only, and found all the same', () => {
    const count = 5000
    let calls = 0
    const matches = alignSequences(
      [count, count - 50],
      (item, other) => {
        calls++
        return (item < 1000 ? item : item - 50) === other ? 1 : -0.5
      },
      -0.15,
    )
    expect(matches.length).toBeGreaterThanOrEqual(count - 51)
    expect(calls).toBeLessThanOrEqual(count * 2 * band.half)
  })

  test('keep the longest run in order', () => {
    expect(
      longestInOrder([
        [0, 3],
        [1, 1],
        [2, 2],
        [3, 5],
        [4, 4],
      ]),
    ).toHaveLength(3)
    expect(longestInOrder([])).toEqual([])
  })
})
