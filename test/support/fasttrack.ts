/** Microsoft’s FastTrack docset of July 2020, which stands beside the project or not. */
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { nodeFileSystem } from '#src/node-file-system.ts'
import { findDocfxSite } from '#src/docsets/find-site.ts'

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
