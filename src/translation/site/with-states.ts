/** Give the pages of a site the state of their translation, before they are read. */
import type { SiteSources } from '../../docsets/find-site.ts'
import { knownBlocks } from './known-blocks.ts'
import { readTranslations } from '../project/load-translations.ts'
import { siteStatus } from './published-status.ts'
import { teamFolder } from '../project/team-files.ts'

/**
 * The site with what is known of its blocks; `messages` also has the problems of the team’s files.
 *
 * @param root - The project’s folder.
 * @param folder - Where the team’s files are. (default: the usual place)
 */
export async function withStates(
  site: SiteSources,
  root: string,
  folder = teamFolder(site.docsets, root),
): Promise<SiteSources> {
  const { loaded, messages } = await readTranslations(site, { folder, root })
  await siteStatus(site, () => loaded)
  const blocks = knownBlocks(loaded.map(({ project }) => project))
  return {
    ...site,
    teamFolder: folder,
    context: { ...site.context, blocks },
    messages: [...site.messages, ...messages],
  }
}
