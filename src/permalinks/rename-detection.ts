/** Where something that is gone has likely gone to. */
import type { Comparison, GoneEntry } from './compare.ts'
import { resolvePermalink } from './resolve-permalink.ts'
import { type Rename, detectRenamedPage } from './renamed-page.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'
import { type Permalink, partsOf } from './permalink.ts'
import type { PublishedPermalinks } from './published.ts'
import { similarity, normalizeForComparison } from './similarity.ts'

/** How alike words have to be for a heading or step to be the same one, reworded. */
const alike = 0.5

/** The likely new place of each that is gone, by its id; none where nothing is near enough. */
export function detectRenames(
  { entries }: Pick<Ledger, 'entries'>,
  published: PublishedPermalinks,
  { gone, fresh, moved }: Pick<Comparison, 'gone' | 'fresh' | 'moved'>,
): Map<string, Rename> {
  const { page: pages = [], ...inside } = Object.groupBy(
    published.entries.values(),
    ({ kind }) => kind,
  )
  const anchors = Object.values(inside).flat()
  const byAnchor = Map.groupBy(anchors, ({ id }) => partsOf(id).anchor ?? '')
  const byWords = Map.groupBy(anchors, ({ words }) => normalizeForComparison(words))
  const freshIds = new Set(fresh.map(({ id }) => id))
  const freshOn = Map.groupBy(
    fresh.filter(({ kind }) => kind !== 'page'),
    ({ id }) => partsOf(id).page,
  )
  const results = new Map<string, Rename>()
  /** What is named once, or has taken over something already, is not named for another one. */
  const taken = new Set(moved.flatMap(({ to }) => (to.kind === 'page' ? [] : [to.id])))
  const inPages = gone.filter(({ entry }) => entry.kind !== 'page')
  for (const item of gone) if (item.entry.kind === 'page') keep(item.entry, pageOf(item))
  for (const { entry } of inPages) keep(entry, exact(entry))
  for (const { entry } of inPages) if (!results.has(entry.id)) keep(entry, similar(entry))
  for (const { entry } of inPages) if (!results.has(entry.id)) keep(entry, only(entry))
  return results

  function keep(entry: LedgerEntry, likely: Rename | undefined): void {
    if (!likely) return
    results.set(entry.id, likely)
    taken.add(likely.to.id)
  }

  function pageOf({ entry, anchors: lost }: GoneEntry): Rename | undefined {
    return detectRenamedPage(entry, lost, { pages, byAnchor, byWords, freshIds, taken })
  }

  /** The page where a heading or step would be today. */
  function home({ id }: LedgerEntry): string {
    const { page } = partsOf(id)
    const resolution = resolvePermalink(page, entries, published)
    return resolution.state === 'published' ? partsOf(resolution.at.id).page : page
  }

  /** The same id or words in another place; a phrase that many pages have says nothing. */
  function exact(entry: LedgerEntry): Rename | undefined {
    const location = home(entry)
    const { docset, anchor = '' } = partsOf(entry.id)
    const same = [
      byAnchor.get(anchor) ?? [],
      byWords.get(normalizeForComparison(entry.words)) ?? [],
    ]
    const candidates = same.flatMap((all) =>
      all
        .filter(({ id }) => !taken.has(id) && (freshIds.has(id) || all.length === 1))
        .map((to) => {
          const parts = partsOf(to.id)
          const points = [
            parts.page === location,
            parts.docset === docset,
            to.kind === entry.kind,
            freshIds.has(to.id),
            parts.anchor === anchor,
          ]
          return { to, points: points.filter(Boolean).length + Number(parts.page === location) }
        }),
    )
    const [best] = candidates.sort((a, b) => b.points - a.points)
    return best && { to: best.to, certain: true }
  }

  /** Reworded: new on its page, with words or an id that are much the same. */
  function similar(entry: LedgerEntry): Rename | undefined {
    const { anchor = '' } = partsOf(entry.id)
    const [best] = newBeside(entry)
      .map((to) => ({
        to,
        likeness: Math.max(
          similarity(normalizeForComparison(to.words), normalizeForComparison(entry.words)),
          similarity(partsOf(to.id).anchor ?? '', anchor),
        ),
      }))
      .sort((a, b) => b.likeness - a.likeness)
    return best && best.likeness >= alike ? { to: best.to, certain: false } : undefined
  }

  /** The one that is gone from its page, and the one that is new there. */
  function only(entry: LedgerEntry): Rename | undefined {
    const others = inPages.filter(
      (candidate) =>
        !results.has(candidate.entry.id) &&
        candidate.entry.kind === entry.kind &&
        home(candidate.entry) === home(entry),
    )
    const [to, ...more] = newBeside(entry)
    return to && more.length === 0 && others.length === 1 ? { to, certain: false } : undefined
  }

  function newBeside(entry: LedgerEntry): Permalink[] {
    return (freshOn.get(home(entry)) ?? []).filter(
      ({ id, kind }) => kind === entry.kind && !taken.has(id),
    )
  }
}
