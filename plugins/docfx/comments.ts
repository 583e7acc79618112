/**
 * Take comments out that Markdown shows: `<!--` in a sentence and `-->` behind a blank line, in another item of the
 * list or another cell.
 *
 * To Markdown such a comment is text, or HTML that never ends; its author wants none of it to be read. A comment ends at
 * the first `-->` that is not code. One that never ends stays, and `placeholders.ts` reports it.
 */
import type { Html, Nodes, Parents, Root, Text } from 'mdast'
import type { VFile } from 'vfile'
import { append } from '../large-arrays.ts'
import { sourceOf } from '../typed-text.ts'
import { visit } from '../visit.ts'

/** From `<!--` to behind `-->`, by offsets in the file. */
interface Range {
  start: number
  end: number
}

type Typed = Text | Html

/** Comes after `remarkLimits`: a tree that is too deep is never walked. */
export default function remarkComments() {
  return (tree: Root, file: VFile): undefined => {
    const source = sourceOf(file)
    if (!source.includes('<!--')) return
    const ranges = openComments(tree, source)
    if (ranges.length > 0) removeFrom(tree, ranges, source)
  }
}

/** The comments that no HTML of the page holds whole. */
function openComments(tree: Root, source: string): Range[] {
  const nodes: Typed[] = []
  visit(tree, (node) => {
    if (node.type === 'text' || node.type === 'html') nodes.push(node)
  })
  const ranges: Range[] = []
  let open: number | undefined
  for (const node of nodes) {
    for (const { sign, offset } of signsIn(node, source)) {
      if (open === undefined && sign === '<!--') open = offset
      else if (open !== undefined && sign === '-->') {
        ranges.push({ start: open, end: offset + sign.length })
        open = undefined
      }
    }
  }
  return ranges
}

/** Whole comments of HTML, which stay as they are, and escaped signs, are passed over. */
const signs = /<!--(?:-?>|[\s\S]*?-->)|\\[<>-]|<!--|-->/g

function signsIn(node: Typed, source: string): { sign: string; offset: number }[] {
  const from = node.position?.start.offset
  if (from === undefined || !/<!--|-->/.test(node.value)) return []
  const typed = source.slice(from, node.position?.end.offset)
  return [...typed.matchAll(signs)].flatMap(({ 0: sign, index }) =>
    sign === '<!--' || sign === '-->' ? [{ sign, offset: from + index }] : [],
  )
}

/** Where a comment begins, or ends, that the text does not hold whole. */
function indexOf(wanted: string, text: string): number {
  for (const { 0: sign, index } of text.matchAll(signs)) if (sign === wanted) return index
  return text.length
}

/** Without what is in the ranges, and without what is empty then. */
function removeFrom(parent: Parents, ranges: readonly Range[], source: string): void {
  const children: Nodes[] = []
  for (const child of parent.children) {
    const start = child.position?.start.offset ?? 0
    const end = child.position?.end.offset ?? 0
    const near = ranges.filter((range) => range.start < end && range.end > start)
    if (near.length === 0) {
      children.push(child)
      continue
    }
    if (near.some((range) => range.start <= start && range.end >= end)) continue
    if (child.type === 'text' || child.type === 'html') {
      append(children, pieces(child, near, source))
    } else if ('children' in child) {
      const hadChildren = child.children.length > 0
      removeFrom(child, near, source)
      const isEmptied = hadChildren && child.children.length === 0
      // A row keeps its cells, and a table its rows: what follows would stand in another column.
      if (!isEmptied || child.type === 'tableCell') children.push(child)
    } else children.push(child)
  }
  parent.children = children as typeof parent.children
}

/** What is left of a text, each piece at its place. */
function pieces(node: Typed, ranges: readonly Range[], source: string): Typed[] {
  const from = node.position?.start.offset ?? 0
  const to = node.position?.end.offset ?? from
  const results: Typed[] = []
  let [at, value] = [from, node.value]
  for (const { start, end } of ranges) {
    if (start > at) {
      const index = indexOf('<!--', value)
      add(value.slice(0, index), at, start)
      value = value.slice(index)
    }
    if (end >= to) return results
    value = value.slice(indexOf('-->', value) + '-->'.length)
    at = end
  }
  add(value, at, to)
  return results

  function add(text: string, start: number, end: number): void {
    if (text === '') return
    results.push({ ...node, value: text, position: placeOf(start, end) })
  }

  function placeOf(start: number, end: number): NonNullable<Typed['position']> {
    const first = node.position?.start ?? { line: 1, column: 1 }
    const pointAt = (offset: number) => {
      const lines = source.slice(from, offset).split(/\r\n?|\n/)
      const length = lines.at(-1)?.length ?? 0
      const column = lines.length === 1 ? first.column + length : length + 1
      return { line: first.line + lines.length - 1, column, offset }
    }
    return { start: pointAt(start), end: pointAt(end) }
  }
}
