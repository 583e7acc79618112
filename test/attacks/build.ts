/** Build the attacked sites as their owner would, in a copy of the project. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { copySite } from '../support/copied-site.ts'
import type { Tree } from '../support/tree.ts'
import { docfxSite } from './docfx-site.ts'
import { guideSite } from './guide-site.ts'
import type { Vector } from './vector.ts'

export interface AttackedSites {
  /** Folders of the built sites by dialect. */
  folders: Readonly<Record<'guides' | 'docfx', string>>
  /** What the builds printed. */
  output: string
  remove: () => Promise<void>
}

/** Publishes in spite of errors, as `--keep-going` does: what is reported must not run all the same. */
export async function buildAttacked(vectors: readonly Vector[]): Promise<AttackedSites> {
  const site = await copySite()
  await rm(join(site.root, 'content/docs'), { recursive: true })
  await rm(join(site.root, 'content/l10n'), { recursive: true })
  await write(site.root, guideSite(vectors))
  await write(site.root, docfxSite(vectors))
  const folders = { guides: join(site.root, 'guides'), docfx: join(site.root, 'docfx') }
  const options = ['--keep-going', '--out']
  const built = [
    await site.run('build', ...options, folders.guides),
    await site.run(
      'build',
      'en-us',
      'fr-fr',
      '--url',
      'https://x.example',
      ...options,
      folders.docfx,
    ),
  ]
  return {
    folders,
    output: built.map(({ output }) => output).join('\n'),
    remove: () => rm(site.root, { recursive: true, force: true, maxRetries: 5 }),
  }
}

async function write(root: string, tree: Tree): Promise<void> {
  for (const [path, content] of Object.entries(tree)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), content)
  }
}
