/** The files that a site holds besides its pages: those that links offer, and drawings made safe. */
import { posix } from 'node:path'
import { downloadsFolder } from '../docsets/address.ts'
import { publishedSvg } from '../docsets/svg-images.ts'
import { fileKind } from '../docsets/file-kinds.ts'
import type { FileSystem } from '../docsets/file-system.ts'
import type { ReadSite } from '../docsets/read-site.ts'
import { apacheDownloads } from '../hosting/downloads.ts'
import type { SiteWriter } from './site-writer.ts'

/**
 * Write the files that links of the site offer.
 *
 * They come last: nothing that reads the built pages may take a downloaded file for one of them.
 */
export async function writeOffers(
  { documents, offers = [] }: ReadSite,
  writer: Pick<SiteWriter, 'write'>,
  files: FileSystem,
): Promise<void> {
  const all = [...documents.flatMap((document) => document.offers), ...offers]
  for (const { from, to } of all) {
    const bytes = await files.read(from.absolute)
    // Checked before; it has gone in the meantime, and the check of the built site tells the link.
    if (!bytes) continue
    const target = posix.join('.', to)
    writer.write(target, fileKind(from.path) === 'drawing' ? publishedSvg(bytes) : bytes)
  }
  if (all.some(({ to }) => to.startsWith(`/${downloadsFolder}/`)))
    writer.write(`${downloadsFolder}/.htaccess`, apacheDownloads())
}
