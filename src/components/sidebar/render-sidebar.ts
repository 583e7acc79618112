/**
 * A table of contents as HTML.
 *
 * It is the one template that is not an Astro component, for its cost: every page shows the whole
 * table, so a docset of n pages would draw n × n entries. Here a branch is drawn once for all the
 * pages outside it; for each page only the entries above the page are drawn again.
 */
import type { DocsetView } from '#src/docsets/docset-view.ts'
import { contentLang } from '#src/i18n/locales.ts'
import { href } from '#src/i18n/paths.ts'
import { translator } from '#src/i18n/text.ts'
import type { Site } from '#src/site.ts'
import type { NavigationItem } from '#src/docsets/page.ts'
import type { SafeHtml } from '#plugins/safe-html.ts'
import { escapeMarkup, markup } from '#src/components/markup.ts'
import { countOf, readingOrderOf, trailTo } from '#src/docsets/nav-entries.ts'

export interface DrawingOptions {
  /** Make an `href` of a path. */
  address: (path: string) => string
  /** What the button that opens a branch is called: “Pages under …”. */
  branchLabel: (title: string) => string
  /** The language of the titles and that of `branchLabel`, where they are not that of the page around. */
  lang?: string | undefined
  interfaceLang?: string | undefined
  /**
   * Above this many entries only the branch of the page is drawn whole; the others are drawn as a
   * link to their first page, so that a page's size does not grow with its docset. (default: `400`)
   */
  limit?: number
}

/** Gives the table as it looks from the page at `path`. */
export type Draw = (path: string) => SafeHtml

/** Prepare the table of contents of a docset for all of its pages. */
export function drawingOf(items: readonly NavigationItem[], options: DrawingOptions): Draw {
  const closed = new Map<NavigationItem, SafeHtml>()
  const whole = countOf(items) <= (options.limit ?? 400)

  const drawClosed = (item: NavigationItem): SafeHtml => {
    let html = closed.get(item)
    if (html === undefined) {
      html = whole ? drawItem(item, options, drawClosed) : drawFar(item, options)
      closed.set(item, html)
    }
    return html
  }

  return (path) => {
    const trail = trailTo(items, path)
    const current = trail.at(-1)
    const draw = (item: NavigationItem): SafeHtml => {
      if (!trail.includes(item)) return drawClosed(item)
      return drawItem(item, options, draw, { open: true, current: item === current })
    }
    return drawList(items, draw, options.lang)
  }
}

const prepared = new WeakMap<DocsetView, Draw>()

/** The table of contents of a docset, prepared once for all its pages. */
export function sidebarOf(docset: DocsetView, site: Site): Draw {
  const ready = prepared.get(docset)
  if (ready) return ready
  const { items, locale } = docset
  const t = translator(locale)
  const draw = drawingOf(items, {
    address: (path) => href(site, path),
    lang: contentLang(locale),
    interfaceLang: contentLang(locale) && locale.ui,
    branchLabel: (title) => t('sidebar.branch', { title }),
  })
  prepared.set(docset, draw)
  return draw
}

type DrawItem = (item: NavigationItem) => SafeHtml

const nothing = markup``

/** Stands for the title while its language is told apart. */
const hole = '{title}'

function drawList(items: readonly NavigationItem[], draw: DrawItem, lang?: string): SafeHtml {
  return markup`<ul${langOf({ lang })}>${items.map(draw)}</ul>`
}

function drawItem(
  item: NavigationItem,
  options: DrawingOptions,
  draw: DrawItem,
  state = { open: false, current: false },
): SafeHtml {
  const own = item.href === undefined ? nothing : drawLink(item, item.href, options, state.current)
  if (item.items.length === 0)
    return markup`<li>${own || markup`<span${langOf(item)}>${escapeMarkup(item.title)}</span>`}</li>`
  const label = own
    ? drawButton(item, options)
    : markup`<summary${langOf(item)}>${escapeMarkup(item.title)}</summary>`
  const open = state.open ? markup` open` : nothing
  return markup`<li>${own}<details${open}>${label}${drawList(item.items, draw)}</details></li>`
}

/** Its name is an attribute, or words that each say their language where title and interface have two. */
function drawButton(item: NavigationItem, options: DrawingOptions): SafeHtml {
  const { lang, interfaceLang, branchLabel } = options
  if (!item.lang && !interfaceLang)
    return markup`<summary aria-label="${escapeMarkup(branchLabel(item.title))}"></summary>`
  const title = markup`<span${langOf({ lang: item.lang ?? lang })}>${escapeMarkup(item.title)}</span>`
  const [before = nothing, after = nothing] = branchLabel(hole).split(hole).map(escapeMarkup)
  return markup`<summary${langOf({ lang: interfaceLang })}><span class="unseen">${before}${title}${after}</span></summary>`
}

/** A branch that the page is not in, when there are too many: its title leads to its first page. */
function drawFar(item: NavigationItem, options: DrawingOptions): SafeHtml {
  const target = item.href ?? readingOrderOf(item.items)[0]?.href
  if (item.items.length === 0 || target === undefined) {
    return drawItem({ ...item, items: [] }, options, () => nothing)
  }
  return markup`<li data-more>${drawLink(item, target, options, false)}</li>`
}

function drawLink(
  item: NavigationItem,
  href: string,
  options: DrawingOptions,
  current: boolean,
): SafeHtml {
  const mark = current ? markup` aria-current="page"` : nothing
  const address = escapeMarkup(options.address(href))
  return markup`<a href="${address}"${langOf(item)}${mark}>${escapeMarkup(item.title)}</a>`
}

function langOf({ lang }: { lang?: string | undefined }): SafeHtml {
  return lang ? markup` lang="${escapeMarkup(lang)}"` : nothing
}
