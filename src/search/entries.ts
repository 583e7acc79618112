/** All that the indexes of a site are made of, from what was read of it. */
import { htmlIn } from '#plugins/content.ts'
import { append } from '#plugins/large-arrays.ts'
import { docsetKey, docsetsOf, placesOf } from '../docsets/docset-view.ts'
import type { Page } from '../docsets/page.ts'
import type { ReadSite } from '../docsets/read-site.ts'
import { articleOf, indexedArticle } from './article.ts'
import { textOfArticle } from './indexed.ts'
import {
  filtersOf,
  guideTitle,
  type IndexRecord,
  fallbackStepRecords,
  orderIn,
  stepRecords,
} from './records.ts'
import { foreignRecords } from './untranslated-index.ts'

/** What entries are made of. */
export type IndexedSite = Pick<ReadSite, 'site' | 'documents' | 'contents'>

/** A page, whose parts by heading are results of their own. */
interface PageEntry {
  /** From the site’s root, without `base`. */
  url: string
  html: string
  sort: IndexRecord['sort']
}

/** One thing that is found: a page, or a step or part of a page by itself. */
export type IndexEntry = PageEntry | IndexRecord

/** What is indexed for the readers of one language. */
export interface LanguageEntries {
  own: IndexEntry[]
  /** Words on its pages that are in other languages. */
  foreign: IndexRecord[]
}

/** The entries by the language of their pages, in small letters. */
export function indexEntries(site: IndexedSite): Map<string, LanguageEntries> {
  const all = new Map<string, LanguageEntries>()
  const pages = site.documents.map(({ page }) => page)
  const order = orderIn(site.contents)
  const views = docsetsOf(site.site, pages, site.contents)
  for (const { page, content = [] } of site.documents) {
    if (page.kind === 'missing') continue
    const view = views.get(docsetKey(page.docset, page.locale))
    const article = articleOf(page, htmlIn(content), {
      places: view ? placesOf(view, page).map(({ title }) => title) : [],
      filters: filtersOf(page),
    })
    const { own, foreign } = entriesIn(all, page.locale)
    if (page.contentLocale === page.locale) {
      const sort = { order: order(page.path) }
      own.push({ url: page.path, html: indexedArticle(article), sort })
    }
    append(foreign, foreignOf(article, page))
  }
  for (const contents of site.contents) {
    const { own, foreign } = entriesIn(all, contents.locale)
    append(own, stepRecords(contents, pages, order))
    append(foreign, fallbackStepRecords(contents, pages, order))
  }
  return new Map([...all].filter(([, { own, foreign }]) => own.length + foreign.length > 0))

  function foreignOf(article: string, page: Page): IndexRecord[] {
    const guide = guideTitle(pages, page)
    const { path, title } = page
    return foreignRecords(article, {
      path,
      title,
      guide,
      filters: filtersOf(page),
      order: order(path),
    })
  }
}

/** The words of an entry, for the correction of queries. */
export function textOfEntry(entry: IndexEntry): string {
  if ('html' in entry) return textOfArticle(entry.html)
  // What a step is called stands in its text, too.
  return entry.meta['kind'] === 'step' ? Object.values(entry.meta).join(' ') : entry.content
}

function entriesIn(all: Map<string, LanguageEntries>, locale: string): LanguageEntries {
  const key = locale.toLowerCase()
  const entries = all.get(key) ?? { own: [], foreign: [] }
  all.set(key, entries)
  return entries
}
