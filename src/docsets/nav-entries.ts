/** A docset’s table of contents: the position of a page in it, and its neighbours. */
import type { NavigationItem } from '#src/docsets/page.ts'

/** An entry that leads to a page of the site. */
export interface NavEntry {
  title: string
  /** The language of the title, where it is not that of the navigation. */
  lang?: string
  href: string
}

/**
 * Remove a single root that contains all other entries.
 *
 * Many docsets have one entry at the top and all others under it, which costs a level of indentation. The root
 * becomes the title.
 */
export function unwrap(items: readonly NavigationItem[]): {
  root?: NavigationItem
  items: readonly NavigationItem[]
} {
  const [root, ...others] = items
  if (!root || others.length > 0 || root.items.length === 0) return { items }
  return { root, items: root.items }
}

/** Trails by path, computed once for all pages: a search for each page would be quadratic. */
const trails = new WeakMap<readonly NavigationItem[], ReadonlyMap<string, NavigationItem[]>>()

/** The entries from the top down to that of a page; empty if the page is not listed. */
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
      // The first entry counts if a page is listed twice.
      if (path !== undefined && !results.has(path)) results.set(path, trail)
      walk(item.items, trail)
    }
  }
  walk(items, [])
  return results
}

/** Every page of the docset that the table of contents lists, in reading order, without duplicates. */
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

/** The index of each page in the reading order. */
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

/** The number of entries on all levels. */
export function countOf(items: readonly NavigationItem[]): number {
  return items.reduce((sum, item) => sum + 1 + countOf(item.items), 0)
}

const counted = new WeakMap<readonly NavigationItem[], number>()

/** The number of entries with a link, on all levels. */
export function linksIn(items: readonly NavigationItem[]): number {
  let sum = 0
  // Each list is counted once: most pages show the number of entries that they leave out.
  for (const { href, items: below } of items) {
    sum += (href === undefined ? 0 : 1) + (counted.get(below) ?? linksIn(below))
  }
  counted.set(items, sum)
  return sum
}

function pathOf(href: string): string {
  return href.replace(/[?#].*$/, '')
}
