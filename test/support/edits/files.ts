/** The files of a site that edits are made to, as values: what a folder has is made to equal them. */
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Bytes by path from the site's folder. */
export type Files = ReadonlyMap<string, Buffer>

/** @param known - An earlier reading, whose bytes are taken where they are the same: many readings fit into memory. */
export async function readFiles(
  folder: string,
  within: readonly string[] = ['.'],
  known?: Files,
): Promise<Files> {
  const found = await Promise.all(within.map((path) => pathsIn(folder, path)))
  const read = found
    .flat()
    .toSorted()
    .map(async (path) => {
      const [bytes, before] = [await readFile(join(folder, path)), known?.get(path)]
      return [path, before?.equals(bytes) ? before : bytes] as const
    })
  return new Map(await Promise.all(read))
}

async function pathsIn(folder: string, within: string): Promise<string[]> {
  const start = join(folder, within)
  const entries = await readdir(start, { recursive: true, withFileTypes: true }).catch(
    () => undefined,
  )
  if (!entries) return (await isFile(start)) ? [within] : []
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  )
}

/** Paths whose bytes are not the same in both. */
export function changedPaths(before: Files, after: Files): string[] {
  const paths = new Set([...before.keys(), ...after.keys()])
  return [...paths].filter((path) => !isSame(before.get(path), after.get(path))).toSorted()
}

function isSame(one: Buffer | undefined, other: Buffer | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && one.equals(other))
}

/** Make the disk, which has `before`, say `after`. */
export async function showFiles(folder: string, before: Files, after: Files): Promise<void> {
  const paths = changedPaths(before, after)
  // A folder may take the name of a file that goes.
  for (const path of paths) if (!after.has(path)) await rm(join(folder, path), { force: true })
  for (const path of paths) {
    const bytes = after.get(path)
    if (!bytes) continue
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
}
