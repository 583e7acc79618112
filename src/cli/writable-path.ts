/** Never write through a symbolic link that leads out of the folder that is meant. */
import { dirname } from 'node:path'
import { lstat } from 'node:fs/promises'
import { Failure } from './process/failure.ts'
import { isMissing, realPath, realPathWithin, rootAround } from '../real-path.ts'

/** A file would have been written somewhere else than it seems. */
export class OutsideLinkError extends Failure {
  override readonly name = 'OutsideLinkError'
}

/**
 * The path to write to: of a link that stays in its folder, the file that it leads to.
 *
 * @param roots - Folders that are each a whole; without one around the path, the path's own folder is.
 * @throws {OutsideLinkError} when links lead out of it, or nowhere.
 */
export async function writablePath(path: string, roots: readonly string[] = []): Promise<string> {
  const entry = await lstat(path).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
  const there = entry ? path : await nearestThere(dirname(path))
  // A folder that is not declared as part of another one may be a link.
  if (!entry && rootAround(there, roots) === undefined) return path
  const real = await realPathWithin(there, roots)
  if (real !== undefined) return entry?.isSymbolicLink() ? real : path
  throw new OutsideLinkError(
    `${path} is behind a symbolic link that leads out of its folder. Put a file or folder in place of the link.`,
  )
}

/** The nearest folder above that is there. */
async function nearestThere(folder: string): Promise<string> {
  if ((await realPath(folder)) !== undefined || dirname(folder) === folder) return folder
  return nearestThere(dirname(folder))
}
