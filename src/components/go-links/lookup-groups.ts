/** Go links grouped by docset and page, for the tables of the lookup page. */
import type { GoLinkTarget } from '#src/permalinks/go-link-targets.ts'
import type { GoLinkPage } from '#src/permalinks/go-link-pages.ts'

/** A page and its steps; the page comes first. */
interface LookupGroup {
  /** Path without `base`, in the first language that has it. */
  path: string
  entries: readonly GoLinkPage[]
}

export interface LookupDocset {
  id: string
  /** The title of its first page in each language; empty if it has none. */
  titles: readonly Pick<GoLinkTarget, 'locale' | 'title'>[]
  groups: readonly LookupGroup[]
}

/**
 * Current pages and steps; earlier names still work, but nobody needs to look them up. Sorted by id, a page before
 * its steps.
 */
export function lookupDocsets(pages: readonly GoLinkPage[]): LookupDocset[] {
  const current = pages.filter(({ isOld }) => !isOld)
  const byDocset = Map.groupBy(current, ({ id }) => id.split('/')[0] ?? '')
  return [...byDocset].map(([id, all]) => ({
    id,
    titles: all.find((page) => page.id === id)?.place.targets ?? [],
    groups: groupsOf(all),
  }))
}

function groupsOf(all: readonly GoLinkPage[]): LookupGroup[] {
  const byPath = Map.groupBy(all, pathOf)
  return [...byPath]
    .map(([path, entries]) => ({ path, entries: entries.toSorted(byPlace) }))
    .toSorted((a, b) => rankOf(all, a) - rankOf(all, b))
}

/** The index of a group’s page among all entries. */
function rankOf(all: readonly GoLinkPage[], { entries }: LookupGroup): number {
  const [first] = entries
  return first ? all.indexOf(first) : all.length
}

function pathOf({ place }: GoLinkPage): string {
  return place.targets[0]?.path.split('#')[0] ?? ''
}

/** The page, then its steps. */
function byPlace(a: GoLinkPage, b: GoLinkPage): number {
  return Number(a.kind === 'step') - Number(b.kind === 'step')
}
