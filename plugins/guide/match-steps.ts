/**
 * Find which steps of a source a translation has, where it has fewer.
 *
 * A translation has only text, no ids: its steps are recognised, in this order, an id that its
 * author wrote all the same, what the caller knows of the blocks of both languages, the numbers as typed
 * (a deleted line leaves a gap), and what stays alike in any language: addresses, code, parties, length.
 */

/** What of a step, or of a whole procedure, is comparable across languages. */
export interface StepFeatures {
  ids: readonly string[]
  /** Keys of blocks; the same in every language of the page. */
  keys: readonly string[]
  /** The number as typed, where the numbers of the list say more than its order. */
  number?: number
  /** Addresses, code and the like. */
  words: ReadonlySet<string>
  /** Of sub-steps, results, steps: numbers that should be equal. */
  counts: readonly number[]
  /** In characters. */
  length: number
}

const weight = { id: 1000, key: 100, number: 20, word: 3, count: 2, length: 1 }

/**
 * For each of `own`, the index of its source, ascending.
 *
 * There must not be more of `own` than of `sources`. Where they cannot be distinguished, the last ones of
 * the source are those that the translation lacks.
 */
export function matchInOrder(
  own: readonly StepFeatures[],
  sources: readonly StepFeatures[],
): number[] {
  const spare = sources.length - own.length
  // best[row][skipped]: the best score of the first `row` steps when `skipped` of the source are left out.
  const best: number[][] = [Array.from({ length: spare + 1 }, () => 0)]
  for (const [row, step] of own.entries()) {
    const before = best[row] ?? []
    const scores: number[] = []
    for (let skipped = 0; skipped <= spare; skipped++) {
      const source = sources[row + skipped]
      const matched = (before[skipped] ?? 0) + (source ? likeness(step, source) : 0)
      scores.push(Math.max(matched, scores[skipped - 1] ?? -Infinity))
    }
    best.push(scores)
  }
  return traceBack(own, sources, best)
}

function traceBack(
  own: readonly StepFeatures[],
  sources: readonly StepFeatures[],
  best: readonly (readonly number[])[],
): number[] {
  const results: number[] = []
  let skipped = sources.length - own.length
  for (let row = own.length; row > 0; row--) {
    const scores = best[row] ?? []
    while (skipped > 0 && scores[skipped - 1] === scores[skipped]) skipped--
    results.unshift(row - 1 + skipped)
  }
  return results
}

function likeness(item: StepFeatures, other: StepFeatures): number {
  const shared = [...item.words].filter((word) => other.words.has(word)).length
  const unshared = item.words.size + other.words.size - 2 * shared
  const [short, long] = [item.length, other.length].toSorted((a, b) => a - b)
  return (
    weight.id * agreement(item.ids, other.ids) +
    weight.key * agreement(item.keys, other.keys) +
    weight.number * numbers(item, other) +
    weight.word * (shared - unshared / 2) +
    weight.count * item.counts.filter((count, index) => count === other.counts[index]).length +
    (weight.length * (short ?? 0)) / Math.max(long ?? 1, 1)
  )
}

/** How many are the same; below zero where both have some, and none is. */
function agreement(item: readonly string[], other: readonly string[]): number {
  if (item.length === 0 || other.length === 0) return 0
  return item.filter((value) => other.includes(value)).length || -1
}

function numbers(item: StepFeatures, other: StepFeatures): number {
  if (item.number === undefined || other.number === undefined) return 0
  return item.number === other.number ? 1 : -1
}
