/** The ledger: every page, heading and step that was ever published, one a line. */
import type { Position } from 'unist'
import { type Permalink, compareIds } from './permalink.ts'
import type { Reason } from './reason.ts'

/** A line of the ledger. Without `movedTo` and `removed` it says: this is published where it was. */
export interface LedgerEntry extends Permalink {
  /** The id of the place that took over; the chain may go on from there. */
  movedTo?: string
  /** Why it was removed, for readers who follow an old link; `retired` in the file. */
  removed?: Reason
}

export interface Ledger {
  /** The file's name in messages. */
  name: string
  entries: ReadonlyMap<string, LedgerEntry>
  /** Where the ids are in the file. */
  places: ReadonlyMap<string, Position>
  /** The arguments that make a command find this site’s ledger: folders, options. */
  siteArgs: readonly string[]
}

/** The file's version, and its last line: every entry before it ends with a comma. */
export const versionKey = '$version'
export const ledgerVersion = 1

/**
 * The text of the file.
 *
 * The same entries give the same text on every machine. A line depends on its own entry only, so that
 * two branches that add lines are merged as lines.
 */
export function serializeLedger(entries: Iterable<LedgerEntry>): string {
  const sorted = [...entries].sort((a, b) => compareIds(a.id, b.id))
  const lines = sorted.map((entry) => `  ${JSON.stringify(entry.id)}: ${valueOf(entry)},\n`)
  return `{\n${lines.join('')}  ${JSON.stringify(versionKey)}: ${ledgerVersion}\n}\n`
}

function valueOf({ kind, title, movedTo, removed }: LedgerEntry): string {
  const fields = Object.entries({ [kind]: title, movedTo, retired: removed }).flatMap(
    ([key, value]) => (value === undefined ? [] : [`${JSON.stringify(key)}: ${textOf(value)}`]),
  )
  return `{ ${fields.join(', ')} }`
}

/** On one line, with spaces inside braces. */
function textOf(value: string | Readonly<Record<string, string>>): string {
  if (typeof value === 'string') return JSON.stringify(value)
  const fields = Object.entries(value).map(
    ([tag, text]) => `${JSON.stringify(tag)}: ${JSON.stringify(text)}`,
  )
  return `{ ${fields.join(', ')} }`
}
