/**
 * Which table of contents a page belongs to.
 *
 * Rule from docfx `docs/specs/toc/toc.yml` and `TocMap.FindNearestToc`: of the tables that lead to a page the nearest;
 * of a page that none leads to, the nearest in its folder or above. Fewest folders down count first, then fewest up,
 * then the alphabet.
 */
import { posix } from 'node:path'
import { append } from '#plugins/large-arrays.ts'
import { pathKey } from '../address.ts'
import type { NavigationItem, PageToc } from '../page.ts'
import type { NavigationToc } from './navigation.ts'

/** A page by its address on the site and by its file. */
export interface PagePaths {
  path: string
  file: string
}

/**
 * The tables of a docset’s navigation, each with its pages: the first, and those that own a page or lead to one that no
 * table before them leads to. The entries of all but the first stand under one for their folder.
 */
export function tocsWithPages(
  tocs: readonly NavigationToc[],
  pages: readonly PagePaths[],
): PageToc[] {
  const owned = pagesByToc(tocs, pages)
  const listed = new Set<string>()
  return tocs.flatMap((toc, index) => {
    const leadsTo = pagesIn(toc.items)
    const own = owned.get(toc.path) ?? []
    const isShown = index === 0 || own.length > 0 || leadsTo.some((path) => !listed.has(path))
    if (!isShown) return []
    for (const path of leadsTo) listed.add(path)
    const isAlone = index === 0 || toc.items.length === 1
    return { items: isAlone ? toc.items : [{ ...toc.folder, items: toc.items }], pages: own }
  })
}

/** Addresses of pages in the entries, on all levels. */
export function pagesIn(items: readonly NavigationItem[]): string[] {
  const paths: string[] = []
  for (const { href = '', items: below } of items) {
    if (href.startsWith('/')) paths.push(href.replace(/[?#].*$/s, ''))
    append(paths, pagesIn(below))
  }
  return paths
}

/** By the path of each table, the addresses of its pages. */
function pagesByToc(
  tocs: readonly NavigationToc[],
  pages: readonly PagePaths[],
): Map<string, string[]> {
  const referencing = new Map<string, Set<string>>()
  for (const { path: toc, items } of tocs) {
    for (const path of pagesIn(items)) {
      referencing.set(path, (referencing.get(path) ?? new Set()).add(toc))
    }
  }
  // A table without links into the docset is of no use as navigation.
  const candidates = tocs.filter(({ items }) => pagesIn(items).length > 0).map(({ path }) => path)
  const owners = pages.map(({ path, file }) => ({
    path,
    toc: nearestToc(file, [...(referencing.get(path) ?? [])], candidates),
  }))
  const byToc = Map.groupBy(owners, ({ toc }) => toc ?? '')
  return new Map([...byToc].map(([toc, group]) => [toc, group.map(({ path }) => path)]))
}

/**
 * The table that a file belongs to; undefined where none leads to it and none is in its folder or above.
 *
 * @param referencing - The tables that lead to it.
 * @param all - All that there are.
 */
export function nearestToc(
  file: string,
  referencing: readonly string[],
  all: readonly string[],
): string | undefined {
  const candidates = (referencing.length > 0 ? referencing : all)
    .map((toc) => ({ toc, ...distance(file, toc) }))
    .filter(({ down }) => referencing.length > 0 || down === 0)
  const [nearest] = candidates.toSorted(
    (a, b) => a.down - b.down || a.up - b.up || (a.toc < b.toc ? -1 : 1),
  )
  return nearest?.toc
}

/** How many folders down and up lead from a file to a table. */
function distance(file: string, toc: string): { down: number; up: number } {
  const [from, to] = [file, toc].map((path) => posix.dirname(`/${pathKey(path)}`))
  const steps = posix
    .relative(from ?? '', to ?? '')
    .split('/')
    .filter(Boolean)
  const up = steps.filter((step) => step === '..').length
  return { down: steps.length - up, up }
}
