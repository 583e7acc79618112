/** The ledger of a site, as the `links` commands read and write it. */
import { chmod, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Handover } from '../../docsets/handover.ts'
import type { LedgerPlace } from '../../docsets/ledger-file.ts'
import { readOwnSite } from '../../docsets/own-site.ts'
import { type ReadSite, readSite } from '../../docsets/read-site.ts'
import { type LedgerEntry, serializeLedger } from '../../links/ledger.ts'
import { type LedgerState, ledgerState } from '../../links/ledger-state.ts'
import { formatProblems } from '../../report/format.ts'
import { toProblems } from '../../report/problems.ts'
import { UsageError } from '../arguments.ts'
import type { Terminal } from '../command.ts'
import { ledgerRequest } from '../ledger-option.ts'
import { writablePath } from '../writable-path.ts'
import { openFolders, ownFiles } from '../open-texts.ts'

export interface OwnLedger extends LedgerState {
  read: ReadSite
  place: LedgerPlace
  /** Whether the file is there; without it the ledger is empty. */
  exists: boolean
}

/**
 * Undefined, and told why, when the ledger or the configuration is damaged.
 *
 * @param folders - docfx folders as typed; none for the project's own guides.
 * @param asked - What `--ledger` says.
 */
export async function openLedger(
  folders: readonly string[],
  asked: string | undefined,
  terminal: Terminal,
): Promise<OwnLedger | undefined> {
  const { opened, read } = await open(folders, asked, terminal)
  const place = opened.ledgerPlace
  const ledger = read.ledger ?? (place && { ...place, text: serializeLedger([]) })
  const found = ledger && ledgerState({ ...read, ledger })
  // Bytes that are no text would be written over with something else.
  const isText = !read.messages.some(({ file }) => file === place?.name)
  if (place && found?.state && isText) {
    return { ...found.state, read, place, exists: read.ledger !== undefined }
  }
  const told = [...read.messages, ...(found?.messages ?? [])]
  terminal.warn(formatProblems(toProblems(told), 'text'))
  return undefined
}

async function open(
  folders: readonly string[],
  asked: string | undefined,
  terminal: Terminal,
): Promise<Handover> {
  const publication = { ledger: ledgerRequest(folders, asked, terminal) }
  if (folders.length === 0) return readOwnSite(terminal.root, ownFiles(terminal), publication)
  const opened = await openFolders(folders, publication, terminal)
  return { opened, read: await readSite(opened) }
}

/** Write the ledger whole or not at all: beside its place first, then there in one step. */
export async function writeLedger(
  entries: Iterable<LedgerEntry>,
  place: LedgerPlace,
): Promise<void> {
  const { name } = place
  const path = await writablePath(place.path)
  const fresh = `${path}.${process.pid}.new`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(fresh, serializeLedger(entries))
    const mode = await stat(path).then(
      (found) => found.mode,
      () => undefined,
    )
    if (mode !== undefined) await chmod(fresh, mode)
    await rename(fresh, path)
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    throw new UsageError(
      `Unexpected place \`${name}\` for the ledger, expected a file that can be written (${String(error.code)}); --ledger says another`,
    )
  } finally {
    await rm(fresh, { force: true }).catch(() => undefined)
  }
}
