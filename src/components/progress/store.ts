/** What a reader has ticked in one docset, as the browser keeps it. Files: `progress-file.ts`. */

export const format = 'passerelle-progress'
export const storeVersion = 1

export function storageKey(docset: string): string {
  return `${format}-${docset}`
}

/** Write the ids of steps down, sorted, so that the same progress is the same file. */
export function serializeProgress(docset: string, done: Iterable<string>): string {
  return JSON.stringify({ format, version: storeVersion, docset, done: [...done].sort() })
}

/**
 * The ids in what the browser keeps, also those of steps that the docset does not have now.
 *
 * What is not progress counts as nothing; undefined for what a later Passerelle wrote, which must
 * not be written over.
 */
export function storedProgress(text: string | null): Set<string> | undefined {
  try {
    const stored = JSON.parse(text ?? '{}') as { version?: number; done?: string[] }
    return (stored.version ?? 0) > storeVersion ? undefined : new Set(stored.done)
  } catch {
    return new Set()
  }
}
