/** Peers from the registry, each in a folder of its own. */
import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Generator } from './generator.ts'

/** Install the packages of a generator into `folder` unless they are there; they run no scripts. */
export async function install({ name, packages }: Generator, folder: string): Promise<void> {
  if (!packages) return
  const manifest = { name: `bench-${name.toLowerCase()}`, private: true }
  const text = `${JSON.stringify({ ...manifest, dependencies: packages }, undefined, 2)}\n`
  const mark = join(folder, 'node_modules/.bench')
  if ((await readFile(mark, 'utf8').catch(() => '')) === text) return
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), text)
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  await promisify(execFile)('npm', args, { cwd: folder })
  // Written last: an installation that was stopped is done again.
  await writeFile(mark, text)
}
