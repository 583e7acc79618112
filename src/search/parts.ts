/** The parts of an index: a change of one page changes one of them. */
import { createHash } from 'node:crypto'
import type { IndexEntry } from './entries.ts'

/** About so many pages are in a part: Pagefind takes two to four milliseconds for one. */
const pagesInPart = 64

/** The entries of a language by part. A page and its steps are in the same one. */
export function splitEntries(entries: readonly IndexEntry[]): IndexEntry[][] {
  const pages = new Set(entries.map(pageOf))
  // Twice as many parts only at twice as many pages: else one page more would change them all.
  const count = 2 ** Math.max(0, Math.ceil(Math.log2(pages.size / pagesInPart)))
  const parts = Map.groupBy(entries, (entry) => numberOf(pageOf(entry)) % count)
  return Array.from({ length: count }, (_, index) => parts.get(index) ?? []).filter(
    ({ length }) => length,
  )
}

/** The same for the same entries, indexed by the same program. */
export function partKey(entries: readonly IndexEntry[], program: string): string {
  return createHash('sha256')
    .update(JSON.stringify([program, entries]))
    .digest('hex')
}

function pageOf({ url }: IndexEntry): string {
  return url.replace(/#.*$/, '')
}

function numberOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE()
}
