/** What may happen to the files of a cache while no build runs. */
import {
  chmod,
  copyFile,
  mkdir,
  readFile,
  readdir,
  rename,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Damages all that is in a folder. */
type Damage = (folder: string) => Promise<void>

/** What makes a cache worthless, or parts of it. */
export const damages: Readonly<Record<string, Damage>> = {
  'every file is cut off': each(async (path) => {
    const { length } = await readFile(path)
    await truncate(path, Math.floor(length / 2))
  }),
  'every file is empty': each((path) => truncate(path)),
  'one bit of every file is another': each(async (path) => {
    const bytes = await readFile(path)
    const at = Math.floor(bytes.length / 2)
    if (bytes.length) bytes[at] = (bytes[at] ?? 0) ^ 1
    await writeFile(path, bytes)
  }),
  'files have each other’s names': async (folder) => {
    // Those of one shelf of the cache, so that their content is of the same kind.
    const byParent = Map.groupBy(await pathsIn(folder), (path) => dirname(dirname(path)))
    for (const paths of byParent.values()) {
      const [first, ...rest] = paths
      if (!first || rest.length === 0) continue
      await rename(first, `${first}.moved`)
      for (const [index, path] of rest.entries()) await rename(path, paths[index]!)
      await rename(`${first}.moved`, paths.at(-1)!)
    }
  },
  'every file is a folder': each(async (path) => {
    await rm(path)
    await mkdir(path)
  }),
  'every other file is gone': async (folder) => {
    const paths = await pathsIn(folder)
    for (const path of paths.filter((_, index) => index % 2)) await rm(path)
  },
  'nobody may read a file': each((path) => chmod(path, 0)),
  'nobody may write': async (folder) => {
    for (const path of await foldersIn(folder)) await chmod(path, 0o555)
  },
  'nobody may look into a folder': async (folder) => {
    for (const path of await foldersIn(folder)) await chmod(path, 0)
  },
  'it is a file': async (folder) => {
    await rm(folder, { recursive: true })
    await writeFile(folder, 'words')
  },
}

/** Give permissions back, so that the folder can be removed. */
export async function allowAll(folder: string): Promise<void> {
  await chmod(folder, 0o777).catch(() => undefined)
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await allowAll(path)
    else if (entry.isFile()) await chmod(path, 0o666)
  }
}

/** A copy that everybody may write to. */
export async function copyCache(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true })
  for (const path of await pathsIn(from)) {
    const copy = join(to, path.slice(from.length))
    await mkdir(dirname(copy), { recursive: true })
    await copyFile(path, copy)
  }
  await allowAll(to)
}

function each(damage: (path: string) => Promise<void>): Damage {
  return async (folder) => {
    for (const path of await pathsIn(folder)) await damage(path)
  }
}

async function pathsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

/** The deepest first. */
async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const inside = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
  return [...inside, folder].toSorted((a, b) => b.length - a.length)
}
