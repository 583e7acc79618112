/** Compile the theme once and keep it: templates become a program that draws any page without a bundler. */
import { existsSync, readFileSync, readdirSync, realpathSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { digestAll } from '../facts/digest.ts'
import type { ThemeChanges } from '../theming/find-theme.ts'
import { compileInProcess } from './compile-process.ts'
import type { CopiedChanges } from './replacements.ts'
import type { openTheme } from './theme-entry.ts'

/** A compiled theme on the disk. */
export interface CompiledTheme {
  /** Digest of all that it was made of. */
  key: string
  /** Folder with its scripts and styles, as they are published. */
  client: string
  openTheme: typeof openTheme
}

export interface ThemeOptions {
  /** Folder for compiled themes, absolute. */
  cache: string
  base: string
  /** Digest of the templates, of all that they may import, and of the versions that compile them. */
  program: string
  /** What a site has replaced of it. */
  changes: ThemeChanges | undefined
  /** Take files by the paths of links to them. */
  preserveSymlinks: boolean
  /** Run `work` while no other process compiles. */
  locked: (work: () => Promise<void>) => Promise<void>
  /** A name for a folder that is removed if this process is killed. */
  temporary: (prefix: string) => string
}

/** The compiled theme, compiled now if there is none of these templates for this base. */
export async function compiledTheme(options: ThemeOptions): Promise<CompiledTheme> {
  const { program, base, changes } = options
  const key = digestAll([program, base, ...(changes ? [changes.digest] : [])])
  const folder = join(options.cache, key)
  if (!isWhole(folder)) {
    await options.locked(async () => {
      if (!isWhole(folder)) await compile(options, folder)
    })
  }
  const entry = pathToFileURL(join(folder, 'server/entry.mjs')).href
  const { openTheme } = (await import(entry)) as Pick<CompiledTheme, 'openTheme'>
  return { key, client: join(folder, 'client'), openTheme }
}

/** A whole folder or none is at `folder`, whatever happens: the name comes last. One that was damaged gives way. */
async function compile(
  { cache, base, changes, preserveSymlinks, temporary }: ThemeOptions,
  folder: string,
): Promise<void> {
  const fresh = join(cache, temporary('compiling-'))
  const outDir = join(fresh, 'theme')
  await mkdir(fresh, { recursive: true })
  // A path that Vite cannot take is reached by a link, which has to stay one.
  const places = [fresh, join(program, 'node_modules/.cache'), program]
  const root = await emptyRoot(preserveSymlinks ? [program] : places.map(realPlace))
  try {
    const moved = changes && (await copyChanges(changes, root))
    const cacheDir = join(fresh, 'astro')
    await compileInProcess({ base, changes: moved, preserveSymlinks, root, outDir, cacheDir })
    await writeFile(join(outDir, sealName), sealOf(outDir))
    await rm(folder, { recursive: true, force: true })
    await rename(outDir, folder)
  } finally {
    const made = [fresh, root]
    await Promise.all(made.map((path) => rm(path, { recursive: true, force: true })))
  }
}

/** Astro finds templates below its root, or near it: those of a site may be anywhere. */
async function copyChanges(changes: ThemeChanges, root: string): Promise<CopiedChanges> {
  const { folder, components, own } = changes
  const copy = join(root, 'theme/')
  if (existsSync(folder)) await cp(folder, copy, { recursive: true, dereference: true })
  const copied = {
    folder: copy,
    original: folder,
    components: movedPaths(components, folder, copy) as ThemeChanges['components'],
  }
  if (!own) return copied
  const ownCopy = join(root, 'components/')
  await cp(own.folder, ownCopy, { recursive: true, dereference: true })
  const files = movedPaths(own.files, own.folder, ownCopy)
  return { ...copied, own: { folder: ownCopy, files } }
}

function movedPaths(
  paths: Readonly<Record<string, string>>,
  from: string,
  to: string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(paths).map(([name, path]) => [name, to + path.slice(from.length)]),
  )
}

/** The folder that has `src/`. */
const program = join(import.meta.dirname, '../..')

/**
 * An empty folder in one of `places`: Astro notes things in its root, and the folder of the program may be read-only. It
 * takes a path of a template for one below its root where the two begin with other names.
 */
async function emptyRoot(places: readonly string[]): Promise<string> {
  const start = (path: string) => path.split(sep)[1]
  const isGood = (path: string) => start(path) === start(program) && findsAstro(path)
  return mkdtemp(join(places.find(isGood) ?? program, 'passerelle-root-'))
}

function realPlace(path: string): string {
  return existsSync(path) ? realpathSync(path) : path
}

/** A site need not have Astro itself. */
function findsAstro(folder: string): boolean {
  try {
    createRequire(join(folder, 'x.js')).resolve('astro/package.json')
    return existsSync(folder)
  } catch {
    return false
  }
}

/** Has the digest of all other files of a compiled theme. */
const sealName = 'digest'

/** Nobody has cut off, changed or removed a file since it was compiled: what is damaged would draw damaged pages. */
function isWhole(folder: string): boolean {
  try {
    return readFileSync(join(folder, sealName), 'utf8') === sealOf(folder)
  } catch {
    return false
  }
}

function sealOf(folder: string): string {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  const files = paths.filter((path) => path !== sealName).toSorted()
  return digestAll(files.flatMap((path) => [path, readFileSync(join(folder, path))]))
}
