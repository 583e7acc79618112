/** Words compared as a person would: is this the same thing in slightly different words? */
import { distance } from 'fastest-levenshtein'

/** From 0 to 1: the same. */
export function similarity(a: string, b: string): number {
  return 1 - distance(a, b) / Math.max(a.length, b.length, 1)
}

/** Words without what rewording does not count for: case, marks, spaces. */
export function normalizeForComparison(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}
