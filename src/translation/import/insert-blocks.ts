/**
 * Give a translation the blocks that it lacks, as copies of the source to write the translation into.
 *
 * What is copied is the largest part of the page of which the translation has nothing: a paragraph, an
 * item, a row, a whole section’s list. It goes next to its neighbour, so that the order is the source’s.
 */
import type { Nodes, Root } from 'mdast'
import { append } from '#plugins/large-arrays.ts'
import type { Block, BlockPage } from '../blocks/block.ts'
import { copyPage } from './page-copy.ts'
import { type Dialect, parsePage } from '../blocks/parse.ts'
import type { BlockPair } from '../state/state.ts'
import { type InsertedRange, type Numbering, numberingOf, renumbered } from './renumber.ts'

/** Blocks of the source that come together or not at all. */
export interface Insertion {
  blocks: readonly Block[]
  /** Offset in the translation’s text, and what to put there; parts with the same offset in this order. */
  offset: number
  text: string
  /** How the source numbers the ordered list that this is an item of. */
  numbering?: Numbering
}

interface Pages {
  source: BlockPage
  target: BlockPage
  pairs: readonly BlockPair[]
}

/** The two pages, and which blocks of the source the translation has. */
interface InsertionContext extends Omit<Pages, 'pairs'> {
  trees: { source: Root; target: Root }
  missing: ReadonlySet<Block>
  /** Blocks of the source with those of the translation. */
  targets: ReadonlyMap<Block, Block | undefined>
}

/** The last neighbour that the translation has: where it ends there, and where in the source. */
interface Neighbour {
  /** Offset in the translation. */
  target: number
  /** Offset in the source. */
  source: number
}

/** All that could be added; nothing for what has no neighbour in the translation. */
export function insertionsOf({ source, target, pairs }: Pages): Insertion[] {
  const missing = new Set(pairs.flatMap((pair) => (pair.source && !pair.target ? pair.source : [])))
  if (missing.size === 0) return []
  if (target.yaml?.write) return [...missing].map((block) => keyedText(block, { source, target }))
  const targets = new Map(
    pairs.flatMap((pair) => (pair.source ? [[pair.source, pair.target]] : [])),
  )
  const trees = {
    source: parsePage(source.text, source.dialect),
    target: parsePage(target.text, target.dialect),
  }
  return insertionsIn(trees.source, 0, { source, target, trees, missing, targets })
}

/** A text with a key comes by itself: its file knows where its place is. */
function keyedText(block: Block, { source, target }: Omit<Pages, 'pairs'>): Insertion {
  const start = source.text.lastIndexOf('\n', block.start) + 1
  const text = `\n${source.text.slice(start, block.end)}\n`
  return { blocks: [block], offset: target.text.length, text }
}

/** @param depth - How many nodes are around this one. */
function insertionsIn(node: Nodes, depth: number, context: InsertionContext): Insertion[] {
  if (!('children' in node) || isLeaf(node)) return []
  const { source, target, trees, missing } = context
  const isOrdered = node.type === 'list' && node.ordered
  const numbering = isOrdered ? numberingOf(source.text, node) : undefined
  const insertions: Insertion[] = []
  let before: Neighbour | undefined
  for (const [index, child] of node.children.entries()) {
    const blocks = blocksIn(child, source)
    const { from, to } = span(child)
    const isMissing = blocks.length > 0 && blocks.every((block) => missing.has(block))
    if (!isMissing || child.type === 'yaml') {
      const match = counterpartOf(child, depth + 1, context)
      before = match && { target: match.to, source: to }
      append(insertions, insertionsIn(child, depth + 1, context))
      continue
    }
    const place = before ?? startOfNext(node.children[index + 1], depth + 1, context)
    if (!place) continue
    const copy = copyPage({ ...source, tree: trees.source }, [from, to])
    const text = before
      ? source.text.slice(before.source, from) + copy
      : copy + source.text.slice(to, place.source)
    const list = numbering && { numbering }
    insertions.push({ blocks, offset: place.target, text: withLineEnds(text, target), ...list })
    if (before) before = { ...before, source: to }
  }
  return insertions
}

/** The beginning of the next neighbour, if the translation has it. */
function startOfNext(
  next: Nodes | undefined,
  depth: number,
  context: InsertionContext,
): Neighbour | undefined {
  const match = next && counterpartOf(next, depth, context)
  return match && { target: match.from, source: span(next).from }
}

/** The node of the translation that is as deep, of the same kind, and around the first block that it has. */
function counterpartOf(
  node: Nodes,
  depth: number,
  { source, targets, trees }: InsertionContext,
): { from: number; to: number } | undefined {
  const block = blocksIn(node, source).find((item) => targets.get(item))
  const target = block && targets.get(block)
  const result = target && pathTo(trees.target, target)[depth]
  return result?.type === node.type ? span(result) : undefined
}

function blocksIn(node: Nodes, page: BlockPage): Block[] {
  const { from, to } = span(node)
  return page.blocks.filter(({ start, end }) => from <= start && end <= to)
}

/** The text with the line ends of a page. */
function withLineEnds(text: string, page: BlockPage): string {
  return page.text.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text
}

/** The text with some insertions; ordered lists that get items are numbered again. */
export function withInsertions(
  text: string,
  insertions: readonly Insertion[],
  dialect: Dialect,
): string {
  const ranges: InsertedRange[] = []
  let result = ''
  let end = 0
  for (const insertion of insertions.toSorted((a, b) => a.offset - b.offset)) {
    const { offset, numbering } = insertion
    const start = result.length + offset - end
    ranges.push({ start, end: start + insertion.text.length, ...(numbering && { numbering }) })
    result += text.slice(end, offset) + insertion.text
    end = offset
  }
  return renumbered(result + text.slice(end), ranges, dialect)
}

/** The nodes around a block, from the whole page to the smallest. */
function pathTo(tree: Root, { start, end }: Block): Nodes[] {
  const path: Nodes[] = [tree]
  for (let node: Nodes | undefined = tree; node && 'children' in node;) {
    node = (node.children as Nodes[]).find((child) => {
      const { from, to } = span(child)
      return from <= start && end <= to
    })
    if (node) path.push(node)
  }
  return path
}

function isLeaf({ type }: Nodes): boolean {
  return type === 'paragraph' || type === 'heading' || type === 'tableCell'
}

function span({ position }: Nodes): { from: number; to: number } {
  return { from: position?.start.offset ?? 0, to: position?.end.offset ?? 0 }
}
