/**
 * Read tables as Markdig does, where GFM cuts or refuses them.
 *
 * Three rules differ (Markdig: `PipeTableParser`; GFM: https://github.github.com/gfm/#tables-extension-):
 * a `|` in code, in a tag or in the text of a link ends no cell; a delimiter row may have another number of cells than
 * the header; cells beyond the header stay (`../table-rows.ts`).
 *
 * The syntax of GFM stays as it is and gets a text in which such a `|` is another character: one for one, so that every
 * place in the tree is right. Afterwards the tree has them again.
 */
import type { AlignType, Root, Table, TableCell } from 'mdast'
import type { Processor } from 'unified'
import type { Point } from 'unist'
import { visit } from '../visit.ts'

/** Private characters of Unicode, two of which no page has: for a `|` that is text, and for one that ends a cell. */
const privateUse = Array.from({ length: 64 }, (_, index) => String.fromCharCode(0xe000 + index))

/** A header whose delimiter row has another number of cells. */
interface Header {
  /** As the tree counts lines. */
  line: number
  /** Columns of the `|` that GFM is not shown. */
  ends: readonly number[]
  align: readonly AlignType[]
  /** The delimiter row was cut, which only a table may show. */
  isCut: boolean
}

interface HiddenPipes {
  text: string
  headers: ReadonlyMap<number, Header>
  /** What stands for a `|` that is text, and for one that ends a cell of a header. */
  signs: Signs
}

interface Signs {
  inText: string
  atEnd: string
}

/** Comes after the plugins that add syntax. */
export default function remarkPipeTables(this: Processor): void {
  const { parser: parse } = this
  if (!parse) return
  this.parser = (text, file) => {
    let hidden = hidePipes(text, () => true)
    if (!hidden) return parse(text, file)
    let tree = parse(hidden.text, file) as Root
    const tables = tableLines(tree)
    const isShown = [...hidden.headers.values()].some(
      ({ line, isCut }) => isCut && !tables.has(line),
    )
    if (isShown) {
      // In a block of code, say. All lines that are tables are so again.
      hidden = hidePipes(text, (line) => tables.has(line)) ?? hidden
      tree = parse(hidden.text, file) as Root
    }
    showPipes(tree, hidden)
    return tree
  }
}

function tableLines(tree: Root): Set<number | undefined> {
  const lines = new Set<number | undefined>()
  visit(tree, 'table', ({ position }) => {
    lines.add(position?.start.line)
  })
  return lines
}

/** A delimiter row, in quotes and lists too; a table has one. */
const anyDelimiterRow = /^(?=.*-)(?=.*\|)[ \t>]*[|:-][|:\- \t]*$/m
/** What may stand before a row: quotes, and the marker of a list item whose first line it is. */
const containers = /^(?:[ \t>]|[-*+](?=[ \t]+\S)(?!-)|\d{1,9}[.)](?=[ \t]))*/

/** @param isHeader - Whether the table of a header with another number of cells may be made to fit, by its line. */
function hidePipes(text: string, isHeader: (line: number) => boolean): HiddenPipes | undefined {
  if (!text.includes('|') || !anyDelimiterRow.test(text)) return undefined
  const [inText, atEnd] = privateUse.filter((character) => !text.includes(character))
  if (!inText || !atEnd) return undefined
  const signs = { inText, atEnd }
  const headers = new Map<number, Header>()
  const parts = text.split(/(\r\n?|\n)/)
  for (let index = 0; index < parts.length; index += 2) {
    const typed = parts[index] ?? ''
    if (!typed.includes('|')) continue
    const line = hideInline(typed, inText)
    parts[index] = line
    const above = parts[index - 2]
    if (!above?.includes('|')) continue
    const row = asDelimiterRow(line, above)
    const align = alignOf(row)
    const number = index / 2
    if (!align || !isHeader(number)) continue
    const fitted = fit(above, line, row, align, atEnd)
    if (!fitted) continue
    parts[index - 2] = fitted.header
    parts[index] = fitted.delimiter
    headers.set(number, {
      line: number,
      ends: fitted.ends,
      align,
      isCut: fitted.delimiter !== line,
    })
  }
  const result = parts.join('')
  return result === text ? undefined : { text: result, headers, signs }
}

/** Code, tags and links of one line; escapes, so that none of these begins with an escaped sign. */
const inlines = /\\.|(?<!`)(`+)(?!`)(?:.*?[^`])\1(?!`)|`+|<[a-z/!][^<>]*>|!?\[[^[\]]*\](?=[([])/gi

function hideInline(line: string, sign: string): string {
  if (!/[`<[]/.test(line)) return line
  return line.replace(inlines, (typed) =>
    typed.startsWith('\\') || !typed.includes('|')
      ? typed
      : // `\|` is a `|` in code of a table, to Markdig and GFM.
        typed.replace(/\\\||\|/g, (pipe) => (pipe === '|' ? sign : pipe)),
  )
}

/**
 * A delimiter row such as `- | -` as one that begins no list: to Markdig, a line of these signs below a row of cells is
 * none (`PipeTableBlockParser`).
 */
function asDelimiterRow(line: string, above: string): string {
  return /^[ \t>]*(?![-*+]\s|\d+[.)]\s)[^ \t>]/.test(above)
    ? line.replace(/^([ \t>]*)-[ \t](?=[|:\- \t]*\|[|:\- \t]*$)/, '$1--')
    : line
}

/** The alignments of a delimiter row; undefined for any other line. */
function alignOf(line: string): AlignType[] | undefined {
  const { start, end } = cellRange(line)
  const cells = line.slice(start, end).split('|')
  const marks = cells.map((cell) => /^(:?)-+(:?)$/.exec(cell.trim()))
  if (!line.includes('|') || marks.includes(null)) return undefined
  return marks.map((mark) => {
    const [, left, right] = mark ?? []
    if (left && right) return 'center'
    return left ? 'left' : right ? 'right' : null
  })
}

/** Where the first cell begins and the last one ends; outer `|` and what stands before the row are outside. */
function cellRange(line: string): { start: number; end: number } {
  const before = containers.exec(line)?.[0].length ?? 0
  const start = line[before] === '|' ? before + 1 : before
  const trimmed = line.trimEnd()
  const closes = trimmed.endsWith('|') && !trimmed.endsWith('\\|') && trimmed.length > start
  return { start, end: closes ? trimmed.length - 1 : trimmed.length }
}

/** Indexes of the `|` between two cells. */
function endsOf(line: string): number[] {
  const { start, end } = cellRange(line)
  return [...line.slice(start, end).matchAll(/\\[\\|]|\|/g)].flatMap(({ 0: sign, index }) =>
    sign === '|' ? [start + index] : [],
  )
}

/** Both rows with the same number of cells, each as long as it was; undefined where they are so as typed. */
function fit(
  header: string,
  typed: string,
  delimiter: string,
  { length }: readonly AlignType[],
  sign: string,
) {
  const ends = endsOf(header)
  if (ends.length + 1 === length)
    return typed === delimiter ? undefined : { header, delimiter, ends: [] }
  if (ends.length + 1 > length) {
    const hidden = ends.slice(length - 1)
    const characters = [...header.split('')]
    for (const index of hidden) characters[index] = sign
    return { header: characters.join(''), delimiter, ends: hidden.map((index) => index + 1) }
  }
  const { start, end } = cellRange(delimiter)
  const cell = ends.length === 0 ? start : (endsOf(delimiter)[ends.length - 1] ?? start) + 1
  const from = delimiter.indexOf('-', cell)
  const cut = delimiter.slice(0, from) + '-'.repeat(end - from) + delimiter.slice(end)
  return { header, delimiter: cut, ends: [] }
}

/** Put every `|` back, cut headers into their cells, and align columns as typed. */
function showPipes(tree: Root, { headers, signs }: HiddenPipes): void {
  visit(tree, 'table', (table) => {
    const header = headers.get(table.position?.start.line ?? 0)
    const [row] = table.children
    if (!header || !row) return
    row.children = row.children.flatMap((cell) => cutCell(cell, header, signs.atEnd))
    const width = widthOf(table)
    table.align = Array.from({ length: width }, (_, column) => header.align[column] ?? null)
  })
  const hidden = new RegExp(`[${signs.inText}${signs.atEnd}]`, 'g')
  visit(tree, (node) => {
    const texts = node as unknown as Record<string, unknown>
    for (const [key, value] of Object.entries(texts)) {
      if (typeof value === 'string' && key !== 'type') texts[key] = value.replace(hidden, '|')
    }
  })
}

function widthOf({ children }: Table): number {
  return children.reduce((width, row) => Math.max(width, row.children.length), 0)
}

/** A cell of a header that GFM has read as one; what is inside other markup stays together. */
function cutCell(cell: TableCell, { ends }: Header, sign: string): TableCell[] {
  const cells: TableCell[] = [{ ...cell, children: [] }]
  const columns = ends.filter((column) => column >= (cell.position?.start.column ?? 0))
  for (const child of cell.children) {
    if (child.type !== 'text') {
      cells.at(-1)?.children.push(child)
      continue
    }
    for (const [index, value] of child.value.split(sign).entries()) {
      if (index > 0) cells.push({ ...cell, children: [] })
      if (value.trim()) cells.at(-1)?.children.push({ ...child, value })
    }
  }
  return cells.map((part, index) => placed(part, cell, columns, index))
}

/** The cell without blanks at its edges, and its place between two `|`. */
function placed(part: TableCell, { position }: TableCell, ends: readonly number[], index: number) {
  trim(part, 0, /^[ \t]+/)
  trim(part, -1, /[ \t]+$/)
  if (!position) return part
  const at = (column: number | undefined): Point | undefined =>
    column === undefined
      ? undefined
      : {
          ...position.start,
          column,
          offset: (position.start.offset ?? 0) + column - position.start.column,
        }
  const start = index === 0 ? position.start : (at(ends[index - 1]) ?? position.start)
  const end = at(ends[index]) ?? position.end
  for (const child of part.children) {
    if (child.type !== 'text' || !child.position) continue
    const { start: first, end: last } = child.position
    child.position = { start: later(start, first), end: later(end, last) === end ? last : end }
  }
  return { ...part, position: { start, end } }
}

function later(a: Point, b: Point): Point {
  return a.column > b.column ? a : b
}

function trim({ children }: TableCell, index: number, blanks: RegExp): void {
  const text = children.at(index)
  if (text?.type === 'text') text.value = text.value.replace(blanks, '')
}
