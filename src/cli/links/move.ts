/** `links move <old> <new>`: the ledger learns where something that is gone is now. */
import { resolvePermalink } from '../../permalinks/resolve-permalink.ts'
import { detectRenames } from '../../permalinks/rename-detection.ts'
import type { LedgerEntry } from '../../permalinks/ledger.ts'
import { UsageError, readArguments } from '../arguments.ts'
import type { ExitCode, Terminal } from '../command.ts'
import { ledgerOption } from '../ledger-option.ts'
import { knownId } from './named-place.ts'
import { type OwnLedger, loadLedgerToWrite, writeLedger } from './own-ledger.ts'

export async function move(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    likely: { type: 'boolean', default: false },
    ...ledgerOption,
  })
  const places = values.likely ? [] : positionals.slice(0, 2)
  if (!values.likely && places.length < 2) {
    throw new UsageError('Write `links move <old> <new>`, or `links move --likely`.')
  }
  const own = await loadLedgerToWrite(positionals.slice(places.length), values.ledger, terminal)
  if (!own) return 1
  const moves = values.likely ? likelyMoves(own) : [namedMove(places, own)]
  const entries = new Map(own.ledger.entries)
  for (const { from, to } of moves) entries.set(from.id, moved(from, to))
  if (moves.length) await writeLedger(entries.values(), own.place)
  for (const { from, to } of moves) terminal.print(`${from.id} → ${to}`)
  terminal.print(`${own.place.name}: ${moves.length} moved.`)
  return 0
}

type Move = { from: LedgerEntry; to: string }

function namedMove([old = '', fresh = '']: readonly string[], own: OwnLedger): Move {
  const { ledger, published, read } = own
  const from = goneEntry(old, own)
  const wanted = 'a page, heading or step that is published'
  const known = { has: (id: string) => published.entries.has(id) || ledger.entries.has(id) }
  const to = knownId(
    fresh,
    { ...known, keys: () => published.entries.keys() },
    { site: read.site, wanted },
  )
  if (published.entries.has(to)) return { from, to }
  const resolution = resolvePermalink(to, ledger.entries, published)
  const meant =
    resolution.state === 'published' && to !== from.id
      ? ` It is \`${resolution.at.id}\` now.`
      : ` Name ${wanted}.`
  throw new UsageError(`\`${fresh}\` is gone itself.${meant}`)
}

/** Those that have the same id or the same words in one other place. */
function likelyMoves({ ledger, published, comparison }: OwnLedger): Move[] {
  const likely = detectRenames(ledger, published, comparison)
  return comparison.gone.flatMap(({ entry }) => {
    const match = likely.get(entry.id)
    return match?.certain ? [{ from: entry, to: match.to.id }] : []
  })
}

/** The entry of the ledger whose place is not published any more. */
export function goneEntry(typed: string, { ledger, published, read }: OwnLedger): LedgerEntry {
  const wanted = `something that ${ledger.name} has`
  const id = knownId(typed, ledger.entries, { site: read.site, wanted })
  const entry = ledger.entries.get(id)
  if (entry && !published.entries.has(id)) return entry
  throw new UsageError(`\`${typed}\` is published where it was. Name something that is gone.`)
}

function moved({ id, kind, title }: LedgerEntry, movedTo: string): LedgerEntry {
  return { id, kind, title, movedTo }
}
