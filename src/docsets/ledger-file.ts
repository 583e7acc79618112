/** Find the ledger of permalinks. It is parsed later, once all pages are known. */
import type { VFileMessage } from 'vfile-message'
import { decode } from './decode.ts'
import type { Docset } from './docset.ts'
import { linkProblems } from './symlinks.ts'
import type { FileSystem } from './file-system.ts'
import { dataFolder } from './data-folder.ts'

/** The ledger of a site; it has no text if the file does not exist yet. */
export interface LedgerPlace {
  /** Absolute path. */
  path: string
  /** Its name in messages. */
  name: string
  /** The arguments with which a `links` command finds this site: folders, options. */
  siteArgs: readonly string[]
}

/** A ledger with its text and its name in messages. */
export interface LedgerFile
  extends Pick<LedgerPlace, 'name'>, Partial<Pick<LedgerPlace, 'siteArgs'>> {
  text: string
}

/** Command-line options about the ledger. */
export interface LedgerRequest {
  /** Absolute path of a ledger that is not in the usual place. */
  path?: string | undefined
  /** See `LedgerPlace`. */
  siteArgs?: readonly string[]
}

interface LedgerOptions {
  /** The project's folder. */
  root: string
  files: FileSystem
  nameOf: (absolute: string) => string
  ledger?: LedgerRequest | undefined
}

/** `permalinks.json` in `content`, or beside the docset. A site without that file has no ledger. */
export async function findLedger(
  docsets: readonly { docset: Docset }[],
  { root, files, nameOf, ledger = {} }: LedgerOptions,
): Promise<{ place: LedgerPlace; ledger?: LedgerFile; messages: VFileMessage[] }> {
  const path = ledger.path ?? `${dataFolder(docsets, root)}/permalinks.json`
  const place = { path, name: nameOf(path), siteArgs: ledger.siteArgs ?? [] }
  const bytes = await files.read(path)
  if (!bytes) return { place, messages: await linkProblems(files, path, nameOf) }
  const { text, message } = decode(bytes, place.name)
  const { name, siteArgs } = place
  return { place, ledger: { name, siteArgs, text }, messages: message ? [message] : [] }
}
