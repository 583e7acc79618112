/**
 * Insert the blocks that a translation lacks, as copies of the source that are then overwritten.
 *
 * What is copied is the largest node of which the translation has nothing: a paragraph, an item, a row, a whole list. It
 * goes next to the same neighbour as in the source.
 */
import type { Nodes, Root } from 'mdast'
import { append } from '#plugins/large-arrays.ts'
import type { Block, BlockPage } from '../blocks/block.ts'
import { copyPage } from './page-copy.ts'
import { type Dialect, parsePage } from '../blocks/parse.ts'
import type { BlockPair } from '../state/state.ts'
import { type InsertedRange, type Numbering, numberingOf, renumbered } from './renumber.ts'

/** Blocks of the source that are inserted together or not at all. */
export interface Insertion {
  blocks: readonly Block[]
  /** Offset in the translation’s text; insertions with the same offset keep their order. */
  offset: number
  /** What to insert: a copy of the source with the text between it and its neighbour. */
  text: string
  /** How the source numbers the ordered list that this is an item of. */
  numbering?: Numbering
}

interface Pages {
  source: BlockPage
  target: BlockPage
  pairs: readonly BlockPair[]
}

/** The two pages, and how their blocks are paired. */
interface InsertionContext extends Omit<Pages, 'pairs'> {
  trees: { source: Root; target: Root }
  missing: ReadonlySet<Block>
  /** Blocks of the translation by those of the source. */
  targets: ReadonlyMap<Block, Block | undefined>
}

/** The nearest sibling that the translation has: where it ends, or begins if it follows. */
interface Neighbour {
  /** Offset in the translation. */
  target: number
  /** Offset in the source. */
  source: number
}

/** All that the translation lacks. What has no neighbour in it is left out, because its position is unknown. */
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

/** A keyed text is inserted alone, anywhere: the key says where it goes in the file. */
function keyedText(block: Block, { source, target }: Omit<Pages, 'pairs'>): Insertion {
  const start = source.text.lastIndexOf('\n', block.start) + 1
  const text = `\n${source.text.slice(start, block.end)}\n`
  return { blocks: [block], offset: target.text.length, text }
}

/** @param depth - Number of ancestors of `node`. */
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

/** Where the next sibling begins, if the translation has it. */
function startOfNext(
  next: Nodes | undefined,
  depth: number,
  context: InsertionContext,
): Neighbour | undefined {
  const match = next && counterpartOf(next, depth, context)
  return match && { target: match.from, source: span(next).from }
}

/** The translation’s node of the same depth and type that holds the first block both have. */
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
