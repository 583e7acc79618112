/** What builds keep for the next one: a folder that may be copied, shared or deleted at any time. */
import { randomBytes } from 'node:crypto'
import {
  existsSync,
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
import { homedir } from 'node:os'
import { basename, join, relative, resolve, sep } from 'node:path'
import { digestAll } from '../facts/digest.ts'
import type { FactStore } from '../facts/store.ts'
import { isInstalled } from '../package.ts'
import { configCodeDigest } from './config-modules.ts'
import { prunePacks } from './pack-store.ts'
import { programDigest, programFolder } from './program.ts'
import { bareCache, isSite } from './site-folder.ts'

/** Where a build finds and keeps things; absolute paths. */
export interface BuildPlaces {
  /** The site's folder. */
  root: string
  /** What can be computed again. */
  cache: string
  /** Compiled themes: those of a checkout serve all sites that it builds. */
  themes: string
  /** Digest of the program, the code of the site’s plugins included. */
  program: string
}

/** What builds keep where nobody says otherwise: in the folder for such things, where a site has one. */
export function usualCache(root: string): string {
  const modules = join(root, 'node_modules')
  return existsSync(modules) ? join(modules, '.cache/passerelle') : join(root, bareCache)
}

/** The cache of who builds docsets without a site: beside them, never in one of them or in what is published. */
function bareCacheFor(cwd: string, folders: readonly string[]): string {
  const isFree = folders.every((folder) => relative(folder, cwd).split(sep)[0] === '..')
  return isFree ? join(cwd, bareCache) : join(homedir(), '.cache/passerelle')
}

/** What says where a build keeps things. */
export interface PlacesQuestion {
  root: string
  cwd: string
  /** Where the person wants the cache, as typed. */
  cache: string | undefined
  /** Absolute paths of folders that the cache must not be in: docsets, and the site as it is published. */
  others: readonly string[]
}

export async function buildPlaces(question: PlacesQuestion): Promise<BuildPlaces> {
  const { root, cwd, cache: asked, others } = question
  const usual = isSite(root) ? usualCache(root) : bareCacheFor(cwd, others)
  const cache = asked === undefined ? usual : resolve(cwd, asked)
  const themes = join(isInstalled ? cache : usualCache(programFolder), 'theme')
  const code = configCodeDigest(root)
  const own = programDigest()
  return { root, cache, themes, program: code === undefined ? own : digestAll([own, code]) }
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
        // See above.
      }
      return undefined
    },
  }
}

/** Parts of search indexes that are kept, and the program that has made them. */
export function searchCache({ cache, program }: Pick<BuildPlaces, 'cache' | 'program'>) {
  return { cache: diskStore(join(cache, 'search')), program }
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
const parts = ['facts', 'pages', 'search', 'builds', 'images', 'offline', 'changes']

/**
 * Once a day, remove what no build has used for two weeks, and what killed builds have left. A folder that holds
 * other files keeps them: only what is named as a cache names it goes.
 */
export function pruneCache(folder: string, now = Date.now()): void {
  const marker = join(folder, 'pruned')
  try {
    if ((statSync(marker, { throwIfNoEntry: false })?.mtimeMs ?? 0) > now - day) return
    writeFileSync(marker, '')
    if (basename(folder) === bareCache) writeFileSync(join(folder, '.gitignore'), '*\n')
    for (const part of parts) {
      prunePart(join(folder, part), now)
      prunePacks(join(folder, part), now - kept)
    }
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
