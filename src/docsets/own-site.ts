/** Read the project's own guides, as `content/site.config.ts` names them. */
import type { Files } from './files.ts'
import type { Handover } from './handover.ts'
import { type Published, openOwnSite } from './open-own-site.ts'
import { readSite } from './read-site.ts'

/** `published` takes the place of the address and base that the configuration says. */
export async function readOwnSite(
  root: string,
  files: Files,
  published: Published = {},
): Promise<Handover> {
  const opened = await openOwnSite(root, files, published)
  return { opened, read: await readSite(opened) }
}
