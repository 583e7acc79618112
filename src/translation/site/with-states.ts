/** Add the states of translations to a site, before its pages are read. */
import type { SiteSources } from '../../docsets/find-site.ts'
import { keptBy } from '../../docsets/file-system.ts'
import type { Glossary } from '../glossary/glossary.ts'
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
  const { files, locales } = site.context
  const tags = locales.map(({ tag }) => tag)
  const { terms, termLocales, termsIn } = await keptBy(
    files,
    `reader terms ${folder}`,
    [glossary, ...tags],
    async () => termsOf(glossary, tags),
  )
  const known = await keptBy(files, `blocks ${folder}`, blocks, async () => lookUpBlocks(blocks))
  return {
    ...site,
    ...(termLocales.length && { terms, site: { ...site.site, termLocales } }),
    teamFolder: folder,
    context: {
      ...site.context,
      blocks: known,
      ...(termLocales.length && { terms: termsIn }),
    },
    messages: [...site.messages, ...messages],
    translations: translations.map((translation) => publishedStatus(translation, site.context)),
  }
}

/** The terms that are explained to readers, and in which languages. */
function termsOf(glossary: Glossary, tags: readonly string[]) {
  const terms = readerTerms(glossary, tags)
  const byTag = new Map(tags.map((tag) => [tag, knownTerms(terms, tag)]))
  return {
    terms,
    termLocales: tags.filter((tag) => byTag.get(tag)?.length),
    termsIn: (locale: string) => byTag.get(locale) ?? [],
  }
}
