/** Pages in two languages whose blocks are known to belong together, and what writers do to them afterwards. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { align } from '#src/translation/align/align.ts'
import type { Block, BlockPage } from '#src/translation/blocks/block.ts'
import { readBlocks } from '#src/translation/blocks/read-blocks.ts'
import { randomOf } from './drift.ts'
import { fastTrackCases, lighthouseMessages, typeScriptMessages } from './language-cases.ts'

export const sharedDocsets = join(import.meta.dirname, '../../../shared/docsets')

export interface AlignedPages {
  source: BlockPage
  target: BlockPage
}

/** Two pages, and the counterpart of each block of the source: none where the translation lacks it. */
export interface AlignedCase extends AlignedPages {
  wanted: ReadonlyMap<Block, Block | undefined>
}

/** The languages that are measured, each with its pages. */
export const alignedLanguages: readonly (readonly [string, () => AlignedPages[]])[] = [
  ['fr-FR', () => docsetPages('fasttrack-2020-07', 'fr-fr')],
  ['de-DE', () => docsetPages('fasttrack-2020-07-de-de', 'de-de')],
  ['zh-CN', () => docsetPages('fasttrack-2020-07-zh-cn', 'zh-cn')],
  ['ja-JP', () => sentencePages('ja-JP', fastTrackSentences('ja-JP'))],
  ['ko-KR', () => sentencePages('ko-KR', messageSentences('ko'))],
]

/** Pages of the same blocks in both languages, one after the other. */
function docsetPages(folder: string, locale: string): AlignedPages[] {
  const root = join(sharedDocsets, folder)
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

type Sentence = readonly [source: string, target: string]

function fastTrackSentences(locale: string): Sentence[] {
  return (fastTrackCases().get(locale) ?? []).map(({ source, text }) => [source, text])
}

/** Messages of programs: what there is of a language in which no docset lies beside the project. */
function messageSentences(language: string): Sentence[] {
  const pairs = [
    [lighthouseMessages('en-US'), lighthouseMessages(language)],
    [typeScriptMessages('en'), typeScriptMessages(language)],
  ] as const
  return pairs.flatMap(([from, to]) =>
    [...(from ?? [])].flatMap(([name, source]): Sentence[] => {
      const target = to?.get(name)
      return target && target !== source ? [[source, target]] : []
    }),
  )
}

/** Pages made of sentence pairs: paragraphs, items and a table with three columns by turns. */
function sentencePages(locale: string, sentences: readonly Sentence[]): AlignedPages[] {
  const cases = sentences.filter((pair) => !/[|\n<#*`[\]{}_]|^-/.test(pair.join('')))
  return Array.from({ length: Math.min(30, Math.floor(cases.length / 60)) }, (_, page) => {
    const own = cases.slice(60 * page, 60 * page + 60)
    const texts = (side: 0 | 1) => {
      const values = own.map((item) => item[side])
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
      readBlocks({ name: `page ${page}`, slug: 'page', locale: language, text, dialect: 'docfx' })
    return { source: read(texts(0), 'en-US'), target: read(texts(1), locale) }
  }).filter(({ source, target }) => source.blocks.length === target.blocks.length)
}

/** Both pages as they are. */
export function sameRevision({ source, target }: AlignedPages): AlignedCase {
  const wanted = new Map(source.blocks.map((block, index) => [block, target.blocks[index]]))
  return { source, target, wanted }
}

/**
 * A revision later: paragraphs, items, rows and whole columns have gone from the source, and others have come that the
 * translation lacks.
 */
export function revised({ source, target }: AlignedPages, seed: number): AlignedCase {
  const random = randomOf(seed)
  const left = keptBlocks(source, source, random)
  const before = keptBlocks(source, target, random)
  const twins = new Map(before.map(({ index, block }) => [index, block]))
  const wanted = new Map(left.map(({ index, block }) => [block, twins.get(index)]))
  return {
    source: { ...source, blocks: left.map(({ block }) => block) },
    target: { ...target, blocks: before.map(({ block }) => block) },
    wanted,
  }
}

/** What is left of a page, with the numbers that blocks had before; `source` has the tables of both. */
function keptBlocks(source: BlockPage, page: BlockPage, random: () => number) {
  const tables = [...new Set(source.blocks.map(({ place }) => place.cell?.table))]
  const width = (table: number | undefined) =>
    1 +
    Math.max(
      0,
      ...source.blocks.flatMap(({ place: { cell } }) =>
        cell && cell.table === table ? cell.column : [],
      ),
    )
  const column = new Map(
    tables.map((table) => {
      const columns = width(table)
      return [table, columns > 1 && random() < 0.2 ? Math.floor(columns * random()) : -1]
    }),
  )
  const rows = new Map<string, boolean>()
  const isGone = ({ kind, place }: Block) => {
    if (!place.cell) return kind !== 'heading' && kind !== 'meta' && random() < 0.04
    const key = `${place.cell.table} ${place.cell.row}`
    if (!rows.has(key)) rows.set(key, place.cell.row > 0 && random() < 0.04)
    return rows.get(key) === true || place.cell.column === column.get(place.cell.table)
  }
  return source.blocks.flatMap((original, index) => {
    const block = page.blocks[index]
    if (!block || isGone(original)) return []
    const { cell } = block.place
    const gone = cell && column.get(cell.table)
    if (!cell || gone === undefined || gone < 0 || cell.column < gone) return { index, block }
    const moved = { ...block.place, cell: { ...cell, column: cell.column - 1 } }
    return { index, block: { ...block, place: moved } }
  })
}

/** A block of the source with a counterpart that it must not have, or without the one that it has. */
interface Misaligned {
  source: Block
  wanted?: Block | undefined
  found?: Block | undefined
}

/** The same words more than once on a page are as good as each other. */
function keyOf(block: Block | undefined): string {
  return `${block?.hash} ${block?.codes}`
}

/** How many pairs are found, and how many of what is found is right. */
export function measureAlignment(cases: readonly AlignedCase[]) {
  let [pairs, right, wanted] = [0, 0, 0]
  const wrong: Misaligned[] = []
  for (const { source, target, wanted: twins } of cases) {
    wanted += [...twins.values()].filter(Boolean).length
    for (const { source: block, target: other } of align(source, target)) {
      if (!block) continue
      const twin = twins.get(block)
      if (other) pairs++
      if (other && keyOf(twin) === keyOf(other)) right++
      else if (other || twin) wrong.push({ source: block, wanted: twin, found: other })
    }
  }
  return { recall: right / wanted, precision: right / pairs, wanted, wrong }
}
