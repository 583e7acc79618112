/** The ledger of a site as read, and how what is published compares with it. */
import type { VFileMessage } from 'vfile-message'
import type { ReadSite } from '../docsets/read-site.ts'
import { type Comparison, compare } from './compare.ts'
import type { Ledger } from './ledger.ts'
import { type PublishedPermalinks, publishedBy } from './published.ts'
import { parseLedger } from './read-ledger.ts'

export interface LedgerState {
  ledger: Ledger
  published: PublishedPermalinks
  comparison: Comparison
}

/**
 * Undefined for a site without a ledger: docfx folders, and guides that keep none. A ledger that is
 * damaged, and a site whose configuration cannot be read, are compared with nothing.
 */
export function ledgerState(read: ReadSite): Found | undefined {
  const { ledger } = read
  if (!ledger) return undefined
  const match = known.get(ledger) ?? stateOf(read, ledger)
  known.set(ledger, match)
  return match
}

interface Found {
  state?: LedgerState
  messages: readonly VFileMessage[]
}

/**
 * A ledger belongs to one reading of a site, and several ask. What is made of that reading for drawing
 * publishes the same.
 */
const known = new WeakMap<object, Found>()

function stateOf(read: ReadSite, text: NonNullable<ReadSite['ledger']>): Found {
  const { ledger, messages } = parseLedger(text)
  if (messages.some(({ fatal }) => fatal) || read.site.docsets.length === 0) return { messages }
  const published = publishedBy(read)
  return { state: { ledger, published, comparison: compare(ledger, published) }, messages }
}
