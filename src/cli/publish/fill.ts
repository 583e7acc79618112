/** Put files into a site that stays where it is, one after the other. */
import { lstat, mkdir, readdir, rename, rm, rmdir, stat, unlink } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { workerPath } from '../../i18n/paths.ts'
import { isOurs, marker } from './marker.ts'

/** What is needed of the disk; a test stops it. */
export interface Disk {
  rename: (from: string, to: string) => Promise<void>
  unlink: (path: string) => Promise<void>
}

export const realDisk: Disk = { rename, unlink }

/**
 * Put a whole site into a folder that has to stay; what the new site has not is removed.
 *
 * @param fresh - A folder in `out`; it is empty afterwards.
 */
export async function fillFolder(fresh: string, out: string): Promise<void> {
  const files = await filesIn(fresh)
  await placeFiles(
    fresh,
    out,
    files.filter((file) => file !== marker),
  )
  const kept = new Set(files)
  const others = await filesIn(out)
  await removeFiles(
    out,
    others.filter((file) => !kept.has(file) && !isOurs(file.split('/')[0] ?? '')),
  )
  await removeEmpty(out)
  await rename(join(fresh, marker), join(out, marker))
}

/**
 * Move files from one folder into another. What pages need comes before the pages: a reader in the meantime gets old or
 * new pages, but none without its styles. What is new comes before what names it, and last of all the worker that makes
 * browsers fetch pages anew.
 *
 * @param files - Their paths in both folders.
 */
export async function placeFiles(
  fresh: string,
  out: string,
  files: readonly string[],
  { rename: move }: Disk = realDisk,
): Promise<void> {
  await removeLinks(out, files)
  const ranked = await Promise.all(
    files.map(async (file) => ({ file, rank: rankOf(file, await isThere(join(out, file))) })),
  )
  for (const { file } of ranked.toSorted((a, b) => a.rank - b.rank)) {
    const [from, to] = [join(fresh, file), join(out, file)]
    await move(from, to).catch(async () => {
      await makeRoom(to, out)
      await move(from, to)
    })
  }
}

/** Where somebody has put a link in the place of a folder, files would get to where it leads. */
async function removeLinks(out: string, files: readonly string[]): Promise<void> {
  const folders = new Set<string>()
  for (const file of files)
    for (let path = dirname(file); path !== '.' && !folders.has(path); path = dirname(path))
      folders.add(path)
  for (const folder of [...folders].toSorted()) {
    const path = join(out, folder)
    const found = await lstat(path).catch(() => undefined)
    if (found?.isSymbolicLink()) await unlink(path)
  }
}

function rankOf(file: string, isReplaced: boolean): number {
  if (`/${file}` === workerPath) return 4
  return (file.endsWith('.html') ? 2 : 0) + Number(isReplaced)
}

/** Remove files of a site, and the folders that are empty then. One in whose place there is something else stays. */
export async function removeFiles(
  out: string,
  files: readonly string[],
  { unlink: remove }: Disk = realDisk,
): Promise<void> {
  for (const file of files) {
    const path = join(out, file)
    await remove(path).catch(async (error: unknown) => {
      const isFile = (await stat(path).catch(() => undefined))?.isDirectory() === false
      if (isFile) throw error
    })
    await removeEmptied(dirname(file), out)
  }
}

async function removeEmptied(folder: string, out: string): Promise<void> {
  for (let inside = folder; inside !== '.'; inside = dirname(inside)) {
    const isRemoved = await rmdir(join(out, inside)).then(
      () => true,
      () => false,
    )
    if (!isRemoved) return
  }
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

async function isThere(path: string): Promise<boolean> {
  return Boolean(await stat(path).catch(() => undefined))
}

/** Paths of all files below a folder, with `/` between names. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .map((path) => path.replaceAll(sep, '/'))
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
