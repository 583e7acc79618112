/**
 * A table of contents as HTML.
 *
 * Not an Astro component for performance: every page has a hundred entries. Here an entry is drawn once for all pages
 * that are not below it.
 */
import type { DocsetTable, WholeTable } from '#src/docsets/docset-view.ts'
import { contentLang } from '#src/i18n/locales.ts'
import { href } from '#src/i18n/paths.ts'
import { translator } from '#src/i18n/text.ts'
import type { Site, SiteLocale } from '#src/site.ts'
import type { NavigationItem } from '#src/docsets/page.ts'
import type { SafeHtml } from '#plugins/safe-html.ts'
import { escapeMarkup, markup } from '#src/components/markup.ts'
import { formsOf, inForm } from '#src/components/progress/plural.ts'
import { readingOrderOf, linksIn, trailTo } from '#src/docsets/nav-entries.ts'
import { type NearList, nearestOf } from './nearest.ts'

export interface DrawingOptions {
  /** The `href` of a path. */
  address: (path: string) => string
  /** The label of the button that opens a branch: “Pages under …”. */
  branchLabel: (title: string) => string
  /** The language of the titles and of the interface, if they are not that of the page around. */
  lang?: string | undefined
  interfaceLang?: string | undefined
  /** How the table is shortened for each page; undefined if every page shows all of it. */
  cut?: CutOptions | undefined
}

interface CutOptions {
  /** Path of the page with the whole table. */
  contents: string
  /** Indexes of the entries in the whole table. (default: its top) */
  at?: readonly number[]
  /** The most rows of the path and what is near: entries, and links to what is left out. (default: `22`) */
  most?: number
  /** The same with branches that are always open. (default: `120`) */
  mostOpen?: number
  /** The language of the interface. */
  lang: string
  /** “43 pages” in a branch; “43 more pages” for entries left out. */
  pages: (count: number) => string
  more: (count: number) => string
}

/** The table for the page at `path`. */
export type Draw = (path: string) => SafeHtml

/** Prepare the table of contents of a docset for all of its pages. */
export function drawingOf(items: readonly NavigationItem[], options: DrawingOptions): Draw {
  if (options.cut) return cutDrawing(items, options, options.cut)
  const closed = new Map<NavigationItem, SafeHtml>()
  const drawClosed = (item: NavigationItem): SafeHtml => {
    const html = closed.get(item) ?? drawItem(item, options, listUnder(item, drawClosed))
    closed.set(item, html)
    return html
  }
  return (path) => {
    const trail = trailTo(items, path)
    const current = trail.at(-1)
    const draw = (item: NavigationItem): SafeHtml => {
      if (!trail.includes(item)) return drawClosed(item)
      const state = { open: true, current: item === current }
      return drawItem(item, options, listUnder(item, draw), state)
    }
    return drawList(items.map(draw), options.lang)
  }
}

const prepared = new WeakMap<DocsetTable, Draw>()

/** A table of contents, prepared once for all the pages that show it. */
export function sidebarOf(table: DocsetTable, site: Site): Draw {
  const ready = prepared.get(table)
  if (ready) return ready
  const { items, at, isLong, frame } = table
  const { locale, contentsPath: contents } = frame
  const cut = isLong && contents !== undefined ? { contents, at, ...countsOf(locale) } : undefined
  const draw = drawingOf(items, { ...optionsOf(locale, site), cut })
  prepared.set(table, draw)
  return draw
}

/** The whole table with all branches open; the id of each entry is its position, to which shortened tables link. */
export function wholeTree({ items, locale }: WholeTable, site: Site): SafeHtml {
  const options = optionsOf(locale, site)
  const draw = (list: readonly NavigationItem[], place: readonly number[]): SafeHtml[] =>
    list.map((item, index) => {
      const here = [...place, index]
      const below = item.items.length > 0 ? drawList(draw(item.items, here)) : undefined
      return drawItem(item, options, below, { open: true, id: idOf(here) })
    })
  return drawList(draw(items, []), options.lang)
}

function optionsOf(locale: SiteLocale, site: Site): DrawingOptions {
  const t = translator(locale)
  return {
    address: (path) => href(site, path),
    lang: contentLang(locale),
    interfaceLang: contentLang(locale) && locale.ui,
    branchLabel: (title) => t('sidebar.branch', { title }),
  }
}

/** The number of pages as an interface string. */
export function countsOf({ strings, ui }: SiteLocale): Pick<CutOptions, 'lang' | 'pages' | 'more'> {
  const number = new Intl.NumberFormat(ui)
  const [pages, more] = [formsOf(strings, 'sidebar.pages'), formsOf(strings, 'sidebar.more')]
  const text = (forms: typeof pages) => {
    // Cached: there are few different numbers, and plural rules are the slowest part of a table.
    const known = new Map<number, string>()
    return (count: number) => {
      const before = known.get(count)
      if (before !== undefined) return before
      const words = inForm(forms, ui, count, { count: number.format(count) })
      known.set(count, words)
      return words
    }
  }
  return { lang: ui, pages: text(pages), more: text(more) }
}

function cutDrawing(
  items: readonly NavigationItem[],
  options: DrawingOptions,
  cut: CutOptions,
): Draw {
  const far = new Map<NavigationItem, SafeHtml>()
  const drawFar = (item: NavigationItem): SafeHtml => {
    const html = far.get(item) ?? drawBranch(item, options, cut)
    far.set(item, html)
    return html
  }
  const openOf = expandedIn()
  const drawOpen = (item: NavigationItem): SafeHtml =>
    openOf(item) === 0
      ? drawFar(item)
      : drawItem(item, options, drawList(item.items.map(drawOpen)), { open: true })
  const drawNear = (
    { place, rows }: NearList,
    current: NavigationItem | undefined,
    left: { rows: number },
  ): SafeHtml[] =>
    rows.map((row) => {
      if (row.kind === 'gap')
        return drawGap(row.items, [...(cut.at ?? []), ...place, row.first], options, cut)
      const { item, below } = row
      if (!below && item !== current) {
        const size = openOf(item)
        if (size === 0 || size > left.rows) return drawFar(item)
        left.rows -= size
        return drawOpen(item)
      }
      const list = below && drawList(drawNear(below, current, left))
      return drawItem(item, options, list, { open: true, current: item === current })
    })
  return (path) => {
    const trail = trailTo(items, path)
    const { most = 22, mostOpen = 120 } = cut
    const near = nearestOf(items, trail, most)
    const rows = drawNear(near, trail.at(-1), { rows: mostOpen - countOfRows(near) })
    return drawList(rows, options.lang)
  }
}

function countOfRows({ rows }: NearList): number {
  return rows.reduce(
    (sum, row) => sum + 1 + (row.kind === 'entry' && row.below ? countOfRows(row.below) : 0),
    0,
  )
}

/** A function that returns the number of rows below an entry whose branch is always open; 0 for others. */
function expandedIn(): (item: NavigationItem) => number {
  const known = new Map<NavigationItem, number>()
  return function rowsOf(item): number {
    const before = known.get(item)
    if (before !== undefined) return before
    const { isExpanded, items } = item
    const rows = isExpanded ? items.reduce((sum, below) => sum + 1 + rowsOf(below), 0) : 0
    known.set(item, rows)
    return rows
  }
}

const nothing = markup``

/** Placeholder for the title in an interface string, so that it can be marked with its language. */
const hole = '{title}'

function idOf(place: readonly number[]): string {
  return `_${place.join('.')}`
}

/** Without the end tags of entries, which HTML makes optional: each page has some dozens. */
function drawList(rows: readonly SafeHtml[], lang?: string): SafeHtml {
  return markup`<ul${langOf({ lang })}>${rows}</ul>`
}

function listUnder(
  { items }: NavigationItem,
  draw: (item: NavigationItem) => SafeHtml,
): SafeHtml | undefined {
  return items.length > 0 ? drawList(items.map(draw)) : undefined
}

/** @param below - The list below it, if it has one. */
function drawItem(
  item: NavigationItem,
  options: DrawingOptions,
  below: SafeHtml | undefined,
  { open = false, current = false, id }: { open?: boolean; current?: boolean; id?: string } = {},
): SafeHtml {
  const own = item.href === undefined ? nothing : drawLink(item, item.href, options, current)
  const place = id === undefined ? nothing : markup` id="${escapeMarkup(id)}"`
  if (below === undefined)
    return markup`<li${place}>${own || markup`<span${langOf(item)}>${escapeMarkup(item.title)}</span>`}`
  const label = own
    ? drawButton(item, options)
    : markup`<summary${langOf(item)}>${escapeMarkup(item.title)}</summary>`
  const state = open || item.isExpanded ? markup` open` : nothing
  return markup`<li${place}>${own}<details${state}>${label}${below}</details>`
}

/** Its name is an attribute, or elements with their languages if title and interface are in two. */
function drawButton(item: NavigationItem, options: DrawingOptions): SafeHtml {
  const { lang, interfaceLang, branchLabel } = options
  if (!item.lang && !interfaceLang)
    return markup`<summary aria-label="${escapeMarkup(branchLabel(item.title))}"></summary>`
  const title = markup`<span${langOf({ lang: item.lang ?? lang })}>${escapeMarkup(item.title)}</span>`
  const [before = nothing, after = nothing] = branchLabel(hole).split(hole).map(escapeMarkup)
  return markup`<summary${langOf({ lang: interfaceLang })}><span class="unseen">${before}${title}${after}</span></summary>`
}

/** A branch that does not contain the page: its title links to its first page, with the number of pages. */
function drawBranch(item: NavigationItem, options: DrawingOptions, cut: CutOptions): SafeHtml {
  const target = item.href ?? readingOrderOf(item.items)[0]?.href
  const count = linksIn(item.items)
  if (count === 0 || target === undefined) return drawItem(item, options, undefined)
  const lang = item.lang || options.interfaceLang ? cut.lang : undefined
  const size = markup` <small${langOf({ lang })}>${escapeMarkup(cut.pages(count))}</small>`
  return markup`<li>${drawLink(item, target, options, false, size)}`
}

/** A link in place of entries that are left out, with the number of pages, to the first of them in the whole table. */
function drawGap(
  items: readonly NavigationItem[],
  first: readonly number[],
  options: DrawingOptions,
  { contents, more }: CutOptions,
): SafeHtml {
  const count = linksIn(items)
  if (count === 0) return nothing
  const address = escapeMarkup(`${options.address(contents)}#${idOf(first)}`)
  const lang = langOf({ lang: options.interfaceLang })
  return markup`<li><a class="sidebar__more" href="${address}"${lang}>${escapeMarkup(more(count))}</a>`
}

function drawLink(
  item: NavigationItem,
  href: string,
  options: DrawingOptions,
  current: boolean,
  after: SafeHtml = nothing,
): SafeHtml {
  const mark = current ? markup` aria-current="page"` : nothing
  const address = escapeMarkup(options.address(href))
  const { appliesTo } = item
  const versions = appliesTo ? markup` <small>${escapeMarkup(appliesTo)}</small>` : nothing
  return markup`<a href="${address}"${langOf(item)}${mark}>${escapeMarkup(item.title)}${versions}${after}</a>`
}

function langOf({ lang }: { lang?: string | undefined }): SafeHtml {
  return lang ? markup` lang="${escapeMarkup(lang)}"` : nothing
}
