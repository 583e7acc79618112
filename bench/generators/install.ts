/** Peers from the registry, in a folder of their own. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Peer } from './generator.ts'

/** Install a peer into `folder`, once; its packages run no scripts. */
export async function install({ name, packages }: Peer, folder: string): Promise<void> {
  const manifest = JSON.stringify({
    name: `bench-${name}`,
    private: true,
    type: 'module',
    dependencies: packages,
  })
  const path = join(folder, 'package.json')
  const isThere =
    existsSync(join(folder, 'node_modules')) &&
    (await readFile(path, 'utf8').catch(() => '')) === manifest
  if (isThere) return
  await mkdir(folder, { recursive: true })
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  await writeFile(path, `${manifest}\n`)
  await promisify(execFile)('npm', args, { cwd: folder })
  await writeFile(path, manifest)
}
