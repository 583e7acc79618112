/** What a site holds besides pages: files that links offer, and redirects for hosts that read them. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ReadSite } from '../docsets/read-site.ts'
import { apacheRedirects, netlifyRedirects, nginxRedirects } from './redirect-maps.ts'

export async function writeExtras(
  { documents, contents, offers = [], site }: ReadSite,
  folder: string,
): Promise<void> {
  for (const { from, to } of [...documents.flatMap((document) => document.offers), ...offers]) {
    const target = join(folder, to)
    await mkdir(dirname(target), { recursive: true })
    await copyFile(from.absolute, target)
  }
  const redirects = contents.flatMap((one) => one.redirects)
  // Always there: a configuration that includes it need not change when the first page moves.
  await writeFile(join(folder, 'redirects.nginx.conf'), nginxRedirects(redirects, site.base))
  if (redirects.length) {
    await writeFile(join(folder, '_redirects'), netlifyRedirects(redirects, site.base))
    await writeFile(join(folder, '.htaccess'), apacheRedirects(redirects, site.base))
  }
}
