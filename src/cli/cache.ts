/** What builds keep for the next one: a folder that may be copied, shared or deleted at any time. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
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
export function diskStore(folder: string): FactStore {
  const shelves = new Set<string>()
  const shelfOf = (key: string) => join(folder, key.slice(0, 2))
  // Small files of a local disk: to wait for each of them costs several times what reading it does.
  return {
    async read(key) {
      try {
        return readFileSync(join(shelfOf(key), key))
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
