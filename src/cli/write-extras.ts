/** What a site holds besides pages: files that links offer, and redirects for hosts that read them. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { withBase } from '../docsets/address.ts'
import type { Redirect } from '../docsets/page.ts'
import type { ReadSite } from '../docsets/read-site.ts'

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
  if (redirects.length) {
    await writeFile(join(folder, '_redirects'), redirectsFile(redirects, site.base))
  }
}

/** The format that Netlify and Cloudflare Pages read: `from to status`. */
export function redirectsFile(redirects: readonly Redirect[], base: string): string {
  const lines = redirects.map(({ from, to }) => {
    const target = to.startsWith('/') ? withBase(base, to) : to
    return `${withBase(base, from)} ${target} 301`
  })
  return `${lines.join('\n')}\n`
}
