/** Microsoft’s FastTrack docset of July 2020, which stands beside the project or not. */
import { existsSync } from 'node:fs'
import { cp, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { nodeFileSystem } from '#src/node-file-system.ts'
import { run } from '#src/cli/run.ts'
import { findDocfxSite } from '#src/docsets/find-site.ts'

import { temporaryFolder } from './folder.ts'

const root = join(import.meta.dirname, '../..')

/** Its folder, with `/` at the end. */
export const fastTrack = `${join(root, '../shared/docsets/fasttrack-2020-07')}/`

export const hasFastTrack = existsSync(fastTrack)
if (!hasFastTrack) {
  console.warn('Skipped: the FastTrack docset is not beside the project (../shared)')
}

/** The docset as the command line opens it; files are named from the French folder. */
export async function openFastTrack() {
  const { docsets, context } = await findDocfxSite([`${fastTrack}fr-fr`, `${fastTrack}en-us`], {
    root,
    files: nodeFileSystem,
    nameOf: (path) => relative(`${fastTrack}fr-fr`, path),
    url: 'https://x.example',
    base: '/',
  })
  const [docset] = docsets
  if (!docset) throw new Error('No docset')
  return { docset, context }
}

/** A copy on disk that goes when the test ends, and the command line on both of its languages. */
export async function copiedFastTrack() {
  const cwd = await temporaryFolder()
  for (const locale of ['en-us', 'fr-fr']) {
    await cp(join(fastTrack, locale), join(cwd, locale), { recursive: true })
  }
  const passerelle = async (command: string, ...args: string[]) => {
    const printed: string[] = []
    const print = (text: string) => void printed.push(text)
    const terminal = { cwd, root, print, warn: print, progress: () => undefined }
    const code = await run([command, 'en-us', 'fr-fr', ...args], terminal)
    return { code, printed: printed.join('\n') }
  }
  return { cwd, passerelle, read: (path: string) => readFile(join(cwd, path), 'utf8') }
}
