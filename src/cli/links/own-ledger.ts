/** The ledger of a site, as the `links` commands read and write it. */
import { dirname } from 'node:path'
import type { BuildContext } from '../../docsets/build-context.ts'
import type { LedgerPlace } from '../../docsets/ledger-file.ts'
import { type ReadSite, readSite } from '../../docsets/read-site.ts'
import { type LedgerEntry, serializeLedger } from '../../permalinks/ledger.ts'
import { type LedgerState, ledgerState } from '../../permalinks/ledger-state.ts'
import { formatProblems } from '../../report/format-problems.ts'
import { toProblems } from '../../report/problems.ts'
import { UsageError } from '../arguments.ts'
import type { Terminal } from '../command.ts'
import { lockFolder } from '../l10n-folder.ts'
import { ledgerRequest } from '../ledger-option.ts'
import { findFolders, findOwn, findSite } from '../find-site.ts'
import { writeWhole } from '../process/write-whole.ts'
import { writablePath } from '../writable-path.ts'

export interface OwnLedger extends LedgerState {
  read: ReadSite
  place: LedgerPlace
  /** Whether the file is there; without it the ledger is empty. */
  exists: boolean
}

/**
 * Undefined, with the reason reported, when the ledger or the configuration is damaged.
 *
 * @param folders - docfx folders as typed; none for the project's own guides.
 * @param asked - What `--ledger` says.
 */
export async function loadLedger(
  folders: readonly string[],
  asked: string | undefined,
  terminal: Terminal,
): Promise<OwnLedger | undefined> {
  const { sources: opened, read } = await open(folders, asked, terminal)
  const place = opened.ledgerPlace
  const ledger = read.ledger ?? (place && { ...place, text: serializeLedger([]) })
  const result = ledger && ledgerState({ ...read, ledger })
  // Bytes that are no text would be written over with something else.
  const isText = !read.messages.some(({ file }) => file === place?.name)
  if (place && result?.state && isText) {
    return { ...result.state, read, place, exists: read.ledger !== undefined }
  }
  const problems = [...read.messages, ...(result?.messages ?? [])]
  terminal.warn(formatProblems(toProblems(problems), 'text'))
  return undefined
}

/** `openLedger` for a command that writes the ledger: until it has ended no other one does. */
export async function loadLedgerToWrite(
  folders: readonly string[],
  asked: string | undefined,
  terminal: Terminal,
): Promise<OwnLedger | undefined> {
  const publication = { ledger: ledgerRequest(folders, asked, terminal) }
  const { ledgerPlace } = await findSite(folders, terminal, publication)
  if (ledgerPlace) await lockFolder(dirname(ledgerPlace.path), terminal)
  return loadLedger(folders, asked, terminal)
}

async function open(
  folders: readonly string[],
  asked: string | undefined,
  terminal: Terminal,
): Promise<BuildContext> {
  const publication = { ledger: ledgerRequest(folders, asked, terminal) }
  const opened = folders.length
    ? await findFolders(folders, publication, terminal)
    : await findOwn(publication, terminal)
  return { sources: opened, read: await readSite(opened) }
}

/** Write the ledger whole or not at all; folders are made. */
export async function writeLedger(
  entries: Iterable<LedgerEntry>,
  { path, name }: LedgerPlace,
): Promise<void> {
  try {
    await writeWhole(await writablePath(path), serializeLedger(entries))
  } catch (error) {
    if (!isImpossible(error)) throw error
    throw new UsageError(
      `The ledger cannot be written to \`${name}\`, which is no file (${String(error.code)}). Name another place with --ledger.`,
    )
  }
}

/** The path is that of a folder, or leads through a file. */
function isImpossible(error: unknown): error is Error & { code: unknown } {
  return (
    error instanceof Error &&
    'code' in error &&
    ['EISDIR', 'ENOTDIR', 'EEXIST'].includes(String(error.code))
  )
}
