/** Where a permalink leads today, through all that was recorded of it. */
import type { Ledger } from './ledger.ts'
import { type Permalink, partsOf, permalinkId } from './permalink.ts'
import type { Published } from './published.ts'

export type Whereabouts =
  | { state: 'published'; at: Permalink }
  | { state: 'retired'; why: string }
  /** Nothing is recorded of `id`, where the chain ends; of what went with a page it is the page. */
  | { state: 'gone'; id: string }
  /** A move leads to what never was; `from` recorded it. */
  | { state: 'missing'; id: string; from: string }
  /** The moves lead in a circle. */
  | { state: 'loop' }

/**
 * Follow the moves of `start`.
 *
 * What is published is where it is, whatever the ledger says. A heading or step that nothing is
 * recorded of goes with its page.
 */
export function follow(
  start: string,
  entries: Ledger['entries'],
  published: Published['entries'],
): Whereabouts {
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
    if (entry?.retired) return { state: 'retired', why: entry.retired }
    if (entry?.movedTo) {
      named = { id: entry.movedTo, from: id }
      id = entry.movedTo
      continue
    }
    const { page, anchor } = partsOf(id)
    const home = anchor === undefined || published.has(page) ? undefined : entries.get(page)
    if (home?.retired) return { state: 'retired', why: home.retired }
    if (home?.movedTo) {
      const next = partsOf(home.movedTo)
      id = permalinkId(next.docset, next.slug, anchor)
      continue
    }
    if (home) return { state: 'gone', id: page }
    const isNamed = named.id === id && named.from !== id
    return isNamed && !entry ? { state: 'missing', ...named } : { state: 'gone', id: known }
  }
}
