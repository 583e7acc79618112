/** The project's ledger as the `links` commands read and write it. */
import { chmod, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { disk } from '../../disk.ts'
import { readOwnSite } from '../../docsets/own-site.ts'
import type { ReadSite } from '../../docsets/read-site.ts'
import { type Ledger, type LedgerEntry, serializeLedger } from '../../links/ledger.ts'
import { type LedgerState, ledgerState } from '../../links/ledger-state.ts'
import { formatProblems } from '../../report/format.ts'
import { toProblems } from '../../report/problems.ts'
import type { Terminal } from '../command.ts'

export const ledgerFile = 'content/permalinks.json'

const empty: Ledger = { name: ledgerFile, entries: new Map(), places: new Map() }

export interface OwnLedger extends LedgerState {
  read: ReadSite
  /** Whether the file is there; without it the ledger is empty. */
  exists: boolean
}

/** Undefined, and told why, when the ledger or the configuration is damaged. */
export async function openLedger({ root, warn }: Terminal): Promise<OwnLedger | undefined> {
  const { read } = await readOwnSite(root, disk)
  const ledger = read.ledger ?? { name: ledgerFile, text: serializeLedger(empty.entries.values()) }
  const found = ledgerState({ ...read, ledger })
  if (found?.state) return { ...found.state, read, exists: read.ledger !== undefined }
  const told = toProblems([...read.messages, ...(found?.messages ?? [])])
  warn(formatProblems(told, 'text'))
  return undefined
}

/** Write the ledger whole or not at all: beside its place first, then there in one step. */
export async function writeLedger(
  entries: Iterable<LedgerEntry>,
  { root }: Pick<Terminal, 'root'>,
): Promise<void> {
  const path = join(root, ledgerFile)
  const fresh = `${path}.${process.pid}.new`
  try {
    await writeFile(fresh, serializeLedger(entries))
    const mode = await stat(path).then(
      (found) => found.mode,
      () => undefined,
    )
    if (mode !== undefined) await chmod(fresh, mode)
    await rename(fresh, path)
  } finally {
    await rm(fresh, { force: true })
  }
}
