/** Inspects the machine: each function returns a value, and leaves nothing behind. */
import { constants, existsSync } from 'node:fs'
import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire, findPackageJSON } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { isFolder } from '../is-folder.ts'
import { askGit, repositoryFault } from '../review/git.ts'
import type { FolderState, PackageState } from './findings.ts'

/** A package as this program finds it; `load` is tried where it has parts for one kind of machine. */
export async function inspectPackage(
  name: string,
  load?: () => Promise<unknown>,
): Promise<PackageState> {
  const version = await packageVersion(name)
  if (version === undefined || !load) return { name, version }
  try {
    await load()
    return { name, version }
  } catch (error) {
    return {
      name,
      version,
      fault: String(error instanceof Error ? error.message : error).split('\n')[0] ?? '',
    }
  }
}

async function packageVersion(name: string): Promise<string | undefined> {
  try {
    const path = findPackageJSON(name, import.meta.url)
    if (path === undefined) return undefined
    return (JSON.parse(await readFile(path, 'utf8')) as { version: string }).version
  } catch {
    return undefined
  }
}

/** Whether a folder is there, and whether what is made in it, or it itself, can be written. */
export async function inspectFolder(
  folder: Pick<FolderState, 'subject' | 'path' | 'isNeeded' | 'isRead'>,
): Promise<FolderState> {
  const exists = await isFolder(folder.path)
  return { ...folder, exists, isWritable: await mayWrite(nearestFolder(folder.path)) }
}

function nearestFolder(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path))
}

async function mayWrite(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

export async function inspectGit(folder: string): Promise<{ version?: string; fault?: string }> {
  try {
    const { output } = await askGit(folder, ['--version'])
    const version = output
      .toString()
      .trim()
      .replace(/^git version /, '')
    const fault = await repositoryFault(folder)
    return { version, ...(fault !== undefined && { fault }) }
  } catch {
    return {}
  }
}

const chromiumNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]

/** A browser in the path of programs, in `CHROME_PATH`, or the package that tests use. */
export function findInstalledChromium(env: NodeJS.ProcessEnv): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean)
  const paths = folders.flatMap((folder) => chromiumNames.map((name) => join(folder, name)))
  const named = env['CHROME_PATH'] ? [env['CHROME_PATH']] : []
  const found = [...named, ...paths].find((path) => existsSync(path))
  if (found !== undefined) return found
  try {
    createRequire(import.meta.url).resolve('@sparticuz/chromium')
    return 'package @sparticuz/chromium'
  } catch {
    return undefined
  }
}

/** Whether the disk tells `a` from `A`; undefined where nothing can be written. */
export async function isCaseSensitive(folder: string): Promise<boolean | undefined> {
  try {
    await mkdir(folder, { recursive: true })
    const own = await mkdtemp(join(folder, 'case-'))
    await writeFile(join(own, 'a'), '')
    const isSensitive = !existsSync(join(own, 'A'))
    await rm(own, { recursive: true })
    return isSensitive
  } catch {
    return undefined
  }
}
