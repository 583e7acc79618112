/** Validate values of untrusted files. */

/** The objects of a list in an untrusted file. */
export function listIn(value: unknown, key: string): Record<string, unknown>[] {
  const list =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : []
  return Array.isArray(list)
    ? list.filter(
        (item): item is Record<string, unknown> => typeof item === 'object' && item !== null,
      )
    : []
}

/** A text that is not blank. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined
}
