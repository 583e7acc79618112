/**
 * Give a translation the blocks that it lacks, as copies of the source for new words to be written into.
 *
 * What is copied is the largest part of the page of which the translation has nothing: a paragraph, an
 * item, a row, a whole section’s list. It goes where its neighbour is, so that the order stays the
 * source’s.
 */
import type { Nodes, Root } from 'mdast'
import type { Block, BlockPage } from '../blocks/block.ts'
import { copyPage } from './page-copy.ts'
import { type Dialect, parsePage } from '../blocks/parse.ts'
import type { BlockPair } from '../state/state.ts'
import { type InsertedRange, type Numbering, numberingOf, renumbered } from './renumber.ts'

/** Blocks of the source that come together or not at all. */
export interface Insertion {
  blocks: readonly Block[]
  /** Offset in the translation’s text, and what to put there; parts with the same offset in this order. */
  at: number
  text: string
  /** How the source numbers the ordered list that this is an item of. */
  numbering?: Numbering
}

interface Pages {
  source: BlockPage
  target: BlockPage
  pairs: readonly BlockPair[]
  dialect: Dialect
}

/** A node with the nodes around it, outermost first. */
type Path = readonly Nodes[]

/** All that could be added; nothing for what has no neighbour in the translation. */
export function insertionsOf({ source, target, pairs, dialect }: Pages): Insertion[] {
  const missing = new Set(pairs.flatMap((pair) => (pair.source && !pair.target ? pair.source : [])))
  if (missing.size === 0) return []
  const twins = new Map(pairs.flatMap((pair) => (pair.source ? [[pair.source, pair.target]] : [])))
  const trees = { source: parsePage(source.text, dialect), target: parsePage(target.text, dialect) }
  const growths: Insertion[] = []
  walk(trees.source, [])
  return growths

  function walk(node: Nodes, around: Path): void {
    if (!('children' in node) || isLeaf(node)) return
    const path = [...around, node]
    const numbering =
      node.type === 'list' && node.ordered ? numberingOf(source.text, node) : undefined
    const list = numbering && { numbering }
    let before: { end: number; at: number; typed: number } | undefined
    for (const [index, child] of node.children.entries()) {
      const own = blocksIn(child)
      if (own.length > 0 && own.every((block) => missing.has(block)) && child.type !== 'yaml') {
        const place = before ?? after(node.children.slice(index + 1), path)
        const { from, to } = span(child)
        const copy = copyPage({ text: source.text, tree: trees.source, dialect }, [from, to])
        if (place && before) {
          const text = source.text.slice(before.typed, from) + copy
          growths.push({ blocks: own, at: before.at, text: inLinesOf(text), ...list })
          before = { ...before, typed: to }
        } else if (place) {
          const next = source.text.slice(to, place.typed)
          growths.push({ blocks: own, at: place.at, text: inLinesOf(copy + next), ...list })
        }
        continue
      }
      const twin = twinOf(child, path.length)
      before = twin && { end: twin.to, at: twin.to, typed: span(child).to }
      walk(child, path)
    }
  }

  /** The beginning of the next neighbour, if that is there. */
  function after([next]: readonly Nodes[], path: Path) {
    const twin = next && twinOf(next, path.length)
    return twin && { at: twin.from, typed: span(next).from }
  }

  /** Where the translation has a node: as deep, of the same kind, around the first block that has a twin. */
  function twinOf(node: Nodes, depth: number): { from: number; to: number } | undefined {
    const block = blocksIn(node).find((item) => twins.get(item))
    const twin = block && twins.get(block)
    const result = twin && pathTo(trees.target, twin)[depth]
    return result?.type === node.type ? span(result) : undefined
  }

  function blocksIn(node: Nodes): Block[] {
    const { from, to } = span(node)
    return source.blocks.filter(({ start, end }) => from <= start && end <= to)
  }

  function inLinesOf(text: string): string {
    return target.text.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text
  }
}

/** The text with some of them in it; ordered lists that get items are numbered again. */
export function withInsertions(
  text: string,
  growths: readonly Insertion[],
  dialect: Dialect,
): string {
  const insertions: InsertedRange[] = []
  let result = ''
  let end = 0
  for (const growth of growths.toSorted((a, b) => a.at - b.at)) {
    const { at, numbering } = growth
    const start = result.length + at - end
    insertions.push({ start, end: start + growth.text.length, ...(numbering && { numbering }) })
    result += text.slice(end, at) + growth.text
    end = at
  }
  return renumbered(result + text.slice(end), insertions, dialect)
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
