/** The compiled theme of the program: kept with a checkout, for all sites that it builds, or in a site’s cache. */
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { type CompiledTheme, compiledTheme, type ThemeOptions } from '../render/build-theme.ts'
import type { ThemeChanges } from '../theming/find-theme.ts'
import type { BuildPlaces } from './cache.ts'
import { withLock } from './process-lock.ts'
import { Failure } from './process/failure.ts'
import { keepsLinks } from './process/run-linked.ts'
import { addCleanup, uninterrupted } from './process/signals.ts'
import { removeAbandoned, temporaryName } from './process/temporary.ts'
import { programDigest } from './program.ts'

/**
 * The compiled theme for sites with this base, compiled now if there is none yet.
 *
 * @param changes - What a site has replaced of it: such a theme serves this site alone, and is kept with it.
 * @throws Failure for a file of the site that cannot be compiled.
 */
export async function projectTheme(
  places: Pick<BuildPlaces, 'cache' | 'themes'>,
  base: string,
  changes?: ThemeChanges,
): Promise<CompiledTheme> {
  // Plugins of a site change what pages say, not how templates draw it.
  const program = programDigest()
  const themes = changes ? join(places.cache, 'theme') : places.themes
  // Astro would send figures to its makers, and fail where it cannot write to the home folder.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  const theme = { base, program, changes, preserveSymlinks: keepsLinks(), temporary: temporaryName }
  const locked: ThemeOptions['locked'] = (work) =>
    withLock(`${themes}.lock`, async () => {
      await removeAbandoned(themes, 'compiling-')
      // To exit while the bundler works may wait for its threads for ever.
      await uninterrupted(work)
    })
  try {
    return await compiledTheme({ ...theme, cache: themes, locked })
  } catch (error) {
    if (!isOf(themes, error)) throw (changes && compileFailure(error)) ?? error
    const aside = await folderAside()
    return compiledTheme({ ...theme, cache: aside, locked: (work) => work() })
  }
}

/** Where the cache cannot be used: a folder that goes with this process. */
async function folderAside(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-theme-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  addCleanup(remove)
  process.once('exit', remove)
  return folder
}

/** Something in the place of the cache, or nobody may write there. */
function isOf(themes: string, error: unknown): boolean {
  const { path = '', code = '' } = error as NodeJS.ErrnoException
  return (
    path.startsWith(dirname(themes)) &&
    ['EACCES', 'EEXIST', 'ENOTDIR', 'EPERM', 'EROFS'].includes(code)
  )
}

/** A problem of a site’s own template or style sheet, at its place, where the bundler names one of those. */
function compileFailure(error: unknown): Failure | undefined {
  const [first = error] = (error as { errors?: unknown[] }).errors ?? []
  const { loc, message = '' } = first as { loc?: ErrorPlace; message?: string }
  const plain = stripVTControlCharacters(message)
  const [, named, line, column] =
    /(\S*?\b(?:theme|root-\w+\/components)\/[^\s:'"]+)(?::(\d+):(\d+))?/.exec(plain) ?? []
  // The folder that it was copied from has the same name.
  const [, own] = /.*\b((?:theme|components)\/.*)/.exec(loc?.file ?? named ?? '') ?? []
  if (own === undefined) return undefined
  const name = `content/${own}`
  const at = `${loc?.line ?? Number(line ?? 1)}:${loc ? (loc.column ?? 0) + 1 : Number(column ?? 1)}`
  const [told = ''] = plain.split('\n')
  const reason = told
    .replace(/^(?:\[[^\]]*\]:?\s*)+/, '')
    // The file is a copy, and is named already.
    .replace(/ (?:in|from) ["']?\S*\b(?:theme|components)\/[^\s"']+["']?/, '')
    .replace(/\.$/, '')
  return new Failure(
    `${name}:${at} error theme-file  It cannot be compiled: ${reason}. Correct it.`,
  )
}

/** As bundlers and compilers give it: columns count from 0. */
interface ErrorPlace {
  file?: string
  line?: number
  column?: number
}
