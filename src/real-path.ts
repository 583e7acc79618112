/** Where a path leads once symbolic links are followed, and whether that is still where it seems to be. */
import { realpathSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'

/** Folders of other programs, in which nothing is content. */
export const ignoredFolders: ReadonlySet<string> = new Set([
  '.git',
  '.passerelle',
  'node_modules',
  'lost+found',
])

/**
 * The real path of something that is there; undefined if it is not there, or if links lead out of the
 * folder that it seems to be in.
 *
 * @param roots - Folders that are each a whole. The nearest one around the path counts, else the folder
 *   that the path names. A root may be a link itself.
 */
export async function realPathWithin(
  path: string,
  roots: readonly string[],
): Promise<string | undefined> {
  const root = rootAround(path, roots) ?? dirname(resolve(path))
  const [real, realRoot] = [realPathNow(path), realPathNow(root)]
  if (real === undefined || realRoot === undefined) return undefined
  return isWithin(realRoot, real) ? real : undefined
}

/** Is `path` in `folder`, and in none of the folders that are passed over there? Both without links. */
export function isWithin(folder: string, path: string): boolean {
  const inside = relative(folder, path)
  if (inside === '..' || inside.startsWith('../') || isAbsolute(inside)) return false
  return !inside.split('/').some((name) => ignoredFolders.has(name))
}

/** Undefined for what is not there, and for links that lead nowhere or to each other. */
export async function realPath(path: string): Promise<string | undefined> {
  return realPathNow(path)
}

/** At once: to wait for each of thousands of files costs several times what the system needs for them. */
export function realPathNow(path: string): string | undefined {
  try {
    return realpathSync.native(path)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

export function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['ENOENT', 'EISDIR', 'ENOTDIR', 'ELOOP'].includes(String(error.code))
  )
}

/** The nearest of some folders that a path is in, or that it names. */
export function rootAround(path: string, roots: readonly string[]): string | undefined {
  return roots
    .map((root) => resolve(root))
    .filter((root) => isInside(relative(root, resolve(path))))
    .toSorted((a, b) => b.length - a.length)[0]
}

/** Whether a relative path stays in its folder: a name may begin with two dots, too. */
function isInside(path: string): boolean {
  return path.split(sep)[0] !== '..'
}
