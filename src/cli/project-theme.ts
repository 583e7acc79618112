/** The compiled theme of the program: kept with a checkout, for all sites that it builds, or in a site’s cache. */
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type CompiledTheme, compiledTheme, type ThemeOptions } from '../render/build-theme.ts'
import type { ThemeChanges } from '../theming/find-theme.ts'
import type { BuildPlaces } from './cache.ts'
import { withLock } from './process-lock.ts'
import { keepsLinks } from './process/run-linked.ts'
import { addCleanup, uninterrupted } from './process/signals.ts'
import { removeAbandoned, temporaryName } from './process/temporary.ts'

/**
 * The compiled theme for sites with this base, compiled now if there is none yet.
 *
 * @param changes - What a site has replaced of it: such a theme serves this site alone, and is kept with it.
 */
export async function projectTheme(
  places: Pick<BuildPlaces, 'cache' | 'themes' | 'program'>,
  base: string,
  changes?: ThemeChanges,
): Promise<CompiledTheme> {
  const { program } = places
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
    if (!isOf(themes, error)) throw error
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
