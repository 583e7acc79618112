/** Add the states of translations to a site, before its pages are read. */
import type { SiteSources } from '../../docsets/find-site.ts'
import { teamFolder } from '../project/team-files.ts'
import { knownTerms, readerTerms } from '../glossary/reader-terms.ts'
import { lookUpBlocks } from './known-blocks.ts'
import { readSiteStates } from './page-states.ts'
import { type PublishedStatus, publishedStatus } from './published-status.ts'

/** A site with the states of its blocks. */
export interface SiteWithStates extends SiteSources {
  /** The published figures of each translation. */
  translations: readonly PublishedStatus[]
}

/**
 * The site with the states of its blocks. `messages` includes problems of the translation data.
 *
 * @param root - The folder of the site.
 * @param folder - The folder of translation data. (default: `content/l10n`)
 */
export async function withStates(
  site: SiteSources,
  root: string,
  folder = teamFolder(site.docsets, root),
): Promise<SiteWithStates> {
  const { translations, blocks, glossary, messages } = await readSiteStates(site, { folder, root })
  const tags = site.context.locales.map(({ tag }) => tag)
  const terms = readerTerms(glossary, tags)
  const termsIn = new Map(tags.map((tag) => [tag, knownTerms(terms, tag)]))
  const termLocales = tags.filter((tag) => termsIn.get(tag)?.length)
  return {
    ...site,
    ...(termLocales.length && { terms, site: { ...site.site, termLocales } }),
    teamFolder: folder,
    context: {
      ...site.context,
      blocks: lookUpBlocks(blocks),
      ...(termLocales.length && { terms: (locale: string) => termsIn.get(locale) ?? [] }),
    },
    messages: [...site.messages, ...messages],
    translations: translations.map((translation) => publishedStatus(translation, site.context)),
  }
}
