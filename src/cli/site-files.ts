/** Where the files of a site are. */
import { resolve } from 'node:path'
import type { FileSystem } from '../docsets/file-system.ts'
import { diskWithin } from '../node-file-system.ts'
import type { Terminal } from './command.ts'

/** The folders that all files of a site are in, absolute paths; links may not lead out of them. */
export function siteRoots(
  folders: readonly string[],
  { cwd, root }: Pick<Terminal, 'cwd' | 'root'>,
): string[] {
  return [...folders.map((folder) => resolve(cwd, folder)), `${root}/content`]
}

/** The disk as a site sees it; without folders, the project’s own guides. */
export function siteFiles(
  folders: readonly string[],
  terminal: Pick<Terminal, 'cwd' | 'root'>,
): FileSystem {
  return diskWithin(siteRoots(folders, terminal))
}
