/** Where a permalink leads today, through all that was recorded of it. */
import type { Ledger } from './ledger.ts'
import { type Permalink, partsOf, permalinkId } from './permalink.ts'
import type { PublishedPermalinks } from './published.ts'
import type { Reason } from './reason.ts'

export type Resolution =
  | { state: 'published'; at: Permalink }
  | { state: 'removed'; why: Reason }
  /** Its docset sends its readers to what is no page, heading or step of the site. */
  | { state: 'elsewhere'; address: string }
  /** Nothing is recorded of `id`, where the chain ends; of what went with a page it is the page. */
  | { state: 'gone'; id: string }
  /** A move leads to what never was; `from` recorded it. */
  | { state: 'missing'; id: string; from: string }
  /** The moves lead in a circle. */
  | { state: 'loop' }

/**
 * Follow the moves of `start`.
 *
 * What is published is where it is, whatever the ledger says; what its docset redirects is where that
 * leads. A heading or step that nothing is recorded of goes with its page.
 */
export function resolvePermalink(
  start: string,
  entries: Ledger['entries'],
  { entries: published, redirections }: Pick<PublishedPermalinks, 'entries' | 'redirections'>,
): Resolution {
  const seen = new Set<string>()
  /** The last id that an entry names, and who names it: guesses of ours are no one's mistake. */
  let named = { id: start, from: start }
  /** The last id of the chain that has an entry. */
  let known = start
  for (let id = start; ;) {
    if (seen.has(id)) return { state: 'loop' }
    seen.add(id)
    const at = published.get(id)
    if (at) return { state: 'published', at }
    const entry = entries.get(id)
    if (entry) known = id
    const { page, anchor } = partsOf(id)
    const redirection = redirections.get(page)
    // What an anchor's own entry says is more than what its page's redirection says.
    if (redirection && (anchor === undefined || !(entry?.movedTo ?? entry?.removed))) {
      if ('address' in redirection) return { state: 'elsewhere', address: redirection.address }
      id = anchor === undefined ? redirection.id : withAnchor(redirection.id, anchor)
      continue
    }
    if (entry?.removed) return { state: 'removed', why: entry.removed }
    if (entry?.movedTo) {
      named = { id: entry.movedTo, from: id }
      id = entry.movedTo
      continue
    }
    const home = anchor === undefined || published.has(page) ? undefined : entries.get(page)
    if (home?.removed) return { state: 'removed', why: home.removed }
    if (home?.movedTo) {
      id = withAnchor(home.movedTo, anchor)
      continue
    }
    if (home) return { state: 'gone', id: page }
    const isNamed = named.id === id && named.from !== id
    return isNamed && !entry ? { state: 'missing', ...named } : { state: 'gone', id: known }
  }
}

/** An anchor on the page that its own page became, or became a part of. */
function withAnchor(id: string, anchor: string | undefined): string {
  const { docset, slug } = partsOf(id)
  return permalinkId(docset, slug, anchor)
}
