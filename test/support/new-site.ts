/** A site in a folder of its own, as `init` begins it, with the program of this checkout. */
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Ended, startPasserelle } from './child.ts'

const program = join(import.meta.dirname, '../..')

export interface NewSite {
  folder: string
  run: (...args: readonly string[]) => Promise<Ended>
}

/** An empty folder in which `passerelle` can be imported; gone when the test ends. */
export async function emptyFolder(): Promise<NewSite> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-new-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  await installProgram(folder, program)
  return { folder, run: (...args) => startPasserelle(args, { cwd: folder }).ended }
}

export async function newSite(...options: readonly string[]): Promise<NewSite> {
  const site = await emptyFolder()
  const { code, warned } = await site.run('init', ...options)
  if (code !== 0) throw new Error(warned)
  return site
}

/** Let a site have the program in its own folder: Astro’s bundler mistakes templates that lie far away. */
export async function bringProgram(folder: string): Promise<void> {
  const copy = join(folder, 'program')
  for (const part of ['src', 'plugins', 'package.json']) {
    await cp(join(program, part), join(copy, part), { recursive: true })
  }
  await symlink(join(program, 'node_modules'), join(copy, 'node_modules'))
  await installProgram(folder, copy)
}

/** A package that hands on the sources: Node takes no types away under `node_modules`. */
async function installProgram(folder: string, sources: string): Promise<void> {
  const installed = join(folder, 'node_modules/passerelle')
  await mkdir(installed, { recursive: true })
  const from = `file://${sources}/src/index.ts`
  await writeFile(
    join(installed, 'index.js'),
    `export * from '${from}'\nexport { default } from '${from}'\n`,
  )
  const manifest = { name: 'passerelle', type: 'module', exports: './index.js' }
  await writeFile(join(installed, 'package.json'), JSON.stringify(manifest))
}
