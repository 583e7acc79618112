/**
 * Select the part of a large table of contents that a page shows: its own branch, and the nearest entries. All pages
 * have about as many links, however many pages the docset has.
 */
import type { NavigationItem } from '#src/docsets/page.ts'

/** A part of one list of entries, in order. */
export interface NearList {
  /** Indexes in the whole tree, from the top down, of the list’s entries. */
  place: readonly number[]
  rows: readonly NearRow[]
}

/** An entry with the visible part below it, or a number of entries that are left out. */
export type NearRow =
  | { kind: 'entry'; item: NavigationItem; below?: NearList }
  | { kind: 'gap'; first: number; items: readonly NavigationItem[] }

/** The most levels of a path that are shown; the breadcrumbs have those above. */
const mostLevels = 12

/** A list on the path: the entries from `from` up to, not including, `to` are shown around `index`. */
interface Level {
  items: readonly NavigationItem[]
  /** Index of the entry on the path; -1 if the path ends above. */
  index: number
  place: readonly number[]
  from: number
  to: number
}

/**
 * @param trail - The entries from the top down to the page.
 * @param most - The greatest number of rows on all levels, those for entries left out among them; at least 40.
 */
export function nearestOf(
  items: readonly NavigationItem[],
  trail: readonly NavigationItem[],
  most: number,
): NearList {
  const levels = levelsOf(items, trail).slice(-mostLevels)
  widen(levels, most)
  return listOf(levels, 0)
}

function levelsOf(items: readonly NavigationItem[], trail: readonly NavigationItem[]): Level[] {
  const levels: Level[] = []
  let list = items
  let place: readonly number[] = []
  for (const item of [...trail, undefined]) {
    if (list.length === 0) break
    const index = item ? list.indexOf(item) : -1
    levels.push({ items: list, index, place, from: Math.max(index, 0), to: index + 1 })
    list = item?.items ?? []
    place = [...place, index]
  }
  return levels
}

/** Add entries, nearest first on all levels in turn, beginning with the innermost list. */
function widen(levels: readonly Level[], most: number): void {
  // Entries left out before and after take a row each.
  let left = most - levels.reduce((sum, { index }) => sum + (index < 0 ? 1 : 3), 0)
  for (let isWider = true; isWider && left > 0;) {
    isWider = false
    for (const level of levels.toReversed()) {
      if (level.from > 0 && left > 0) {
        level.from--
        left--
        isWider = true
      }
      if (level.to < level.items.length && left > 0) {
        level.to++
        left--
        isWider = true
      }
    }
  }
}

function listOf(levels: readonly Level[], depth: number): NearList {
  const { items, index, place, from, to } = levels[depth]!
  // A row “1 more” would take as much space as the entry.
  const [start, end] = [from === 1 ? 0 : from, to === items.length - 1 ? items.length : to]
  const entries = items.slice(start, end).map((item, offset): NearRow => {
    const isOnPath = start + offset === index && depth + 1 < levels.length
    return { kind: 'entry', item, ...(isOnPath && { below: listOf(levels, depth + 1) }) }
  })
  const gap = (first: number, last: number): NearRow[] =>
    first < last ? [{ kind: 'gap', first, items: items.slice(first, last) }] : []
  return { place, rows: [...gap(0, start), ...entries, ...gap(end, items.length)] }
}
