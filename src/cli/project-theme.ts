/** The compiled theme of the program: kept with the program, for all its sites. */
import { rmSync } from 'node:fs'
import { mkdtemp, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CompiledTheme, compiledTheme, type ThemeOptions } from '../render/build-theme.ts'
import { type BuildPlaces, usualCache } from './cache.ts'
import { withLock } from './process-lock.ts'
import { keepsLinks } from './process/run-linked.ts'
import { addCleanup } from './process/signals.ts'
import { removeAbandoned, temporaryName } from './process/temporary.ts'

/** The compiled theme for sites with this base, compiled now if there is none yet. */
export async function projectTheme(
  { programFolder: root, program }: BuildPlaces,
  base: string,
): Promise<CompiledTheme> {
  // Astro would send figures to its makers, and fail where it cannot write to the home folder.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  const theme = {
    root,
    base,
    program,
    preserveSymlinks: keepsLinks(),
    temporary: temporaryName,
  }
  // A compiled theme finds the packages that it needs from where the program is.
  const themes = join(usualCache, 'theme')
  const locked: ThemeOptions['locked'] = (work) =>
    withLock(join(usualCache, 'theme.lock'), async () => {
      await removeAbandoned(themes, 'compiling-')
      await workIn(root, work)
    })
  try {
    return await compiledTheme({ ...theme, cache: themes, locked })
  } catch (error) {
    if (!isOfCache(error)) throw error
    const aside = await folderAside(root)
    return compiledTheme({ ...theme, cache: aside, locked: (work) => workIn(root, work) })
  }
}

/** Where the cache cannot be used: a folder that goes with this process, with the packages of the program. */
async function folderAside(root: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-theme-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  addCleanup(remove)
  process.once('exit', remove)
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

/** Something in the place of the cache, or nobody may write there. */
function isOfCache(error: unknown): boolean {
  const { path = '', code = '' } = error as NodeJS.ErrnoException
  return (
    path.startsWith(usualCache) && ['EACCES', 'EEXIST', 'ENOTDIR', 'EPERM', 'EROFS'].includes(code)
  )
}

/** Work in a folder as the current one, by its links: Astro compares how paths begin. */
async function workIn(folder: string, work: () => Promise<void>): Promise<void> {
  const cwd = process.cwd.bind(process)
  const before = cwd()
  process.chdir(folder)
  process.cwd = () => folder
  try {
    await work()
  } finally {
    process.cwd = cwd
    process.chdir(before)
  }
}
