/** The index of the last of some sorted numbers that is not above `value`; -1 if all are. */
export function lastUpTo(sorted: readonly number[], value: number): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((sorted[middle] ?? Infinity) <= value) from = middle + 1
    else to = middle
  }
  return from - 1
}
