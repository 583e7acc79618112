/** The content of the status page of a language: guides, their pages, bars. */
import { docsetKey, type DocsetView } from '#src/docsets/docset-view.ts'
import type { Page } from '#src/docsets/page.ts'
import type { Site, SiteLocale } from '#src/site.ts'
import type { Counts } from '#src/translation/state/count.ts'
import type { PublishedPage, PublishedStatus } from '#src/translation/site/published-status.ts'
import { type BlockState, blockStates } from '#src/translation/state/state.ts'

interface StatusRow {
  counts: PublishedPage
  /** The published page; absent for files that pages include. */
  page?: { title: string; path: string; lang?: string }
  /** Whether the file of the translation exists. */
  isThere: boolean
}

export interface StatusSection {
  docset: string
  title: string
  /** The link of its title; definitions and interface strings have none. */
  path?: string
  /** The language of the title, where it is not that of the page. */
  lang?: string
  counts: PublishedStatus
  /** States that occur, translated first. */
  states: readonly BlockState[]
  /** Rows in the order of the table of contents, then the others. */
  rows: readonly StatusRow[]
}

/** A part of a bar, both numbers in percent of its length. */
export interface BarPart {
  state: BlockState
  from: number
  share: number
}

/** Languages with translations, in the site’s order. */
export function translatedInto(
  { locales }: Pick<Site, 'locales'>,
  translations: readonly Pick<PublishedStatus, 'targetLocale'>[],
): SiteLocale[] {
  return locales.filter(({ tag }) => translations.some(({ targetLocale }) => targetLocale === tag))
}

/**
 * The docsets that are translated into a language, in the site’s order, then texts outside pages.
 *
 * @param titles - Titles of such texts by the id that they have as a docset.
 */
export function sectionsOf(
  translations: readonly PublishedStatus[],
  locale: Pick<SiteLocale, 'tag'>,
  docsets: ReadonlyMap<string, DocsetView>,
  pages: readonly Page[],
  titles: Readonly<Record<string, string>> = {},
): StatusSection[] {
  return translations
    .filter(({ targetLocale }) => targetLocale === locale.tag)
    .flatMap((counts) => {
      const docset = docsets.get(docsetKey(counts.docset, locale.tag))
      if (!docset) return textSection(counts, titles[counts.docset])
      const { title, path, start, readingOrder } = docset
      const own = pages.filter((page) => page.docset === docset.id && page.locale === locale.tag)
      // Without a page in any language, its title is no link.
      if (own.length === 0) return []
      const places = new Map(readingOrder.map(({ href }, index) => [href, index]))
      const placeOf = ({ page }: StatusRow) => (page && places.get(page.path)) ?? Infinity
      const rows = counts.pages
        .map((page) => rowOf(page, own))
        // Rows without position keep their order: the difference of two infinities is `NaN`.
        .toSorted((a, b) => placeOf(a) - placeOf(b) || 0)
      const section = { docset: docset.id, title, path, counts, states: statesIn(counts), rows }
      return { ...section, ...(start.lang && { lang: start.lang }) }
    })
}

/** A section for definitions or interface strings, whose files are not pages. */
function textSection(counts: PublishedStatus, title: string | undefined): StatusSection[] {
  if (title === undefined) return []
  const rows = counts.pages.map((page) => rowOf(page, []))
  return [{ docset: counts.docset, title, counts, states: statesIn(counts), rows }]
}

function rowOf(counts: PublishedPage, pages: readonly Page[]): StatusRow {
  const page = pages.find(({ slug }) => slug === (counts.translation ?? counts.slug))
  const isThere = counts.translation !== undefined
  if (!page) return { counts, isThere }
  const { title, path, locale, contentLocale } = page
  const isForeign = contentLocale !== locale
  return { counts, isThere, page: { title, path, ...(isForeign && { lang: contentLocale }) } }
}

/** The states that some block is in. */
export function statesIn({ states }: Pick<Counts, 'states'>): BlockState[] {
  return blockStates.filter((state) => states[state].blocks > 0)
}

/** The parts of the source’s words by state, without blocks that only the translation has. */
export function barOf({ states, words }: Pick<Counts, 'states' | 'words'>): BarPart[] {
  let from = 0
  return blockStates.flatMap((state) => {
    if (state === 'extra' || !states[state].words) return []
    const part = { state, from: round(from), share: round((100 * states[state].words) / words) }
    from += (100 * states[state].words) / words
    return [part]
  })
}

/** The translated and confirmed share, formatted for the language: `97.5 %`. */
export function percentIn({ ui }: Pick<SiteLocale, 'ui'>, { percent }: Pick<Counts, 'percent'>) {
  const options = { style: 'percent', maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(ui, options).format(percent / 100)
}

function round(percent: number): number {
  return Math.round(100 * percent) / 100
}
