/** Move a folder, to another file system too. */
import { constants } from 'node:fs'
import { cp, rename, rm, rmdir } from 'node:fs/promises'

/** Codes of a rename that a copy can do instead: another file system, or a layer of a container's. */
const copied = new Set(['EXDEV', 'EPERM', 'ENOTSUP'])

/**
 * @param to - An empty folder, or one that is not there; its parent is.
 * @param operations - For tests.
 */
export async function moveFolder(
  from: string,
  to: string,
  operations: { rename: (from: string, to: string) => Promise<void> } = { rename },
): Promise<void> {
  // Windows renames nothing to a folder that is there.
  await rmdir(to).catch(() => undefined)
  try {
    await operations.rename(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && copied.has(String(error.code)))) throw error
    await cp(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE })
    await rm(from, { recursive: true, force: true })
  }
}
