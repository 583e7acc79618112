/** Rank the results of all concepts of a question. */
import { largest } from '#plugins/large-arrays.ts'

/** The engine’s results for one concept: scores by entry, and how rare it is in the whole index. */
export interface Findings {
  scores: ReadonlyMap<string, number>
  /** How many entries have it, with no filter. */
  frequency: number
}

export interface Ranked {
  id: string
  /** Which of the concepts the entry has, by their places. */
  has: readonly number[]
}

/**
 * An entry that lacks more of the question than this, by the weight of the words, is not shown
 * beside one that has all of it.
 */
const enough = 0.55
/** How much a missing word costs: the share that is there counts to this power. */
const strictness = 2

/** What a word weighs that so many of `size` entries have; 0 where none has it. */
export function rarityOf(frequency: number, size: number): number {
  return frequency ? Math.log(1 + size / frequency) : 0
}

/**
 * Entries from the best to the worst.
 *
 * A rare word of the question weighs more than one that most entries have. Concepts that are nowhere
 * in the index do not count at all. `size` is the number of entries of the index.
 */
export function rank(concepts: readonly Findings[], size: number): Ranked[] {
  const weights = concepts.map(({ frequency }) => rarityOf(frequency, size))
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1
  const ids = new Set(concepts.flatMap(({ scores }) => [...scores.keys()]))
  const entries = [...ids].map((id) => {
    const has = concepts.flatMap(({ scores }, index) => (scores.has(id) ? [index] : []))
    const share = has.reduce((sum, index) => sum + (weights[index] ?? 0), 0) / total
    const score = has.reduce((sum, index) => sum + (concepts[index]?.scores.get(id) ?? 0), 0)
    return { id, has, share, score: score * share ** strictness }
  })
  const best = largest(
    entries.map(({ share }) => share),
    0,
  )
  return entries
    .filter(({ share }) => share >= best * enough)
    .toSorted((a, b) => b.score - a.score)
    .map(({ id, has }) => ({ id, has }))
}
