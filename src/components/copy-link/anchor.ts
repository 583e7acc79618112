import { decodePart } from '#plugins/percent-encoding.ts'

/**
 * The anchor that a hash names (`#le-d%C3%A9but` → `le-début`). A hash may hold anything: one with a
 * `%` that encodes nothing is returned as it is.
 */
export function anchorIn(hash: string): string {
  return decodePart(hash.slice(1))
}
