/** A docset in one language as its pages show it, made once for all of them. */
import {
  countOf,
  neighboursOf,
  readingOrderOf,
  trailTo,
  unwrap,
  type NavEntry,
} from './nav-entries.ts'
import { contentsPath, docsetPath, printPath } from '#src/i18n/paths.ts'
import type { DocsetContents, NavigationItem, Page, PageToc } from './page.ts'
import type { Process, ProcessFrame } from './process.ts'
import type { Site, SiteLocale, SocialImage } from '#src/site.ts'

/** An item of the breadcrumbs. */
export interface PathItem {
  title: string
  path?: string
  /** The language of the title, where it is not that of the page around it. */
  lang?: string
}

/** What every page shows of its docset. */
export interface DocsetFrame {
  id: string
  locale: SiteLocale
  sourceLocale: string | undefined
  title: string
  path: string
  /** The docset as the first item of the breadcrumbs. */
  start: PathItem
  /** The title over the table of contents and where it leads. */
  head: PathItem
  /** Its phases and parties. */
  process: ProcessFrame | undefined
  /** The path of the page that prints all pages; absent for one page, or more than `mostPrinted`. */
  wholePath: string | undefined
  /** The path of the page with the whole table of contents; absent if every page shows all of it. */
  contentsPath: string | undefined
  /** Whether it has pages in its table of contents. */
  hasPages: boolean
  /** The image that other sites show beside a link to one of its pages. */
  socialImage?: SocialImage
}

/** The navigation that a page shows: that of its table of contents. */
export interface DocsetTable {
  /**
   * The part of a docset that every page shows, and no more: a change of anything else must not draw all pages again.
   */
  frame: DocsetFrame
  items: readonly NavigationItem[]
  readingOrder: readonly NavEntry[]
  /** Index of its first entry in the table of the whole docset. */
  at: readonly number[]
  /** Whether it is too long to be listed on every page. */
  isLong: boolean
  /** The entry over all of its own. */
  root?: NavigationItem
}

/** A docset in one language: its whole table of contents, and what belongs to no page. */
export interface DocsetView extends DocsetFrame, DocsetTable {
  process: Process | undefined
  /** The table of contents of each page, by path, if the docset has several. */
  tables: ReadonlyMap<string, DocsetTable>
  /** Tasks for the home page. */
  tasks: readonly { label: string; path: string }[]
}

/** What the page with the whole table of contents shows. */
export type WholeTable = Omit<DocsetView, 'tables' | 'process' | 'tasks'>

/** Without the tables of other pages: a page is drawn again when one of its props changes. */
export function wholeTableOf(docset: DocsetView): WholeTable {
  const { tables: _tables, process: _process, tasks: _tasks, ...table } = docset
  return table
}

/** The position of a page in its docset. */
export interface PagePlace {
  /** The breadcrumbs. */
  above: readonly PathItem[]
  isListed: boolean
  previous?: NavEntry
  next?: NavEntry
}

/** More pages than this would make one page of several megabytes; guides with steps can always be printed. */
const mostPrinted = 200

/** The most entries of a table of contents that every page lists in full. */
const mostListed = 120

/** What docsets were made of last: each template asks for them, and few edits change them. */
let last:
  | {
      of: { site: Site; pages: readonly Page[]; contents: readonly DocsetContents[] }
      docsets: Map<string, DocsetView>
    }
  | undefined

/** Every docset in every language; look one up by `docsetKey`. The map must not be changed. */
export function docsetsOf(
  site: Site,
  pages: readonly Page[],
  contents: readonly DocsetContents[],
): Map<string, DocsetView> {
  const isKnown =
    last &&
    isSame(site.locales, last.of.site.locales) &&
    isSame(site.docsets, last.of.site.docsets) &&
    isSame(contents, last.of.contents) &&
    haveSameStarts(pages, last.of.pages)
  const docsets = isKnown && last ? last.docsets : makeDocsets(site, pages, contents)
  last = { of: { site, pages, contents }, docsets }
  return docsets
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}

/** Whether there are the same pages, and the first of each docset says the same of itself. */
function haveSameStarts(one: readonly Page[], other: readonly Page[]): boolean {
  if (one.length !== other.length) return false
  // Nothing is called for each page.
  for (let index = 0; index < one.length; index++) {
    const [page, before] = [one[index]!, other[index]!]
    if (page === before) continue
    if (page.path !== before.path || page.docset !== before.docset || page.slug === '') return false
  }
  return true
}

function makeDocsets(
  site: Site,
  pages: readonly Page[],
  contents: readonly DocsetContents[],
): Map<string, DocsetView> {
  const byDocset = Map.groupBy(pages, ({ docset }) => docset)
  const paths = new Set(pages.map(({ path }) => path))
  const all = site.locales.flatMap((locale) =>
    site.docsets.map((docset) => {
      const navigation = contents.find(
        (content) => content.docset === docset.id && content.locale === locale.tag,
      )
      return docsetView(docset, locale, navigation, byDocset.get(docset.id) ?? [], paths)
    }),
  )
  return new Map(all.map((docset) => [docsetKey(docset.id, docset.locale.tag), docset]))
}

/**
 * The view of one docset in one language. `pages` are its pages in all languages, `paths` those of all pages of the
 * site.
 */
function docsetView(
  { id, sourceLocale }: Site['docsets'][number],
  locale: SiteLocale,
  navigation: DocsetContents | undefined,
  pages: readonly Page[],
  paths: ReadonlySet<string>,
): DocsetView {
  const homes = pages.filter((page) => page.slug === '')
  const home = homes.find((page) => page.locale === locale.tag && page.kind !== 'missing')
  const other = homes.find((page) => page.kind !== 'missing')
  const { root, items } = unwrap(navigation?.items ?? [])
  const first = root ?? items[0]
  const readingOrder = readingOrderOf(navigation?.items ?? [])
  // Without a first page and a table of contents, the link leads to any page.
  const any = pages.find((page) => page.locale === locale.tag)
  const path =
    home?.path ?? first?.href ?? readingOrder[0]?.href ?? any?.path ?? docsetPath(locale, id)
  const title = home?.title ?? first?.title ?? other?.title ?? id
  const titleLang =
    home?.contentLocale ?? (first ? (first.lang ?? locale.tag) : other?.contentLocale)
  const lang = titleLang === locale.tag ? undefined : titleLang
  const start: PathItem = { title, path, ...(lang && { lang }) }
  const wholePath = printPath(locale, id)
  const old = [...(navigation?.redirects ?? []), ...(navigation?.removed ?? [])]
  const taken = new Set([...paths, ...old.map((one) => ('from' in one ? one.from : one.path))])
  const isPrinted =
    Boolean(navigation?.process?.parties.length) ||
    (readingOrder.length > 1 && readingOrder.length <= mostPrinted && !taken.has(wholePath))
  const { steps: _, ...process } = navigation?.process ?? { steps: [] }
  const tocs = navigation?.tocs ?? []
  const isLong = countOf(items) > mostListed
  const whole = isLong || tocs.length > 0 ? freeContentsPath(locale, id, taken) : undefined
  const frame: DocsetFrame = {
    id,
    locale,
    sourceLocale,
    title,
    path,
    start,
    process: navigation?.process && (process as ProcessFrame),
    wholePath: isPrinted ? wholePath : undefined,
    contentsPath: isLong ? whole : undefined,
    head: root ? { ...placeOf(root), path: root.href ?? path } : start,
    hasPages: readingOrder.length > 0,
    ...(navigation?.socialImage && { socialImage: navigation.socialImage }),
  }
  return {
    ...frame,
    contentsPath: whole,
    frame,
    process: navigation?.process,
    items,
    readingOrder,
    at: [],
    isLong,
    tables: tablesOf(tocs, { ...frame, contentsPath: whole }),
    tasks: navigation?.tasks ?? [],
  }
}

function tablesOf(tocs: readonly PageToc[], frame: DocsetFrame): Map<string, DocsetTable> {
  const tables = new Map<string, DocsetTable>()
  let first = 0
  for (const toc of tocs) {
    const table = tableOfToc(toc, frame, first)
    for (const path of toc.pages) tables.set(path, table)
    first += toc.items.length
  }
  return tables
}

/** @param first - Index of its first entry in the docset’s table. */
function tableOfToc(toc: PageToc, frame: DocsetFrame, first: number): DocsetTable {
  const { root, items } = unwrap(toc.items)
  const readingOrder = readingOrderOf(toc.items)
  const path = root?.href ?? readingOrder[0]?.href ?? frame.path
  return {
    frame: root ? { ...frame, head: { ...placeOf(root), path } } : frame,
    items,
    readingOrder,
    at: root ? [first] : [],
    isLong: countOf(items) > mostListed,
    ...(root && { root }),
  }
}

/** The navigation of a page: that of its own table of contents, else of the whole docset. */
export function tableOf(docset: DocsetView, { path }: Pick<Page, 'path'>): DocsetTable {
  return docset.tables.get(path) ?? docset
}

/** A free slug: a docset may have a page of that name. */
function freeContentsPath(locale: SiteLocale, id: string, taken: ReadonlySet<string>): string {
  let number = 1
  while (taken.has(contentsPath(locale, id, number))) number++
  return contentsPath(locale, id, number)
}

function placeOf({ title, href: path, lang }: NavigationItem): PathItem {
  return { title, ...(path && { path }), ...(lang && { lang }) }
}

export function docsetKey(docset: string, locale: string): string {
  return `${locale}/${docset}`
}

/** The breadcrumbs of a page: the docset, then the entries above the page in its table of contents. */
export function placesOf(docset: DocsetView, page: Pick<Page, 'path'>): PathItem[] {
  if (page.path === docset.path) return []
  const { root, items } = tableOf(docset, page)
  const above = [...(root ? [root] : []), ...trailTo(items, page.path).slice(0, -1)].map(placeOf)
  const ways = above.filter(({ path }) => path !== docset.path && path !== page.path)
  return [docset.start, ...ways]
}

export function pagePlace(docset: DocsetView, page: Pick<Page, 'path'>): PagePlace {
  const { items, readingOrder } = tableOf(docset, page)
  return {
    above: placesOf(docset, page),
    isListed: trailTo(items, page.path).length > 0,
    ...neighboursOf(readingOrder, page.path),
  }
}

/**
 * The page that serves as home page in a language: the hub or the first page of a docfx docset that is the only
 * docset. Undefined if the home page lists docsets.
 */
export function startPage(
  site: Site,
  locale: SiteLocale,
  pages: readonly Page[],
  docsets: ReadonlyMap<string, DocsetView>,
): { page: Page; docset: DocsetView } | undefined {
  const [only, ...others] = site.docsets
  const docset = only && docsets.get(docsetKey(only.id, locale.tag))
  if (!docset || others.length) return undefined
  const page = pages.find(({ path }) => path === docset.path)
  return page?.kind === 'hub' || page?.kind === 'docfx' ? { page, docset } : undefined
}
