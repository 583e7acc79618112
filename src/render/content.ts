/**
 * What templates draw: the site as read, and what was computed of all its pages.
 *
 * Templates import it as `virtual:passerelle/content` and its sisters, which the bundle of the theme takes from here.
 * The bindings are live: one bundle draws site after site, and a page again once it has changed.
 */
import type { ContentPart } from '#plugins/content.ts'
import type { DocsetChanges } from '../changes/changes.ts'
import type { DocsetContents, Page } from '../docsets/page.ts'
import type { SearchWords } from '../docsets/search-words.ts'
import type { GoLinkPage } from '../permalinks/go-link-pages.ts'
import type { Site, SiteTerm } from '../site.ts'
import type { PublishedStatus } from '../translation/site/published-status.ts'

export interface SiteContent {
  site: Site
  /** False in development. */
  isBuild: boolean
  /** All pages, by address. */
  pages: readonly Page[]
  /** One entry for each docset and language: tables of contents, steps, old addresses. */
  contents: readonly DocsetContents[]
  /** What has changed in docsets with the option `changes`; none in development. */
  changes: readonly DocsetChanges[]
  goLinkEntries: readonly GoLinkPage[]
  translations: readonly PublishedStatus[]
  /** The terms that the site defines. */
  terms: readonly SiteTerm[]
  /** Stop words and synonyms by language of the interface. */
  searchWords: ReadonlyMap<string, SearchWords>
  /** The content of a page, with its images in place. */
  pageContent: (page: Page) => readonly ContentPart[]
  /** A digest of the content of a page. */
  contentDigest: (page: Page) => string
  /** The page at an address, as in its `path`. */
  pageAt: (path: string) => Page | undefined
  /** Pages that are requested: in development one is drawn at a time. (default: all) */
  shownPages?: readonly Page[]
  /** The entry of `contents` for a docset and a language. */
  contentsIn: (docset: string, locale: string) => DocsetContents | undefined
}

export let site: Site
export let isBuild = true
export let pages: SiteContent['pages'] = []
export let contents: SiteContent['contents'] = []
export let changes: SiteContent['changes'] = []
export let goLinkEntries: SiteContent['goLinkEntries'] = []
export let translations: SiteContent['translations'] = []
export let terms: SiteContent['terms'] = []
export let searchWords: SiteContent['searchWords'] = new Map()
export let pageContent: SiteContent['pageContent'] = () => []
export let contentsIn: SiteContent['contentsIn'] = () => undefined
export let pageAt: SiteContent['pageAt'] = () => undefined
export let shownPages: SiteContent['pages'] = []

/**
 * The global under which an Astro site that uses the integration finds the content: its bundle has its own copy of this
 * module.
 */
const handedOver = Symbol.for('passerelle.content')

/**
 * Give the content to the copy of this module in another bundle of the same process, which reads it when it is loaded.
 */
export function handOver(content: SiteContent): void {
  Object.assign(globalThis, { [handedOver]: content })
}

/** Set the content that templates draw from now on. */
export function setContent(content: SiteContent): void {
  ;({ site, isBuild, pages, contents, changes, goLinkEntries, translations, terms } = content)
  ;({ searchWords, pageContent, contentsIn, pageAt, shownPages = pages } = content)
}

const given = (globalThis as { [handedOver]?: SiteContent })[handedOver]
if (given) setContent(given)
