/** `links retire <id> --why "…"`: the ledger learns that something was taken away, and why. */
import { UsageError, readArguments } from '../arguments.ts'
import type { ExitCode, Terminal } from '../command.ts'
import { withReason } from '../../permalinks/reason.ts'
import { sourceLocaleOf } from '../../permalinks/removed.ts'
import { ledgerOption } from '../ledger-option.ts'
import { goneEntry } from './move.ts'
import { loadLedgerToWrite, writeLedger } from './own-ledger.ts'

export async function retire(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    why: { type: 'string', multiple: true, default: [] },
    ...ledgerOption,
  })
  const [typed, ...folders] = positionals
  if (typed === undefined) throw new UsageError('Write `links retire <id> --why "…"`.')
  const own = await loadLedgerToWrite(folders, values.ledger, terminal)
  if (!own) return 1
  const { id, kind, title, removed: before } = goneEntry(typed, own)
  const { site } = own.read
  const source = sourceLocaleOf(id, site) ?? ''
  const locales = site.locales.map(({ tag }) => tag)
  const message = readReasons(values.why, locales, source)
  const removed = withReason(before, message, source)
  const entries = new Map(own.ledger.entries).set(id, { id, kind, title, removed })
  await writeLedger(entries.values(), own.place)
  terminal.print(`${own.place.name}: ${id} retired.`)
  return 0
}

/** Texts by language: `fr-FR=…` says its own, others are in the `source` language. */
function readReasons(
  typed: readonly string[],
  locales: readonly string[],
  source: string,
): Record<string, string> {
  const message: Record<string, string> = {}
  for (const item of typed) {
    const [, tag = '', rest = ''] = /^([a-z]{2,3}(?:-[a-z\d]{2,8})*)=(.*)$/is.exec(item) ?? []
    const locale = locales.find((known) => known.toLowerCase() === tag.toLowerCase())
    if (tag && !locale) {
      throw new UsageError(
        `The site has no language \`${tag}\` for --why. Write ${locales.map((known) => `\`${known}=…\``).join(' or ')}.`,
      )
    }
    const text = (locale ? rest : item).replaceAll(/\s+/g, ' ').trim()
    if (text) message[locale ?? source] = text
  }
  if (Object.keys(message).length > 0) return message
  throw new UsageError('A reason is missing. Write `--why "…"`: readers of old links see it.')
}
