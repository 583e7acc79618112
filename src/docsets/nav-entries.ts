/** A docset's table of contents as values: where a page is in it, and its neighbours. */
import type { NavigationItem } from '#src/docsets/page.ts'

/** An entry that leads somewhere inside the site. */
export interface NavEntry {
  title: string
  /** The language of the title, where it is not that of the navigation. */
  lang?: string
  href: string
}

/**
 * Take off a root that holds everything.
 *
 * Many docsets have one entry at the top and all the others under it: drawn as it is, it costs a
 * level of indentation and says nothing. The root becomes the title.
 */
export function unwrap(items: readonly NavigationItem[]): {
  root?: NavigationItem
  items: readonly NavigationItem[]
} {
  const [root, ...others] = items
  if (!root || others.length > 0 || root.items.length === 0) return { items }
  return { root, items: root.items }
}

/** Trails by path, found once for all the pages that ask: one that looked for itself would cost n × n. */
const trails = new WeakMap<readonly NavigationItem[], ReadonlyMap<string, NavigationItem[]>>()

/** The entries from the top down to a page, its own the last; empty if the page is not listed. */
export function trailTo(items: readonly NavigationItem[], path: string): readonly NavigationItem[] {
  let all = trails.get(items)
  if (!all) trails.set(items, (all = trailsIn(items)))
  return all.get(path) ?? []
}

function trailsIn(items: readonly NavigationItem[]): Map<string, NavigationItem[]> {
  const results = new Map<string, NavigationItem[]>()
  const walk = (list: readonly NavigationItem[], above: readonly NavigationItem[]) => {
    for (const item of list) {
      const trail = [...above, item]
      const path = item.href === undefined ? undefined : pathOf(item.href)
      // Of a page that is listed twice, the first entry counts.
      if (path !== undefined && !results.has(path)) results.set(path, trail)
      walk(item.items, trail)
    }
  }
  walk(items, [])
  return results
}

/** Every page of the table of contents in reading order, each once, none from elsewhere. */
export function readingOrderOf(items: readonly NavigationItem[]): NavEntry[] {
  const entries = new Map<string, NavEntry>()
  const walk = (list: readonly NavigationItem[]) => {
    for (const { title, lang, href, items: below } of list) {
      const path = href === undefined ? undefined : pathOf(href)
      if (path?.startsWith('/') && !entries.has(path)) {
        entries.set(path, { title, ...(lang && { lang }), href: path })
      }
      walk(below)
    }
  }
  walk(items)
  return [...entries.values()]
}

/** Where each page stands in the reading order. */
const indexes = new WeakMap<readonly NavEntry[], ReadonlyMap<string, number>>()

/** The pages before and after a page. */
export function neighboursOf(
  entries: readonly NavEntry[],
  path: string,
): { previous?: NavEntry; next?: NavEntry } {
  let all = indexes.get(entries)
  if (!all) indexes.set(entries, (all = new Map(entries.map(({ href }, index) => [href, index]))))
  const index = all.get(path)
  if (index === undefined) return {}
  const previous = entries[index - 1]
  const next = entries[index + 1]
  return { ...(previous && { previous }), ...(next && { next }) }
}

/** How many entries there are, on all levels. */
export function countOf(items: readonly NavigationItem[]): number {
  return items.reduce((sum, item) => sum + 1 + countOf(item.items), 0)
}

/** How many entries lead somewhere, on all levels. */
export function linksIn(items: readonly NavigationItem[]): number {
  return items.reduce(
    (sum, item) => sum + (item.href === undefined ? 0 : 1) + linksIn(item.items),
    0,
  )
}

function pathOf(href: string): string {
  return href.replace(/[?#].*$/, '')
}
