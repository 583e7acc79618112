/**
 * What is aligned: a block, or a table row with its cells.
 *
 * Cells are short and repeat each other: aligned one by one they are most of the errors. A row has
 * enough words to be found again, and inside it the columns say the rest.
 */
import type { Nodes } from 'mdast'
import { visit } from '#plugins/visit.ts'
import type { Block, BlockPage } from '../blocks/block.ts'
import { type NamedUnit, namedWords, keptSigns } from './names.ts'

export interface AlignUnit extends NamedUnit {
  kind: Exclude<Block['kind'], 'cell'> | 'head' | 'row'
  blocks: readonly Block[]
  /** How many columns the table has. */
  columns?: number
  /** Cognates, names and numbers: what stays alike in another language. */
  stems: ReadonlySet<string>
  /** Addresses, images and code are the same on both sides where the translator left them alone. */
  codes: ReadonlySet<string>
  /** Brackets, question marks and the like. */
  signs: NamedUnit
  length: number
  /** The containers around it. */
  path: string
}

export function alignUnits({ blocks, locale }: BlockPage): AlignUnit[] {
  const columns = new Map<number, number>()
  for (const { place } of blocks) {
    if (!place.cell) continue
    const { table, column } = place.cell
    columns.set(table, Math.max(columns.get(table) ?? 0, column + 1))
  }
  const units: AlignUnit[] = []
  let row: Block[] = []
  for (const block of blocks) {
    const { cell } = block.place
    const open = row[0]?.place.cell
    if (open && (!cell || cell.table !== open.table || cell.row !== open.row)) closeRow()
    if (block.kind === 'cell') row.push(block)
    else units.push(unitOf(block.kind, [block], locale))
  }
  closeRow()
  return units

  function closeRow(): void {
    const cell = row[0]?.place.cell
    if (!cell) return
    const unit = unitOf(cell.row === 0 ? 'head' : 'row', row, locale)
    units.push({ ...unit, columns: columns.get(cell.table) ?? row.length })
    row = []
  }
}

export function unitOf(
  kind: AlignUnit['kind'],
  blocks: readonly Block[],
  locale: string,
): AlignUnit {
  const texts = blocks.map(({ text }) => text)
  // A code that only one side has is counted as such, not as names and signs, too.
  const withoutCode = blocks.map(textWithoutCode)
  return {
    kind,
    blocks,
    stems: new Set(texts.flatMap((text) => stemsOf(text, locale))),
    codes: new Set(blocks.flatMap(codesOf)),
    signs: keptSigns(withoutCode),
    ...namedWords(withoutCode),
    length: texts.reduce((sum, text) => sum + text.length, 0),
    path: blocks[0]?.place.containers.join() ?? '',
  }
}

/** Marks of Japanese letters are none: ガ is not カ. */
const accents = /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]\p{M}*)\p{M}/gu

/** The first four letters of each longer word without accents; numbers and short names whole. */
function stemsOf(text: string, locale: string): string[] {
  const plain = text.normalize('NFD').replace(accents, '').normalize('NFC')
  const joined = plain.match(joinedWords) ?? []
  const stems = segmentsIn(plain, locale).flatMap((word) => {
    if (/\p{Lo}/u.test(word)) return word.length > 1 ? word : []
    if (/\p{N}/u.test(word) || (word.length > 1 && word === word.toUpperCase())) {
      return word.toLowerCase()
    }
    return word.length >= 4 ? word.slice(0, 4).toLowerCase() : []
  })
  return [...stems, ...joined.map((word) => word.toLowerCase())]
}

/** Names of files, programs and their parts: `package.json`, `for...of`. */
const joinedWords = /[\p{Script=Latin}\p{N}]+(?:[._/\\]+[\p{Script=Latin}\p{N}]+)+/gu

/** Words, also of a script without spaces; a name in Latin letters is one by itself, whatever is beside it. */
export function segmentsIn(text: string, locale: string): string[] {
  const runs = text.match(runsOfWords) ?? []
  return runs.flatMap((run) =>
    spaceless.test(run)
      ? [...segmenterOf(locale).segment(run)].map(({ segment }) => segment)
      : [run],
  )
}

/** Signs of Japanese such as ー and 々 are no letters to Unicode (`Lm`), and occur inside words. */
const runsOfWords = /[\p{Lo}ー々ゝゞヽヾ]+|[[\p{L}\p{N}]--[\p{Lo}ー々ゝゞヽヾ]]+/gv
const spaceless =
  /[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}\p{Script=Thai}\p{Script=Khmr}\p{Script=Laoo}\p{Script=Mymr}]/u
const segmenters = new Map<string, Intl.Segmenter>()

function segmenterOf(locale: string): Intl.Segmenter {
  const segmenter = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' })
  segmenters.set(locale, segmenter)
  return segmenter
}

function textWithoutCode({ text, inline }: Block): string {
  const codes: string[] = []
  visit({ type: 'root', children: [...inline] } as Nodes, (node) => {
    if (node.type === 'inlineCode') codes.push(node.value)
  })
  return codes.reduce((rest, code) => rest.replace(code, () => ' '), text)
}

/** The block’s codes one by one: their hash only shows whether all are the same. */
function codesOf({ inline }: Block): string[] {
  const results: string[] = []
  collect(inline)
  return results

  function collect(nodes: readonly unknown[]): void {
    for (const node of nodes as readonly Partial<Record<string, unknown>>[]) {
      if (typeof node['url'] === 'string') results.push(node['url'])
      if (node['type'] === 'inlineCode') results.push(String(node['value']))
      if (Array.isArray(node['children'])) collect(node['children'])
    }
  }
}
