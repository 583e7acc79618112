/** All that the indexes of a site are made of, page by page, from what was read of it. */
import { htmlIn } from '#plugins/content.ts'
import { docsetKey, docsetsOf, placesOf } from '../docsets/docset-view.ts'
import type { PageDocument } from '../docsets/document.ts'
import { type NavigationItem, phaseAndServiceOf } from '../docsets/page.ts'
import type { Process } from '../docsets/process.ts'
import type { ReadSite } from '../docsets/read-site.ts'
import { digestAll } from '../facts/digest.ts'
import { docsetPath, termsPath } from '../i18n/paths.ts'
import type { SiteTerm } from '../site.ts'
import { articleOf, indexedArticle } from './article.ts'
import { textOfArticle } from './indexed.ts'
import {
  checklistRecords,
  fallbackStepRecords,
  filtersOf,
  guideTitles,
  type IndexRecord,
  orderIn,
  stepRecords,
  termRecords,
  withContext,
} from './records.ts'
import { foreignRecords } from './untranslated-index.ts'

/** What entries are made of. */
export interface IndexedSite extends Pick<ReadSite, 'site' | 'documents' | 'contents'> {
  /** What the site explains, on a page of each language. */
  terms?: readonly SiteTerm[] | undefined
  /** Changes an entry before it is indexed, or leaves it out. */
  change?: EntryChange | undefined
}

/** @param place - The docset, and the language of the address. */
export type EntryChange = (
  entry: IndexEntry,
  place: { docset: string; locale: string },
) => IndexEntry | undefined

/** A page, whose parts by heading are results of their own. */
interface PageEntry {
  /** From the site’s root, without `base`. */
  url: string
  html: string
}

/** One thing that is found: a page, or a step or part of a page by itself. */
export type IndexEntry = PageEntry | IndexRecord

/** What is indexed of one page, for the readers of its language. */
interface PageEntries {
  own: readonly IndexEntry[]
  /** Words that are in other languages. */
  foreign: readonly IndexRecord[]
}

/** A page, and what would be indexed of it. */
export interface IndexSource {
  docset: string
  /** From the site’s root, without `base`. */
  path: string
  /** Is it a page in the language of its address? */
  isOwn: boolean
  /** The same for the same entries. */
  digest: string
  /** Takes a while: for pages that were not indexed yet. */
  entries: () => PageEntries
}

/** The pages of a language. */
export interface IndexedLanguage {
  sources: readonly IndexSource[]
  order: EntryOrder
}

/** What decides between entries besides the question. */
export interface EntryOrder {
  /** The rank of an entry where results have no other order, by its address. */
  orderOf: (url: string) => number
  /** Does an entry come after others that match as well? */
  isLast: (url: string) => boolean
}

/** The pages with something to index by the language of their addresses, in small letters. */
export function indexSources(site: IndexedSite): Map<string, IndexedLanguage> {
  const pages = site.documents.map(({ page }) => page)
  const views = docsetsOf(site.site, pages, site.contents)
  const titleOf = guideTitles(pages)
  const steps = Map.groupBy(
    site.contents.flatMap((content) => stepRecords(content, titleOf(content))),
    pageOf,
  )
  const keywords = keywordsIn(site.contents.flatMap(({ items }) => items))
  const ofPages = site.documents.flatMap((document) => {
    const { page } = document
    if (page.kind === 'missing') return []
    const view = views.get(docsetKey(page.docset, page.locale))
    const places = view ? placesOf(view, page).map(({ title }) => title) : []
    const place = { places, guide: titleOf(page), keywords: keywords.get(page.path) }
    const source = sourceOf(document, place, steps.get(page.path) ?? [])
    return { language: page.locale.toLowerCase(), source }
  })
  const fallbacks = site.contents.flatMap((content) =>
    fallbackSources(content.docset, fallbackStepRecords(content, titleOf(content))).map(
      (source) => ({
        language: content.locale.toLowerCase(),
        source,
      }),
    ),
  )
  const checklists = site.contents.flatMap((content) =>
    checklistRecords(content, site.site.locales, titleOf(content)).map((record) => ({
      language: record.language,
      source: recordSource(content.docset, record),
    })),
  )
  const terms = site.site.locales.flatMap((locale) =>
    termRecords(site.terms ?? [], locale).map((record) => ({
      language: record.language,
      // No docset can have this name.
      source: recordSource('terms', record),
    })),
  )
  const order = { orderOf: orderIn(site.contents), isLast: lastIn(site) }
  const all = [...ofPages, ...checklists, ...terms, ...fallbacks].map(({ language, source }) => ({
    language,
    source: site.change ? changedSource(source, language, site.change) : source,
  }))
  const byLanguage = Map.groupBy(all, ({ language }) => language)
  return new Map(
    [...byLanguage].map(([language, items]) => [
      language,
      { sources: items.map(({ source }) => source), order },
    ]),
  )
}

/**
 * Docsets that stand apart on the home page are for other readers; services that are retired, and their pages,
 * concern few. What a term means is asked less often than what is to be done about it.
 */
function lastIn({
  site: { docsets, locales },
  documents,
  contents,
}: Pick<IndexedSite, 'site' | 'documents' | 'contents'>): EntryOrder['isLast'] {
  const retired = new Set(contents.flatMap(({ process }) => retiredSteps(process)))
  const services = new Map(contents.map(({ docset, process }) => [docset, retiredIn(process)]))
  for (const { page } of documents) {
    const { service } = phaseAndServiceOf(page)
    if (service && services.get(page.docset)?.has(service)) retired.add(page.path)
  }
  const apart = [
    ...locales.map(termsPath),
    ...docsets
      .filter(({ group }) => group !== undefined)
      .flatMap(({ id }) => locales.map((locale) => docsetPath(locale, id))),
  ]
  return (url) =>
    retired.has(url.replace(/#.*$/, '')) ||
    retired.has(url) ||
    apart.some((path) => url.startsWith(path))
}

function retiredIn(process: Process | undefined): ReadonlySet<string> {
  return new Set(process?.services.filter(({ isRetired }) => isRetired).map(({ id }) => id))
}

function retiredSteps(process: Process | undefined): string[] {
  const services = retiredIn(process)
  return (process?.steps ?? [])
    .filter(({ service }) => service && services.has(service))
    .map(({ path, id }) => `${path}#${id}`)
}

function changedSource(source: IndexSource, locale: string, change: EntryChange): IndexSource {
  const place = { docset: source.docset, locale }
  const changed = <Entry extends IndexEntry>(entries: readonly Entry[]) =>
    entries.flatMap((entry) => (change(entry, place) as Entry | undefined) ?? [])
  return {
    ...source,
    entries() {
      const { own, foreign } = source.entries()
      return { own: changed(own), foreign: changed(foreign) }
    },
  }
}

function sourceOf(
  { page, content }: PageDocument,
  {
    places,
    guide,
    keywords,
  }: { places: readonly string[]; guide: string; keywords?: string | undefined },
  steps: readonly IndexRecord[],
): IndexSource {
  const { path, title } = page
  const isOwn = page.contentLocale === page.locale
  return {
    docset: page.docset,
    path,
    isOwn,
    digest: digestAll([page, content?.digest, places, guide, keywords, steps]),
    entries() {
      const filters = filtersOf(page)
      const article = articleOf(page, htmlIn(content?.parts() ?? []), {
        places,
        filters,
        keywords,
      })
      const own = isOwn ? [{ url: path, html: indexedArticle(article) }] : []
      const foreign = foreignRecords(article, { path, title, guide, filters })
      return { own: [...own, ...steps.map((step) => withContext(step, page))], foreign }
    },
  }
}

/** What tables of contents call pages besides their titles, by path. */
function keywordsIn(items: readonly NavigationItem[], found = new Map<string, string>()) {
  for (const { href, keywords, items: below } of items) {
    if (href !== undefined && keywords) {
      const path = href.replace(/[?#].*$/s, '')
      found.set(path, [found.get(path), keywords].filter(Boolean).join(', '))
    }
    keywordsIn(below, found)
  }
  return found
}

/** A page that is drawn from steps: what is found of it is its name. */
function recordSource(docset: string, record: IndexRecord): IndexSource {
  return {
    docset,
    path: record.url,
    isOwn: false,
    digest: digestAll(['generated', record]),
    entries: () => ({ own: [record], foreign: [] }),
  }
}

/** Steps that a language lacks, by the pages of the other language that have them. */
function fallbackSources(docset: string, records: readonly IndexRecord[]): IndexSource[] {
  return [...Map.groupBy(records, pageOf)].map(([path, foreign]) => ({
    docset,
    path,
    isOwn: false,
    digest: digestAll(['fallback', foreign]),
    entries: () => ({ own: [], foreign }),
  }))
}

function pageOf({ url }: IndexRecord): string {
  return url.replace(/#.*$/, '')
}

/** The words of an entry, for the correction of queries. */
export function textOfEntry(entry: IndexEntry): string {
  if ('html' in entry) return textOfArticle(entry.html)
  // What a step is called stands in its text, too.
  return entry.meta['kind'] === 'step' ? Object.values(entry.meta).join(' ') : entry.content
}
