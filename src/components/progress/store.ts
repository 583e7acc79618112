/**
 * The format in which the browser stores the steps that a reader ticked in a docset. For files see
 * `progress-file.ts`.
 */

export const format = 'passerelle-progress'
export const storeVersion = 1

export function storageKey(docset: string): string {
  return `${format}-${docset}`
}

/** Serialize ids of steps, sorted, so that the same progress gives the same text. */
export function serializeProgress(docset: string, done: Iterable<string>): string {
  return JSON.stringify({ format, version: storeVersion, docset, done: [...done].sort() })
}

/**
 * Parse stored ids, those of steps that the docset no longer has included. Other data counts as no progress;
 * undefined for data of a later version of Passerelle, which must not be overwritten.
 */
export function storedProgress(text: string | null): Set<string> | undefined {
  try {
    const stored = JSON.parse(text ?? '{}') as { version?: number; done?: string[] }
    return (stored.version ?? 0) > storeVersion ? undefined : new Set(stored.done)
  } catch {
    return new Set()
  }
}
