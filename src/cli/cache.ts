/** What builds keep for the next one: a folder that may be copied, shared or deleted at any time. */
import { createHash, randomBytes } from 'node:crypto'
import {
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { FactStore } from '../facts/store.ts'

/** Where a build finds and keeps things; whole paths. */
export interface BuildPlaces {
  /** The project's folder, with the site's own files. */
  root: string
  /** The folder of the program: where `src/` is. */
  programFolder: string
  /** What can be computed again. */
  cache: string
  /** Digest of the program. */
  program: string
}

/** The folder of the program, which has the templates. */
const programFolder = join(import.meta.dirname, '../..')

/** What builds keep where nobody says otherwise, and compiled themes in any case. */
export const usualCache = join(programFolder, 'node_modules/.cache/passerelle')

/** @param asked - Where the person wants the cache; undefined for the usual place. */
export async function buildPlaces(
  { root, cwd }: { root: string; cwd: string },
  asked: string | undefined,
): Promise<BuildPlaces> {
  const cache = asked === undefined ? usualCache : resolve(cwd, asked)
  return { root, programFolder, cache, program: await programDigest(programFolder) }
}

/** Facts in files by key. A cache that cannot be written, on a full disk for example, costs time only. */
export function diskStore(folder: string, now = Date.now()): FactStore {
  const shelves = new Set<string>()
  const shelfOf = (key: string) => join(folder, key.slice(0, 2))
  // Small files of a local disk: to wait for each of them costs several times what reading it does.
  return {
    async read(key) {
      const path = join(shelfOf(key), key)
      try {
        const bytes = readFileSync(path)
        markUsed(path, now)
        return bytes
      } catch {
        return undefined
      }
    },
    async write(key, bytes) {
      const shelf = shelfOf(key)
      // Of two builds that write the same key each renames a whole file.
      const fresh = join(shelf, `${key}.${randomBytes(6).toString('hex')}`)
      try {
        if (!shelves.has(shelf)) mkdirSync(shelf, { recursive: true })
        shelves.add(shelf)
        writeFileSync(fresh, bytes)
        renameSync(fresh, join(shelf, key))
      } catch {
        return
      }
    },
  }
}

const day = 24 * 60 * 60_000
/** What no build has used for so long is removed. */
const kept = 14 * day

/** The time of a file in the cache is that of the last day on which a build used it. */
function markUsed(path: string, now: number): void {
  if (statSync(path).mtimeMs > now - day) return
  try {
    utimesSync(path, now / 1000, now / 1000)
  } catch {
    // A cache that may only be read, or from which another build has just removed the file.
  }
}

/** Folders of a cache, for what each file is named by a key. */
const parts = ['facts', 'pages', 'search', 'builds', 'images']

/**
 * Once a day, remove what no build has used for two weeks, and what killed builds have left. A folder that holds
 * other files keeps them: only what is named as a cache names it goes.
 */
export function pruneCache(folder: string, now = Date.now()): void {
  const marker = join(folder, 'pruned')
  try {
    if ((statSync(marker, { throwIfNoEntry: false })?.mtimeMs ?? 0) > now - day) return
    writeFileSync(marker, '')
    for (const part of parts) prunePart(join(folder, part), now)
  } catch {
    // What stays costs room only.
    return
  }
}

function prunePart(folder: string, now: number): void {
  for (const shelf of namesIn(folder).filter((name) => /^[\da-f]{2}$/.test(name))) {
    for (const name of namesIn(join(folder, shelf))) {
      const path = join(folder, shelf, name)
      const isOurs = /^[\da-f]{32}(?:\.[\da-f]{12})?$/.test(name) && name.startsWith(shelf)
      const stats = isOurs ? lstatSync(path, { throwIfNoEntry: false }) : undefined
      if (stats?.isFile() && stats.mtimeMs < now - kept) rmSync(path, { force: true })
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Digest of all that reads and draws pages, and of the versions of the packages that it uses. */
async function programDigest(root: string): Promise<string> {
  const hash = createHash('sha256').update(process.versions.node)
  hash.update(await readFile(join(root, 'package.json')))
  hash.update(await readFile(join(root, 'package-lock.json')).catch(() => ''))
  for (const folder of ['plugins', 'src']) {
    const names = await readdir(join(root, folder), { recursive: true })
    const sources = names.filter((name) => /\.(?:ts|astro|css|json)$/.test(name))
    for (const name of sources.toSorted()) {
      hash.update(`\0${folder}/${name}\0`).update(await readFile(join(root, folder, name)))
    }
  }
  return hash.digest('hex').slice(0, 32)
}
