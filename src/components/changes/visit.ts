/** When the reader was here before, as the browser keeps it for each docset. */

/** Times are those of changes, so that the reader’s clock decides nothing but when a visit ends. */
export interface Visit {
  /** The newest change that there was at the visit before this one. */
  since: string
  /** The newest change that there is at this one. */
  latest: string
  /** When the reader last opened a page, in milliseconds. */
  at: number
}

/** Who comes back after so long makes another visit. */
const pause = 30 * 60_000

export function visitKey(docset: string): string {
  return `passerelle-visit-${docset}`
}

/**
 * The visit that opening a page belongs to. On the first one nothing counts as changed.
 *
 * @param kept - What the browser has kept of the one before.
 * @param newest - Time of the newest change.
 */
export function visitNow(kept: string | null, newest: string, now: number): Visit {
  const before = readVisit(kept)
  if (!before) return { since: newest, latest: newest, at: now }
  const isSame = now - before.at < pause
  return { since: isSame ? before.since : before.latest, latest: newest, at: now }
}

function readVisit(text: string | null): Visit | undefined {
  try {
    const { since, latest, at } = JSON.parse(text ?? '{}') as Partial<Visit>
    return since !== undefined && latest !== undefined && at !== undefined
      ? { since, latest, at }
      : undefined
  } catch {
    return undefined
  }
}
