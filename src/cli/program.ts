/** The program itself: where it is, and what makes it another one. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'

/** The folder of the program, which has `src/` and `plugins/`. */
export const programFolder = join(import.meta.dirname, '../..')

/** A package of somebody's site, as against a checkout, in which it may be changed while it runs. */
export const isInstalled = programFolder.split(sep).includes('node_modules')

/** The package that the program is in: compiled, it lies in a folder of that. */
const packageFolder = existsSync(join(programFolder, 'package.json'))
  ? programFolder
  : dirname(programFolder)

/** A folder whose packages the program finds: of the site that it is installed in, or the checkout. */
export const projectFolder = isInstalled
  ? programFolder.slice(0, programFolder.indexOf(`${sep}node_modules${sep}`))
  : packageFolder

/** Files in which package managers say what they have installed. */
const lockFiles = [
  'package-lock.json',
  '.package-lock.json',
  '.pnpm/lock.yaml',
  'pnpm-lock.yaml',
  'yarn.lock',
  'bun.lock',
]

/** Digest of all that reads and draws pages, and of the versions of the packages that it uses. */
export async function programDigest(): Promise<string> {
  const hash = createHash('sha256').update(process.versions.node)
  hash.update(await readFile(join(packageFolder, 'package.json')))
  const lock = lockFileAbove(packageFolder)
  if (lock !== undefined) hash.update(await readFile(lock))
  for (const folder of ['plugins', 'src']) {
    const names = await readdir(join(programFolder, folder), { recursive: true })
    const sources = names.filter((name) => /\.(?:[jt]s|astro|css|json|svg)$/.test(name))
    for (const name of sources.toSorted()) {
      hash.update(`\0${folder}/${name}\0`).update(await readFile(join(programFolder, folder, name)))
    }
  }
  return hash.digest('hex').slice(0, 32)
}

function lockFileAbove(folder: string): string | undefined {
  const found = lockFiles.map((name) => join(folder, name)).find((path) => existsSync(path))
  const above = dirname(folder)
  return found ?? (above === folder ? undefined : lockFileAbove(above))
}
