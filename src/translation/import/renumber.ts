/** Number ordered lists again after items were put into them: Markdown sources count, or repeat one number. */
import type { List } from 'mdast'
import { visit } from '#plugins/visit.ts'
import { append } from '#plugins/large-arrays.ts'
import { type Dialect, parsePage } from '../blocks/parse.ts'
import { outline } from './outline.ts'

/** `same` is `1. 1. 1.`, which some authors write so that a new item changes one line only. */
export type Numbering = 'ascending' | 'same'

/** Text that was put into a page, as offsets in the text that has it. */
export interface InsertedRange {
  start: number
  end: number
  /** How the source numbers the list that it went into; absent if it is not an item of an ordered list. */
  numbering?: Numbering
}

interface Edit {
  start: number
  end: number
  text: string
}

/** How a list is numbered by the numbers that are typed; undefined for fewer than two items. */
export function numberingOf(text: string, list: List): Numbering | undefined {
  const [first, second] = list.children.map((item) => typedNumber(text, offsetOf(item)))
  if (first === undefined || second === undefined) return undefined
  return first === second ? 'same' : 'ascending'
}

/**
 * The text with every list that has new items numbered as its old items are, or as the source is where
 * a single old item shows no pattern. The first number stays; lines of an item move with a longer number.
 * A list that would be read otherwise then stays as it is.
 */
export function renumbered(
  text: string,
  insertions: readonly InsertedRange[],
  dialect: Dialect,
): string {
  if (!insertions.some(({ numbering }) => numbering)) return text
  const edits: Edit[] = []
  visit(parsePage(text, dialect), 'list', (list) => {
    if (!list.ordered) return
    const isNew = list.children.map((item) => insertionAt(offsetOf(item), insertions) !== undefined)
    const old = list.children.filter((_, index) => !isNew[index])
    if (old.length === 0 || old.length === list.children.length) return
    const source = list.children
      .map((item) => insertionAt(offsetOf(item), insertions)?.numbering)
      .find((candidate) => candidate !== undefined)
    const numbering = numberingOf(text, { ...list, children: old }) ?? source ?? 'ascending'
    append(edits, listEdits(text, list, numbering))
  })
  const result = edited(text, edits)
  const [before, after] = [outline(text, dialect), outline(result, dialect)]
  const isSame =
    before.length === after.length && before.every((line, index) => line === after[index])
  return isSame ? result : text
}

function listEdits(text: string, list: List, numbering: Numbering): Edit[] {
  const first = typedNumber(text, offsetOf(list.children[0])) ?? '1'
  return list.children.flatMap((item, index): Edit[] => {
    const start = offsetOf(item)
    const typed = typedNumber(text, start)
    const number = numbering === 'same' ? first : String(Number(first) + index)
    if (typed === undefined || typed === number) return []
    const end = start + typed.length
    const longer = number.length - typed.length
    const inside = text.slice(start, item.position?.end.offset)
    const column = start - (text.lastIndexOf('\n', start - 1) + 1)
    return [{ start, end, text: number }, ...indentEdits(inside, start, column, longer)]
  })
}

/** Spaces for the lines after the first, which would be too far left for a longer number. */
function indentEdits(inside: string, offset: number, column: number, spaces: number): Edit[] {
  if (spaces <= 0) return []
  const indented = /[ \t]+\S/y
  return [...inside.matchAll(/\n/g)].flatMap(({ index }): Edit[] => {
    indented.lastIndex = index + 1 + column
    if (!indented.test(inside)) return []
    const position = offset + index + 1 + column
    return [{ start: position, end: position, text: ' '.repeat(spaces) }]
  })
}

function insertionAt(
  offset: number,
  insertions: readonly InsertedRange[],
): InsertedRange | undefined {
  return insertions.find(({ start, end }) => start <= offset && offset < end)
}

function typedNumber(text: string, offset: number): string | undefined {
  return /^\d{1,9}(?=[.)])/.exec(text.slice(offset, offset + 10))?.[0]
}

function offsetOf(node: List['children'][number] | undefined): number {
  return node?.position?.start.offset ?? 0
}

function edited(text: string, edits: readonly Edit[]): string {
  let result = ''
  let end = 0
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(end, edit.start) + edit.text
    end = edit.end
  }
  return result + text.slice(end)
}
