/** “Did you mean …?”: find the name that somebody mistyped. */
import { closest, distance } from 'fastest-levenshtein'

/**
 * The candidate that is nearest to `typed` in any case of letters; undefined if none is near enough.
 *
 * @param limit - How many letters may be wrong.
 */
export function nearestName<Name extends string>(
  typed: string,
  candidates: readonly Name[],
  limit = mistypedLetters(typed),
): Name | undefined {
  if (candidates.length === 0) return undefined
  const lower = typed.toLowerCase()
  const lowered = candidates.map((candidate) => candidate.toLowerCase())
  const near = closest(lower, lowered)
  return distance(lower, near) <= limit ? candidates[lowered.indexOf(near)] : undefined
}

/** Two letters, or one in four of a long name; one of a name that has only three. */
function mistypedLetters({ length }: string): number {
  return length < 4 ? 1 : Math.max(2, Math.floor(length / 4))
}
