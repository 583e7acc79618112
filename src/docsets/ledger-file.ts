/** Find the ledger of permalinks: it is parsed once all pages are known. */
import type { VFileMessage } from 'vfile-message'
import { decode } from './decode.ts'
import type { Docset } from './docset.ts'
import { linkProblems } from './symlinks.ts'
import type { FileSystem } from './file-system.ts'
import { dataFolder } from './data-folder.ts'

/** Where a site's ledger is; one that is not there yet has no text. */
export interface LedgerPlace {
  /** Absolute path. */
  path: string
  /** Its name in messages. */
  name: string
  /** The arguments that make a `links` command find this site: folders, options. */
  siteArgs: readonly string[]
}

/** The text of a ledger, with its name in messages. */
export interface LedgerFile
  extends Pick<LedgerPlace, 'name'>, Partial<Pick<LedgerPlace, 'siteArgs'>> {
  text: string
}

/** What a person at the terminal says about the ledger. */
export interface LedgerRequest {
  /** Absolute path of a ledger that is not in its usual place. */
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

/** `permalinks.json` in `content`, or beside the docset: a site whose team made none keeps none. */
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
