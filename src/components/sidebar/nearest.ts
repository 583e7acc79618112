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

/** Entries of the innermost list that are shown however long the path is. */
const nearest = 10

/** Fewer entries than this are shown: a link to them would take nearly as much space. */
const leastLeftOut = 4

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
 * @param most - How many rows all levels may have, those for entries left out among them. The path (three rows a level)
 *   and the nearest entries are there even where that makes more, and on each side of the path two or three entries may
 *   take the place of a row that says how many they are.
 */
export function nearestOf(
  items: readonly NavigationItem[],
  trail: readonly NavigationItem[],
  most: number,
): NearList {
  const levels = levelsOf(items, trail).slice(-mostLevels)
  // Entries left out before and after take a row each.
  const path = levels.reduce((sum, { index }) => sum + (index < 0 ? 1 : 3), 0)
  const unused = widen(levels.slice(-1), nearest)
  widen(levels, Math.max(0, most - path - nearest) + unused)
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

/**
 * Add entries, nearest first on all levels in turn, beginning with the innermost list.
 *
 * @param count - The most that are added.
 * @returns How many of them there were not.
 */
function widen(levels: readonly Level[], count: number): number {
  let left = count
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
  return left
}

function listOf(levels: readonly Level[], depth: number): NearList {
  const { items, index, place, from, to } = levels[depth]!
  const start = from < leastLeftOut ? 0 : from
  const end = items.length - to < leastLeftOut ? items.length : to
  const entries = items.slice(start, end).map((item, offset): NearRow => {
    const isOnPath = start + offset === index && depth + 1 < levels.length
    return { kind: 'entry', item, ...(isOnPath && { below: listOf(levels, depth + 1) }) }
  })
  const gap = (first: number, last: number): NearRow[] =>
    first < last ? [{ kind: 'gap', first, items: items.slice(first, last) }] : []
  return { place, rows: [...gap(0, start), ...entries, ...gap(end, items.length)] }
}
