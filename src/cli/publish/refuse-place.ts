/** Places where no site may be put. */
import { realpath } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { UsageError } from '../arguments.ts'

/** Folders of the project that a site would become a part of, or take the place of. */
const ownFolders = ['content', 'src', 'plugins', 'public', 'test', 'node_modules', '.git']

/**
 * @param out - Absolute path, there or not; links are followed.
 * @param root - The project's folder: a site may lie in it, but not be it or hold it.
 * @param docsets - Folders of pages: the next build would take a site in them for content.
 * @throws UsageError
 */
export async function refusePlace(
  out: string,
  { root, docsets }: { root: string; docsets: readonly string[] },
): Promise<void> {
  const place = await realOf(out)
  // Tools keep there what they can make again.
  const isCached = isWithin(place, join(await realOf(join(root, 'node_modules')), '.cache'))
  const own = ownFolders.filter((name) => !isCached || name !== 'node_modules')
  const inside = [...own.map((name) => join(root, name)), ...docsets]
  for (const folder of [root, ...inside]) {
    const real = await realOf(folder)
    const isHolder = isWithin(real, place)
    if (isHolder) throw refused(out, folder)
    if (folder !== root && isWithin(place, real)) throw refused(out, folder)
  }
}

function refused(out: string, folder: string): UsageError {
  return new UsageError(
    `--out \`${out}\` overlaps \`${folder}\`. Name a folder of its own, such as \`dist\`.`,
  )
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

/** The path without links, of as much of it as is there. */
async function realOf(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(await realOf(parent), relative(parent, path))
  }
}
