/** Compile the theme once and cache it: templates become a program that draws any page without a bundler. */
import { existsSync, realpathSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { digestAll } from '../facts/digest.ts'
import { isSealed, seal } from '../sealed-folder.ts'
import type { ThemeChanges } from '../theming/find-theme.ts'
import { compileInProcess } from './compile-process.ts'
import { isMarkDue, markUsed, removeUnused } from './old-themes.ts'
import type { CopiedChanges } from './replacements.ts'
import type { loadTemplates, openTheme } from './theme-entry.ts'

/** A compiled theme on the disk. */
export interface CompiledTheme {
  /** Digest of all that it was made of. */
  key: string
  /** Folder with its scripts and styles, as they are published. */
  client: string
  openTheme: typeof openTheme
  loadTemplates: typeof loadTemplates
}

export interface ThemeOptions {
  /** Folder for compiled themes, absolute. */
  cache: string
  base: string
  /** Digest of the templates, of all that they may import, and of the versions that compile them. */
  program: string
  /** Components of the theme that the site replaces with its own. */
  changes: ThemeChanges | undefined
  /** Use the path of a symbolic link, not of its target, as Vite’s option of the same name. */
  preserveSymlinks: boolean
  /** Run `work` while no other process compiles. */
  locked: (work: () => Promise<void>) => Promise<void>
  /** A name for a folder that is removed if this process is killed. */
  temporary: (prefix: string) => string
}

/**
 * The compiled theme, from the cache if it has one of these templates for this base.
 *
 * @throws When a template cannot be compiled.
 */
export async function compiledTheme(options: ThemeOptions): Promise<CompiledTheme> {
  const { program, base, changes } = options
  const key = digestAll([program, base, ...(changes ? [changes.digest] : [])])
  const folder = join(options.cache, key)
  // Under the lock, so that nobody removes it as unused; where nobody may write, nobody does.
  if (isMarkDue(folder)) await options.locked(async () => markUsed(folder)).catch(() => undefined)
  if (!isSealed(folder)) {
    await options.locked(async () => {
      if (!isSealed(folder)) await compile(options, folder)
    })
  }
  const entry = pathToFileURL(join(folder, 'server/entry.mjs')).href
  const { openTheme, loadTemplates } = (await import(entry)) as Pick<
    CompiledTheme,
    'openTheme' | 'loadTemplates'
  >
  return { key, client: join(folder, 'client'), openTheme, loadTemplates }
}

/**
 * Compile into a temporary folder and rename it last, so that `folder` is complete or absent even if this is
 * interrupted. A damaged folder is replaced.
 */
async function compile(
  { cache, base, changes, preserveSymlinks, temporary }: ThemeOptions,
  folder: string,
): Promise<void> {
  const fresh = join(cache, temporary('compiling-'))
  const outDir = join(fresh, 'theme')
  await mkdir(fresh, { recursive: true })
  // The program may be behind a symbolic link because Vite cannot read its real path: keep the link.
  const candidates = [fresh, join(program, 'node_modules/.cache'), program]
  const root = await emptyRoot(preserveSymlinks ? [program] : candidates.map(resolveLinks))
  try {
    const moved = changes && (await copyChanges(changes, root))
    const cacheDir = join(fresh, 'astro')
    await compileInProcess({ base, changes: moved, preserveSymlinks, root, outDir, cacheDir })
    seal(outDir)
    await rm(folder, { recursive: true, force: true })
    await rename(outDir, folder)
    removeUnused(cache)
  } finally {
    const made = [fresh, root]
    await Promise.all(made.map((path) => rm(path, { recursive: true, force: true })))
  }
}

/** Copy the site’s components below Astro’s root, where Astro looks for templates: the site may be anywhere. */
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
 * A new empty folder in the first of `candidates` that works: Astro writes into its root, and the program’s folder may
 * be read-only. The first segments of the root and of the program’s path must be equal, otherwise Astro takes the
 * absolute path of a template for one relative to its root.
 */
async function emptyRoot(candidates: readonly string[]): Promise<string> {
  const start = (path: string) => path.split(sep)[1]
  const isGood = (path: string) => start(path) === start(program) && findsAstro(path)
  return mkdtemp(join(candidates.find(isGood) ?? program, 'passerelle-root-'))
}

function resolveLinks(path: string): string {
  return existsSync(path) ? realpathSync(path) : path
}

/** Whether Astro can be imported from a folder: a site need not have it installed. */
function findsAstro(folder: string): boolean {
  try {
    createRequire(join(folder, 'x.js')).resolve('astro/package.json')
    return existsSync(folder)
  } catch {
    return false
  }
}
