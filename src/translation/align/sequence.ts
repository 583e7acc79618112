/** Alignment of two sequences (Needleman and Wunsch), and the longest part of one that keeps its order. */

import { constants } from './constants.ts'

/** Pairs of indices. */
export type Matches = (readonly [number, number])[]

const steps = { match: 1, skipRow: 2, skipColumn: 3 }

/**
 * The pairs that keep the order of both sequences with the greatest sum of scores; what is left out on
 * either side costs `gap` each. `score` is undefined for what must not be a pair. Memory and time grow with the
 * longer sequence, not with the square.
 */
export function alignSequences(
  [rows, columns]: readonly [number, number],
  score: (item: number, other: number) => number | undefined,
  gap: number,
): Matches {
  if (rows === 0 || columns === 0) return []
  const { band } = constants
  const isWhole = rows * columns <= band.whole
  const width = isWhole ? columns : Math.min(columns, 2 * band.half)
  /** The first column that a row, from 1, is compared with, from 1. */
  const firstOf = (row: number) =>
    isWhole
      ? 1
      : Math.max(1, Math.min(columns - width + 1, Math.round((row / rows) * columns) - band.half))
  const taken = new Uint8Array((rows + 1) * (width + 1))
  let before = Float64Array.from({ length: columns + 1 }, (_, column) => gap * column)
  let best = new Float64Array(columns + 1)
  for (let row = 1; row <= rows; row++) {
    const first = firstOf(row)
    best.fill(-Infinity)
    if (first === 1) best[0] = gap * row
    for (let column = first; column < first + width; column++) {
      const match = before[column - 1]! + (score(row - 1, column - 1) ?? -Infinity)
      const skipRow = before[column]! + gap
      const skipColumn = best[column - 1]! + gap
      best[column] = Math.max(match, skipRow, skipColumn)
      taken[row * (width + 1) + column - first] =
        best[column] === match
          ? steps.match
          : best[column] === skipRow
            ? steps.skipRow
            : steps.skipColumn
    }
    ;[before, best] = [best, before]
  }
  return backwards()

  function backwards(): Matches {
    const matches: Matches = []
    let row = rows
    let column = columns
    while (row > 0 && column > 0) {
      const index = column - firstOf(row)
      const step = index < 0 || index >= width ? undefined : taken[row * (width + 1) + index]
      if (step === steps.match) matches.push([--row, --column])
      else if (step === steps.skipRow) row--
      else if (step === steps.skipColumn || index >= width) column--
      else row--
    }
    return matches.reverse()
  }
}

/** Of pairs in the order of their first index, the most that are also in the order of their second. */
export function longestInOrder(pairs: Readonly<Matches>): Matches {
  /** By length, the pair with the smallest second index that ends so long a run (patience sorting). */
  const ends: number[] = []
  const before: (number | undefined)[] = []
  for (const [index, [, second]] of pairs.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[ends[middle]!]![1] < second) low = middle + 1
      else high = middle
    }
    before.push(low > 0 ? ends[low - 1] : undefined)
    ends[low] = index
  }
  const longest: Matches = []
  for (let last = ends.at(-1); last !== undefined; last = before[last]) longest.push(pairs[last]!)
  return longest.reverse()
}
