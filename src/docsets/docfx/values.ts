/** Values of files that anybody may have written, as what they should be. */

/** The objects of a list of a file that anybody may have written. */
export function listIn(value: unknown, key: string): Record<string, unknown>[] {
  const list =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : []
  return Array.isArray(list)
    ? list.filter(
        (item): item is Record<string, unknown> => typeof item === 'object' && item !== null,
      )
    : []
}

/** A text that says something. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined
}
