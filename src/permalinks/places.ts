/** Where the places of a site are in each language, and what they are called there. */
import { pageKey, pagePath } from '../docsets/address.ts'
import type { PageDocument } from '../docsets/document.ts'
import type { ReadSite } from '../docsets/read-site.ts'
import { type Permalink, partsOf } from './permalink.ts'

/** A place as readers of a language find it. */
interface FoundPlace {
  /** From the site's root without `base`, anchor included. */
  path: string
  title: string
  /** The language of the title, where it is not that of the readers. */
  lang?: string
}

/** Looks places up; `old` is an anchor that named the place before. */
export type FindPlace = (place: Permalink, locale: string, old?: string) => FoundPlace

/**
 * A translation whose headings do not match its source may lack an id: there the old one may be left,
 * else the page has to do. What is not translated has its title in the language of its source.
 */
export function findPlaces({ documents, site }: ReadSite): FindPlace {
  const pages = new Map(documents.map((item) => [`${item.page.locale} ${keyOf(item)}`, item]))
  const sources = new Map(site.docsets.map(({ id, sourceLocale }) => [id, sourceLocale]))
  return ({ id, title }, locale, old = '') => {
    const { page, docset, slug, anchor } = partsOf(id)
    const document = pages.get(`${locale} ${page}`)
    // The page in place of a missing one has no anchors.
    const ids = document?.page.kind === 'missing' ? [] : document?.ids
    const match = anchor && ids ? [anchor, old].find((value) => ids.includes(value)) : anchor
    const path = pagePath(locale, docset, slug) + (match ? `#${encodeURI(match)}` : '')
    const named = titleIn(document, anchor) ?? titleIn(document, old)
    if (named !== undefined) return { path, ...named }
    const source = sources.get(docset)
    return { path, title, ...(source && source !== locale && { lang: source }) }
  }
}

function titleIn(
  document: PageDocument | undefined,
  anchor: string | undefined,
): { title: string; lang?: string } | undefined {
  if (!document || document.page.kind === 'missing') return undefined
  const { page, procedures = [] } = document
  if (anchor === undefined || anchor === page.heading.id) return { title: page.title }
  const steps = procedures.flatMap((procedure) => procedure.steps)
  const heading = page.headings.find(({ id }) => id === anchor)
  if (heading) return { title: heading.text }
  const step = steps.find(({ id }) => id === anchor)
  return step && { title: step.title, ...(step.isFallback && step.lang && { lang: step.lang }) }
}

/** The id of a document's page. */
export function keyOf({ page }: Pick<PageDocument, 'page'>): string {
  return pageKey(page.docset, page.slug)
}
