/** Build the attacked sites as their owner would, in a copy of the project. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { copySite } from '../support/copied-site.ts'
import { besideLinks } from './beside.ts'
import { docfxSite } from './docfx-site.ts'
import { type Exchanged, exchange, write } from './exchange.ts'
import { secret } from './files.ts'
import { guideSite } from './guide-site.ts'
import type { Built } from './reach.ts'
import type { Vector } from './vector.ts'

export interface AttackedSites {
  guides: Built
  docfx: Built
  remove: () => Promise<void>
}

/** Publishes in spite of errors, as `--keep-going` does: what is reported must not run all the same. */
export async function buildAttacked(vectors: readonly Vector[]): Promise<AttackedSites> {
  const exchanged = {
    guides: await exchange(vectors, 'guides'),
    docfx: await exchange(vectors, 'docfx'),
  }
  const site = await copySite()
  const outside = await secretFolder()
  for (const part of ['docs', 'l10n'])
    await rm(join(site.root, 'content', part), { recursive: true })
  await write(site.root, guideSite(vectors, exchanged.guides.pages))
  await write(site.root, docfxSite(vectors, exchanged.docfx.pages))
  const docsets = ['content/docs/en/a', 'content/docs/fr-FR/a', 'en-us/docs', 'fr-fr/docs']
  for (const docset of docsets) {
    for (const [path, target] of besideLinks(vectors, outside)) {
      await mkdir(dirname(join(site.root, docset, path)), { recursive: true })
      await symlink(target, join(site.root, docset, path))
    }
  }
  const build = async (name: string, args: readonly string[], { refused }: Exchanged) => {
    const folder = join(site.root, name)
    const { output } = await site.run('build', ...args, '--keep-going', '--all', '--out', folder)
    return { folder, output, refused }
  }
  const docfx = ['en-us', 'fr-fr', '--url', 'https://x.example']
  return {
    guides: await build('guides', [], exchanged.guides),
    docfx: await build('docfx', docfx, exchanged.docfx),
    async remove() {
      await rm(site.root, { recursive: true, force: true, maxRetries: 5 })
      await rm(outside, { recursive: true, force: true })
    },
  }
}

/** A folder outside the project whose files say a word that no site may have. */
async function secretFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-outside-'))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>${secret}</title></svg>`
  for (const name of ['secret.txt', 'secret.md']) await writeFile(join(folder, name), secret)
  await writeFile(join(folder, 'secret.svg'), svg)
  return folder
}
