/** The files of a site that hosts read. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ReadSite } from '../docsets/read-site.ts'
import { goLinkPath } from '../i18n/paths.ts'
import { goLinkPages } from '../permalinks/go-links.ts'
import { hostFiles } from '../hosting/hosts.ts'

export async function writeExtras(read: ReadSite, folder: string): Promise<void> {
  const { contents, site } = read
  const redirects = contents.flatMap((content) => content.redirects)
  const neutral = goLinkPages(read).filter(({ place }) => place.removed)
  const removed = [
    ...contents.flatMap((content) => content.removed ?? []).map(({ path }) => path),
    ...neutral.map(({ id }) => goLinkPath(id)),
  ]
  for (const [path, text] of hostFiles(site, { redirects, removed })) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}
