/** Read the project's own guides, as `content/site.config.ts` names them. */
import type { FileSystem } from './file-system.ts'
import type { BuildContext } from './build-context.ts'
import { type SiteOverrides, findOwnSite } from './find-own-site.ts'
import type { SiteOptions, SiteSources } from './find-site.ts'
import { readSite } from './read-site.ts'

/**
 * `published` takes the place of the address and base that the configuration says; `prepare` adds to the
 * site what its pages need to be drawn.
 */
export async function readOwnSite(
  root: string,
  files: FileSystem,
  published: SiteOverrides = {},
  prepare: (site: SiteSources) => Promise<SiteSources> = async (site) => site,
  facts?: SiteOptions['facts'],
): Promise<BuildContext> {
  const opened = await prepare(await findOwnSite(root, files, published, facts && { facts }))
  return { sources: opened, read: await readSite(opened) }
}
