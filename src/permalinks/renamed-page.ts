/** Which page a page that is gone has likely become: the one that has its headings and steps now. */
import type { LedgerEntry } from './ledger.ts'
import { type Permalink, partsOf } from './permalink.ts'
import { similarity, normalizeForComparison } from './similarity.ts'

export interface Rename {
  to: Permalink
  /** The same id or the same title, not only a similar one. */
  certain: boolean
}

/** What is published now, looked up in several ways. */
export interface Candidates {
  pages: readonly Permalink[]
  /** Headings and steps, by their anchor and by their plain title. */
  byAnchor: ReadonlyMap<string, readonly Permalink[]>
  byTitle: ReadonlyMap<string, readonly Permalink[]>
  freshIds: ReadonlySet<string>
  /** What is the likely place of something else already. */
  taken: ReadonlySet<string>
}

/** How much of a page, its title included, has to be in another one. */
const enough = 0.5

/** `anchors` are the headings and steps that went with the page. */
export function detectRenamedPage(
  { id, title }: LedgerEntry,
  anchors: readonly LedgerEntry[],
  { pages, byAnchor, byTitle, freshIds, taken }: Candidates,
): Rename | undefined {
  const shared = new Map<string, number>()
  for (const anchor of anchors) {
    const same = [
      byAnchor.get(partsOf(anchor.id).anchor ?? '') ?? [],
      byTitle.get(normalizeForComparison(anchor.title)) ?? [],
    ]
    const on = new Set(same.flat().map((to) => partsOf(to.id).page))
    // “What next” is on every page: it says little of this one.
    for (const page of on) shared.set(page, (shared.get(page) ?? 0) + 1 / on.size)
  }
  const { docset, slug } = partsOf(id)
  const [best] = pages
    // No other one can be likely.
    .filter(({ id: page }) => !taken.has(page) && (freshIds.has(page) || shared.has(page)))
    .map((to) => {
      const parts = partsOf(to.id)
      const part = (shared.get(to.id) ?? 0) / Math.max(1, anchors.length)
      const named = slug && parts.slug ? similarity(parts.slug, slug) : 0
      const name = Math.max(
        similarity(normalizeForComparison(to.title), normalizeForComparison(title)),
        named,
      )
      const isFresh = freshIds.has(to.id)
      const isSame = part >= enough || (isFresh && name === 1)
      // A page that was there before is another one, unless it took over the text of this one.
      const score = part + name / 2 + (isFresh ? 0.2 : 0) + (parts.docset === docset ? 0.1 : 0)
      return {
        to,
        score,
        certain: isSame,
        likely: isSame || (isFresh && part + name / 2 >= enough),
      }
    })
    .filter(({ likely }) => likely)
    .sort((a, b) => b.score - a.score)
  return best && { to: best.to, certain: best.certain }
}
