/** Put a site into a folder that has to stay, file by file. */
import { mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isOurs } from './marker.ts'

/**
 * What pages need comes before the pages, and what no page needs any more goes last: a reader in the
 * meantime gets old or new pages, but none without its styles.
 *
 * @param fresh - A folder in `out`; it is empty afterwards.
 */
export async function fillFolder(fresh: string, out: string): Promise<void> {
  const files = await filesIn(fresh)
  const isPage = (path: string) => Number(path.endsWith('.html'))
  for (const path of files.toSorted((a, b) => isPage(a) - isPage(b))) {
    const to = join(out, path)
    await makeRoom(to, out)
    await rename(join(fresh, path), to)
  }
  const kept = new Set(files)
  for (const path of await filesIn(out)) {
    if (!kept.has(path) && !isOurs(path.split('/')[0] ?? '')) await rm(join(out, path))
  }
  await removeEmpty(out)
}

/** A file where a folder is to be, or a folder where a file is to be, goes. */
async function makeRoom(path: string, out: string): Promise<void> {
  const result = await stat(path).catch(() => undefined)
  if (result?.isDirectory()) await rm(path, { recursive: true })
  const parents: string[] = []
  for (let parent = dirname(path); parent !== out; parent = dirname(parent)) parents.push(parent)
  for (const parent of parents.toReversed()) {
    const there = await stat(parent).catch(() => undefined)
    if (there && !there.isDirectory()) await rm(parent)
  }
  await mkdir(dirname(path), { recursive: true })
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
}

async function removeEmpty(out: string): Promise<void> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true })
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !isOurs(path.slice(out.length + 1).split('/')[0] ?? ''))
  // The deepest first; one that is not empty stays.
  for (const path of folders.toSorted((a, b) => b.length - a.length)) {
    await rmdir(path).catch(() => undefined)
  }
}
