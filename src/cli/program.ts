/** The program itself: where it is, and what makes it another one. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { isInstalled, packageFolder } from '../package.ts'
import { dirname, join, relative, resolve, sep } from 'node:path'

/** The folder of the program, which has `src/` and `plugins/`. */
export const programFolder = join(import.meta.dirname, '../..')

/** A folder whose packages the program finds: of the site that it is installed in, or the checkout. */
export const projectFolder = isInstalled
  ? programFolder.slice(0, programFolder.indexOf(`${sep}node_modules${sep}`))
  : packageFolder

/** What `init` makes sites of. */
export const templatesFolder = join(packageFolder, 'templates')

/** Astro 7 needs 22.12; Node takes the types of a configuration away from 22.18 on. */
export const oldestRuntime = [22, 18] as const

export const isOldRuntime = isOlder(process.versions.node, oldestRuntime)

/** The runtime that the program is tested with, for machines whose own is too old; npm has it as a package. */
export const pinnedRuntime = '24.21.0'

function isOlder(version: string, [oldest, minorOfOldest]: readonly [number, number]): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major < oldest || (major === oldest && minor < minorOfOldest)
}

/**
 * How a site in `folder` has to name the program to get the same: `file:…` where it was installed from a file, or is a
 * checkout. Undefined where it came from the registry.
 */
export function installedAs(folder: string): string | undefined {
  const from = isInstalled ? fileDependency() : packageFolder
  return from === undefined ? undefined : `file:${relative(folder, from)}`
}

/** The file or folder that the project around the program has installed it from. */
function fileDependency(): string | undefined {
  try {
    const text = readFileSync(join(projectFolder, 'package.json'), 'utf8')
    const { dependencies = {}, devDependencies = {} } = JSON.parse(text) as Record<
      string,
      Record<string, string>
    >
    const { passerelle = '' } = { ...devDependencies, ...dependencies }
    return passerelle.startsWith('file:') ? resolve(projectFolder, passerelle.slice(5)) : undefined
  } catch {
    return undefined
  }
}

/** Files in which package managers say what they have installed. */
const lockFiles = [
  'package-lock.json',
  '.package-lock.json',
  '.pnpm/lock.yaml',
  'pnpm-lock.yaml',
  'yarn.lock',
  'bun.lock',
]

let digest: string | undefined

/**
 * Digest of all that reads and draws pages, and of the versions of the packages that it uses, as they were when this
 * process asked first.
 */
export function programDigest(): string {
  digest ??= readDigest()
  return digest
}

/** To wait for each of 900 small files costs several times what reading it does. */
function readDigest(): string {
  const hash = createHash('sha256').update(process.versions.node)
  hash.update(readFileSync(join(packageFolder, 'package.json')))
  const lock = lockFileAbove(packageFolder)
  if (lock !== undefined) hash.update(readFileSync(lock))
  const files = ['plugins', 'src'].flatMap((folder) => filesIn(folder).toSorted())
  for (const file of files.filter((name) => /\.(?:[jt]s|astro|css|json|svg)$/.test(name))) {
    hash.update(`\0${file}\0`).update(readFileSync(join(programFolder, file)))
  }
  return hash.digest('hex').slice(0, 32)
}

/** A sixth of what `recursive` of `readdirSync` takes. */
function filesIn(folder: string): string[] {
  const entries = readdirSync(join(programFolder, folder), { withFileTypes: true })
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesIn(path) : [path]
  })
}

function lockFileAbove(folder: string): string | undefined {
  const found = lockFiles.map((name) => join(folder, name)).find((path) => existsSync(path))
  const above = dirname(folder)
  return found ?? (above === folder ? undefined : lockFileAbove(above))
}
