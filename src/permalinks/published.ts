/** What a site publishes now: every page, heading and step that a link may name. */
import { pageKey } from '../docsets/address.ts'
import type { PageDocument } from '../docsets/document.ts'
import type { DocsetContents } from '../docsets/page.ts'
import type { ReadSite } from '../docsets/read-site.ts'
import { generatedTitles } from './generated-pages.ts'
import { type Redirection, redirectionsOf } from './redirections.ts'
import { type Permalink, type PermalinkKind, partsOf, permalinkId } from './permalink.ts'

export interface PublishedPermalinks {
  entries: ReadonlyMap<string, Permalink>
  /** Pages whose file could not be read: nobody knows what they publish. */
  unreadable: ReadonlySet<string>
  /** Pages that are gone and whose docset says itself where: what they became. */
  redirections: ReadonlyMap<string, Redirection>
}

/**
 * Ids and titles are those of the language that the docset is written in; of a page that only a
 * translation has, those of the translation.
 */
export function publishedBy({ site, documents, contents }: ReadSite): PublishedPermalinks {
  const entries = new Map<string, Permalink>()
  const unreadable = new Set<string>()
  const versions = Map.groupBy(documents, ({ page }) => pageKey(page.docset, page.slug))
  const sources = new Map(site.docsets.map(({ id, sourceLocale }) => [id, sourceLocale]))
  for (const [id, all] of versions) {
    const { docset } = partsOf(id)
    const source = all.find(({ page }) => page.locale === sources.get(docset))
    const document = [source, ...all].find((item) => item && item.page.kind !== 'missing')
    // A page in place of a missing one has no file.
    if (source?.name && source.page.kind === 'missing') unreadable.add(id)
    else if (document) for (const permalink of permalinksOf(document)) add(permalink)
  }
  for (const content of contents) {
    if (content.locale === sources.get(content.docset))
      for (const made of madePages(content)) add(made)
  }
  return { entries, unreadable, redirections: redirectionsOf(contents, sources, entries) }

  /** Of two things with one id a link reaches the first. */
  function add(item: Permalink): void {
    if (!entries.has(item.id)) entries.set(item.id, item)
  }

  function madePages(item: DocsetContents): Permalink[] {
    const docsetTitle = entries.get(item.docset)?.title ?? item.docset
    return generatedTitles(item, docsetTitle, site).map(({ slug, title }) => ({
      id: permalinkId(item.docset, slug),
      kind: 'page',
      title,
    }))
  }
}

/** What one page publishes in its own language. */
export function permalinksOf({ page, procedures = [] }: PageDocument): Permalink[] {
  const { docset, slug, title, heading, headings } = page
  const anchor = (kind: PermalinkKind, id: string, text: string): Permalink[] =>
    id ? [{ id: permalinkId(docset, slug, id), kind, title: text }] : []
  return [
    { id: permalinkId(docset, slug), kind: 'page', title },
    ...anchor('heading', heading.id, heading.text),
    ...headings.flatMap(({ id, text }) => anchor('heading', id, text)),
    ...procedures.flatMap(({ steps }) =>
      steps.flatMap(({ id, title }) => anchor('step', id, title)),
    ),
  ]
}
