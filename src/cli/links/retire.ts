/** `links retire <id> --why "…"`: the ledger learns that links to something may break, and why. */
import { UsageError, readArguments } from '../arguments.ts'
import type { ExitCode, Terminal } from '../command.ts'
import { ledgerOption } from '../ledger-option.ts'
import { goneEntry } from './move.ts'
import { openLedger, writeLedger } from './own-ledger.ts'

export async function retire(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    why: { type: 'string', default: '' },
    ...ledgerOption,
  })
  const [typed, ...folders] = positionals
  const why = values.why.replaceAll(/\s+/g, ' ').trim()
  if (typed === undefined) throw new UsageError('Expected `links retire <id>`')
  if (!why) throw new UsageError('Expected `--why "…"`: the reason is what the next person reads')
  const own = await openLedger(folders, values.ledger, terminal)
  if (!own) return 1
  const { id, kind, words } = goneEntry(typed, own)
  const entries = new Map(own.ledger.entries).set(id, { id, kind, words, retired: why })
  await writeLedger(entries.values(), own.place)
  terminal.print(`${own.place.name}: ${id} retired.`)
  return 0
}
