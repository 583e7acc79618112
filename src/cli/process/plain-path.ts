/**
 * Folders whose names the bundler cannot take. Vite reads `?` and `#` in a file's path as the end of its name,
 * decodes `%20`, and loses style sheets of others, so such a folder is reached by a symbolic link with a plain
 * name, which options make Node and Vite keep (`--preserve-symlinks`, `resolve.preserveSymlinks`).
 */
import { rmSync } from 'node:fs'
import { access, constants, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, parse, sep } from 'node:path'
import { Failure } from './failure.ts'
import { addCleanup } from './signals.ts'
import { removeAbandoned, temporaryName } from './temporary.ts'

const prefix = 'passerelle-link-'
const plainName = /^[\w.@+~-]*$/

/** Whether all names in an absolute path are of letters, digits and signs that mean nothing in an address. */
export function isPlainPath(path: string): boolean {
  return oddFolder(path) === undefined
}

/** The part of an absolute path up to its last name that is not plain; undefined where all are. */
function oddFolder(path: string): string | undefined {
  const { root } = parse(path)
  const names = path.slice(root.length).split(sep)
  const last = names.findLastIndex((name) => !plainName.test(name))
  return last < 0 ? undefined : root + names.slice(0, last + 1).join(sep)
}

export interface FolderLink {
  path: string
  remove: () => void
}

/**
 * Make a link with a plain path to a folder. It is gone when the process ends by a signal; those of killed
 * processes are removed by the next one.
 *
 * @throws Failure where there is no folder for it.
 */
export async function linkFolder(folder: string): Promise<FolderLink> {
  const place = await plainTemporaryFolder()
  if (place === undefined) {
    throw new Failure(
      `\`${folder}\` has characters in its path that cannot be built, and there is no folder for a link to it. Set TMPDIR to a folder that can be written and whose path has letters and digits only.`,
    )
  }
  await removeAbandoned(place, prefix)
  const path = join(place, temporaryName(prefix))
  await symlink(folder, path, 'dir')
  const unlink = () => rmSync(path, { force: true })
  const forget = addCleanup(unlink)
  return {
    path,
    remove: () => {
      forget()
      unlink()
    },
  }
}

async function plainTemporaryFolder(): Promise<string | undefined> {
  for (const folder of [tmpdir(), '/tmp', '/var/tmp']) {
    const canWrite = access(folder, constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    )
    if (isPlainPath(folder) && (await canWrite)) return folder
  }
  return undefined
}
