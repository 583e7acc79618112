/** Alignment of two sequences (Needleman and Wunsch), and the longest part of one that keeps its order. */
import { largest } from '#plugins/large-arrays.ts'

/** Pairs of indices. */
export type Matches = (readonly [number, number])[]

/**
 * The pairs that keep the order of both sequences with the greatest sum of scores; what is left out on
 * either side costs `gap` each. `score` is undefined for what must not be a pair.
 */
export function alignSequences(
  length: readonly [number, number],
  score: (item: number, other: number) => number | undefined,
  gap: number,
): Matches {
  const [rows, columns] = length
  const width = columns + 1
  const best = new Float64Array((rows + 1) * width)
  const scores = new Float64Array(rows * columns)
  for (let column = 1; column <= columns; column++) best[column] = gap * column
  for (let row = 1; row <= rows; row++) {
    best[row * width] = gap * row
    for (let column = 1; column <= columns; column++) {
      const own = score(row - 1, column - 1) ?? -Infinity
      scores[(row - 1) * columns + column - 1] = own
      best[row * width + column] = Math.max(
        bestAt(row - 1, column - 1) + own,
        bestAt(row - 1, column) + gap,
        bestAt(row, column - 1) + gap,
      )
    }
  }
  const matches: Matches = []
  let row = rows
  let column = columns
  while (row > 0 && column > 0) {
    const own = scores[(row - 1) * columns + column - 1] ?? -Infinity
    if (bestAt(row, column) === bestAt(row - 1, column - 1) + own) matches.push([--row, --column])
    else if (bestAt(row, column) === bestAt(row - 1, column) + gap) row--
    else column--
  }
  return matches.reverse()

  function bestAt(row: number, column: number): number {
    return best[row * width + column] ?? 0
  }
}

/** Of pairs in the order of their first index, the most that are also in the order of their second. */
export function longestInOrder(pairs: Readonly<Matches>): Matches {
  const lengths: number[] = []
  const before: number[] = []
  for (const [index, [, second]] of pairs.entries()) {
    lengths[index] = 1
    before[index] = -1
    for (let position = 0; position < index; position++) {
      const length = (lengths[position] ?? 0) + 1
      if ((pairs[position]?.[1] ?? 0) < second && length > (lengths[index] ?? 0)) {
        lengths[index] = length
        before[index] = position
      }
    }
  }
  const longest: Matches = []
  let last = lengths.indexOf(largest(lengths, 0))
  while (last >= 0) {
    const pair = pairs[last]
    if (pair) longest.push(pair)
    last = before[last] ?? -1
  }
  return longest.reverse()
}
