/** Put a range of a block’s text into an element, across the markup that it is in. */
import type { PhrasingContent } from 'mdast'
import { append } from './large-arrays.ts'

/** Offsets in the file. */
interface Place {
  start: number
  end: number
}

/** From and to, counted in characters that are not white space, from the block’s beginning. */
interface Range {
  from: number
  to: number
}

/** What is wrapped: the ranges of a block, and how. */
interface Wrapping {
  ranges: readonly Range[]
  wrap: Wrap
}

/** @param isLast - Whether this is the last text of its range. */
type Wrap = (content: PhrasingContent[], isLast: boolean) => PhrasingContent

/** A node that is wholly in one range, or in none, and the count of characters up to its end. */
interface Piece {
  node: PhrasingContent
  range?: Range
  end: number
}

/**
 * The nodes of a block with what each range holds wrapped: one wrapper for a run of whole nodes, one in
 * each piece of markup that a range only begins or ends in. HTML that was typed ends a run: its closing
 * tag may be outside.
 *
 * @param block - Nodes before and after it, such as a step’s mark, do not count.
 */
export function wrapWords(
  nodes: readonly PhrasingContent[],
  block: Place,
  ranges: readonly Range[],
  wrap: Wrap,
): PhrasingContent[] {
  const inside = (node: PhrasingContent) => {
    const { start, end } = node.position ?? {}
    return (end?.offset ?? 0) > block.start && (start?.offset ?? Infinity) < block.end
  }
  const first = nodes.findIndex(inside)
  const last = nodes.findLastIndex(inside)
  if (first < 0) return [...nodes]
  return [
    ...nodes.slice(0, first),
    ...wrapNodes(nodes.slice(first, last + 1), 0, { ranges, wrap }),
    ...nodes.slice(last + 1),
  ]
}

/** @param start - How many characters of the block are before the nodes. */
function wrapNodes(
  nodes: readonly PhrasingContent[],
  start: number,
  wrapping: Wrapping,
): PhrasingContent[] {
  const result: PhrasingContent[] = []
  let run: Piece[] = []
  for (const piece of piecesOf(nodes, start, wrapping)) {
    const range = run[0]?.range
    // Breaks, images and spaces between two pieces of a range are in it; at its end they are not.
    const isBetween =
      piece.range === undefined && range && piece.end < range.to && lengthOf(piece.node) === 0
    if (isBetween && piece.node.type !== 'html') {
      run.push(piece)
      continue
    }
    if (piece.range !== range) {
      append(result, wrapRun(run, wrapping))
      run = []
    }
    if (piece.range) run.push(piece)
    else result.push(piece.node)
  }
  return [...result, ...wrapRun(run, wrapping)]
}

/** The pieces of a range in one element. */
function wrapRun(run: readonly Piece[], { wrap }: Wrapping): PhrasingContent[] {
  const range = run[0]?.range
  if (!range) return []
  const end = run.findLast((piece) => piece.range)?.end ?? 0
  const content = run.map(({ node }) => node)
  return [wrap(content, end >= range.to)]
}

function piecesOf(nodes: readonly PhrasingContent[], start: number, wrapping: Wrapping): Piece[] {
  const pieces: Piece[] = []
  for (const node of nodes) {
    append(pieces, splitNode(node, pieces.at(-1)?.end ?? start, wrapping))
  }
  return pieces
}

/** The node, or its parts. */
function splitNode(node: PhrasingContent, start: number, wrapping: Wrapping): Piece[] {
  const end = start + lengthOf(node)
  const range = wrapping.ranges.find(({ from, to }) => from < end && start < to)
  if (!range) return [{ node, end }]
  if (range.from <= start && end <= range.to) return [{ node, range, end }]
  if (node.type === 'text') {
    const { from, to } = range
    const cut =
      start < from ? indexOf(node.value, from - start) : indexAfter(node.value, to - start)
    const parts = [node.value.slice(0, cut), node.value.slice(cut)]
    return piecesOf(
      parts.map((value) => ({ ...node, value })),
      start,
      wrapping,
    )
  }
  if (!('children' in node)) return [{ node, end }]
  return [{ node: { ...node, children: wrapNodes(node.children, start, wrapping) }, end }]
}

/** The index of the character number `count`, from 0, of those that are not white space. */
function indexOf(text: string, count: number): number {
  const result = [...text.matchAll(/\S/g)][count]
  return result?.index ?? text.length
}

function indexAfter(text: string, count: number): number {
  return indexOf(text, count - 1) + 1
}

function lengthOf(node: PhrasingContent): number {
  if (node.type === 'text' || node.type === 'inlineCode') return withoutSpaces(node.value).length
  if (!('children' in node)) return 0
  return node.children.reduce((sum, child) => sum + lengthOf(child), 0)
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '')
}
