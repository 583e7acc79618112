/** The ledger beside what is published now. */
import { resolvePermalink } from './resolve-permalink.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'
import { type Permalink, compareIds, partsOf } from './permalink.ts'
import type { PublishedPermalinks } from './published.ts'
import type { Reason } from './reason.ts'

export interface Comparison {
  /** Published, and not in the ledger yet. */
  fresh: readonly Permalink[]
  /** In both, with another title or of another kind now. */
  reworded: readonly Permalink[]
  /** In the ledger, published no more, and nothing says why; of a page that is gone, the page only. */
  gone: readonly GoneEntry[]
  /** Gone, and leads to another place. */
  moved: readonly { entry: LedgerEntry; to: Permalink }[]
  /** Gone, and its docset sends its readers to an address that is no place of the site. */
  elsewhere: readonly { entry: LedgerEntry; address: string }[]
  /** Gone for a reason, its own or that of what it moved to. */
  removed: readonly { entry: LedgerEntry; why: Reason }[]
  /** Moved or removed earlier, and published again. */
  back: readonly LedgerEntry[]
  /** Moves that lead nowhere. */
  broken: readonly BrokenMove[]
}

export interface GoneEntry {
  entry: LedgerEntry
  /** What is gone with a page. */
  anchors: readonly LedgerEntry[]
}

interface BrokenMove {
  entry: LedgerEntry
  /** What the move names and nobody knows; absent where moves go in a circle. */
  missing?: string
}

export function compare(
  { entries }: Pick<Ledger, 'entries'>,
  published: PublishedPermalinks,
): Comparison {
  const now = published.entries
  const gone = new Map<string, { entry: LedgerEntry; anchors: LedgerEntry[] }>()
  const moved: { entry: LedgerEntry; to: Permalink }[] = []
  const elsewhere: { entry: LedgerEntry; address: string }[] = []
  const removed: { entry: LedgerEntry; why: Reason }[] = []
  const broken: BrokenMove[] = []
  const reworded: Permalink[] = []
  const back: LedgerEntry[] = []
  // A page comes before its anchors.
  for (const entry of [...entries.values()].sort((a, b) => compareIds(a.id, b.id))) {
    const { page } = partsOf(entry.id)
    const here = now.get(entry.id)
    if (here) {
      if (entry.movedTo ?? entry.removed) back.push(entry)
      if (here.title !== entry.title || here.kind !== entry.kind) reworded.push(here)
      continue
    }
    if (published.unreadable.has(page)) continue
    const result = resolvePermalink(entry.id, entries, published)
    switch (result.state) {
      case 'published':
        moved.push({ entry, to: result.at })
        break
      case 'removed':
        removed.push({ entry, why: result.why })
        break
      case 'elsewhere':
        elsewhere.push({ entry, address: result.address })
        break
      case 'missing':
        // Who recorded the move says it; others that lead there are right once it is.
        if (result.from === entry.id) broken.push({ entry, missing: result.id })
        break
      case 'loop':
        if (entry.movedTo) broken.push({ entry })
        break
      case 'gone':
        // Where the chain ends has an entry of its own, which says it.
        if (result.id === entry.id) gone.set(entry.id, { entry, anchors: [] })
        else if (result.id === page) gone.get(page)?.anchors.push(entry)
        break
    }
  }
  const fresh = [...now.values()]
    .filter(({ id }) => !entries.has(id))
    .sort((a, b) => compareIds(a.id, b.id))
  return { fresh, reworded, gone: [...gone.values()], moved, elsewhere, removed, back, broken }
}
