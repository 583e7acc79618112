/** Read the project's own guides, as `content/site.config.ts` names them. */
import type { FileSystem } from './file-system.ts'
import type { BuildContext } from './build-context.ts'
import { type PublishOptions, openOwnSite } from './open-own-site.ts'
import type { OpenedSite } from './open-site.ts'
import { readSite } from './read-site.ts'

/**
 * `published` takes the place of the address and base that the configuration says; `prepare` adds to the
 * site what its pages need to be drawn.
 */
export async function readOwnSite(
  root: string,
  files: FileSystem,
  published: PublishOptions = {},
  prepare: (site: OpenedSite) => Promise<OpenedSite> = async (site) => site,
): Promise<BuildContext> {
  const opened = await prepare(await openOwnSite(root, files, published))
  return { opened, read: await readSite(opened) }
}
