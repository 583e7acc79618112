/** Find the ranges around a place, in time that grows with its depth and not with the page. */
import { lastUpTo } from './last-up-to.ts'

/** Offsets in a file. */
export interface Range {
  from: number
  to: number
}

/**
 * A function that gives the ranges around a block, innermost first.
 *
 * @param ranges - Each two of them apart or one inside the other, as those of a tree's nodes are; of two
 *   that are alike the outer one first.
 */
export function rangesAround<Item extends Range>(
  ranges: readonly Item[],
): (block: { start: number; end: number }) => Item[] {
  const sorted = ranges.toSorted((a, b) => a.from - b.from || b.to - a.to)
  const starts = sorted.map(({ from }) => from)
  const outer: number[] = []
  const open: number[] = []
  for (const [index, { to }] of sorted.entries()) {
    while (open.length && (sorted[open.at(-1) ?? 0]?.to ?? 0) < to) open.pop()
    outer.push(open.at(-1) ?? -1)
    open.push(index)
  }
  return ({ start, end }) => {
    const around: Item[] = []
    for (let index = lastUpTo(starts, start); index >= 0; index = outer[index] ?? -1) {
      const range = sorted[index]
      if (range && range.to >= end) around.push(range)
    }
    return around
  }
}
