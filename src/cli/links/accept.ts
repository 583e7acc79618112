/** `links accept`: the ledger gets what is published and not in it yet. */
import type { LedgerEntry } from '../../permalinks/ledger.ts'
import { UsageError, readArguments } from '../arguments.ts'
import type { ExitCode, Terminal } from '../command.ts'
import { ledgerOption } from '../ledger-option.ts'
import { knownId } from './named-place.ts'
import { loadLedgerToWrite, writeLedger } from './own-ledger.ts'

/**
 * Without `--only`: all that is new, new words, and what was retired and is there again. What had moved and
 * is there again has to be named, for its old links lead elsewhere until then.
 */
export async function acceptPermalinks(
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    only: { type: 'string', multiple: true, default: [] },
    ...ledgerOption,
  })
  const own = await loadLedgerToWrite(positionals, values.ledger, terminal)
  if (!own) return 1
  const { ledger, published, comparison, read, place, exists } = own
  const named = values.only.map((typed) =>
    knownId(typed, published.entries, { site: read.site, wanted: 'something that is published' }),
  )
  if (published.entries.size === 0) throw new UsageError('There is no page to accept')

  const isWanted = (id: string) => named.length === 0 || named.includes(id)
  const added = comparison.fresh.filter(({ id }) => isWanted(id))
  const reworded = comparison.reworded.filter(({ id }) => isWanted(id))
  const back = comparison.back.filter(({ id, removed }) =>
    named.length ? named.includes(id) : removed !== undefined,
  )
  const entries = new Map<string, LedgerEntry>(ledger.entries)
  for (const permalink of added) entries.set(permalink.id, permalink)
  for (const { id, kind, title } of reworded)
    entries.set(id, { ...entries.get(id), id, kind, title })
  for (const { id } of back) {
    const { kind, title } = published.entries.get(id) ?? {}
    if (kind && title !== undefined) entries.set(id, { id, kind, title })
  }
  await writeLedger(entries.values(), place)

  const changes = [
    `${added.length} added`,
    ...(reworded.length ? [`${reworded.length} reworded`] : []),
    ...(back.length ? [`${back.length} there again`] : []),
  ]
  terminal.print(
    `${place.name}${exists ? '' : ' (new)'}: ${changes.join(', ')}; ${entries.size} entries.`,
  )
  for (const page of published.unreadable) {
    terminal.warn(`${page} cannot be read: nothing of it was added. \`check\` says why.`)
  }
  const left = comparison.gone.length + comparison.broken.length
  if (left === 0) return 0
  terminal.warn(`${left} gone that nothing is recorded of: \`links status\` names them.`)
  return 1
}
