/** The reader’s last visit to a docset, stored in the browser. */

/**
 * Times of changes are compared with each other. The reader’s clock, which may be wrong, only decides when a visit
 * ends and when the first one was.
 */
export interface Visit {
  /** Time of the newest change at the previous visit (RFC 3339). */
  since: string
  /** Time of the newest change at this visit (RFC 3339). */
  latest: string
  /** When the reader last opened a page, in milliseconds. */
  at: number
}

/** A visit ends after this many milliseconds without a page view. */
const pause = 30 * 60_000

export function visitKey(docset: string): string {
  return `passerelle-visit-${docset}`
}

/**
 * The visit that this page view belongs to. On a first visit nothing counts as new.
 *
 * @param stored - What the browser stored at the last page view.
 * @param newest - Time of the newest change (RFC 3339).
 * @param now - In milliseconds.
 */
export function visitNow(stored: string | null, newest: string, now: number): Visit {
  const before = readVisit(stored)
  if (!before) return { since: newest, latest: newest, at: now }
  const isSame = now - before.at < pause
  return { since: isSame ? before.since : before.latest, latest: newest, at: now }
}

/** The first page that a reader opens stores only a number: the time, by their clock. */
function readVisit(text: string | null): Visit | undefined {
  try {
    const kept = JSON.parse(text ?? '{}') as Partial<Visit> | number
    if (typeof kept === 'number') {
      const since = new Date(kept).toISOString()
      return { since, latest: since, at: kept }
    }
    const { since, latest, at } = kept
    return since !== undefined && latest !== undefined && at !== undefined
      ? { since, latest, at }
      : undefined
  } catch {
    return undefined
  }
}
