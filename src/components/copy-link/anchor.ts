/**
 * The anchor that a hash names (`#le-d%C3%A9but` → `le-début`). A hash may hold anything: one with a
 * `%` that encodes nothing is returned as it is.
 */
export function anchorIn(hash: string): string {
  const anchor = hash.slice(1)
  try {
    return decodeURIComponent(anchor)
  } catch {
    return anchor
  }
}
