/** Where something that is gone has likely gone to. */
import type { Comparison, GoneEntry } from './compare.ts'
import { resolvePermalink } from './resolve-permalink.ts'
import { type Rename, detectRenamedPage } from './renamed-page.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'
import { type Permalink, partsOf } from './permalink.ts'
import type { PublishedPermalinks } from './published.ts'
import { similarity, normalizeForComparison } from './similarity.ts'

/** How similar two texts have to be for a heading or step to be the same one, reworded. */
const minimumSimilarity = 0.5

/** What the search for new places starts from, and the names that it has given so far. */
interface Detection {
  entries: Ledger['entries']
  published: PublishedPermalinks
  pages: readonly Permalink[]
  /** Published headings and steps, by id on their page and by their text. */
  byAnchor: ReadonlyMap<string, Permalink[]>
  byTitle: ReadonlyMap<string, Permalink[]>
  freshIds: ReadonlySet<string>
  /** New headings and steps by page. */
  freshOn: ReadonlyMap<string, Permalink[]>
  /** Headings and steps that are gone. */
  goneAnchors: readonly GoneEntry[]
  /** By the id that is gone. */
  renames: Map<string, Rename>
  /** Ids that something else was renamed to already. */
  taken: Set<string>
}

/** The likely new place of each that is gone, by its id; none where nothing is near enough. */
export function detectRenames(
  { entries }: Pick<Ledger, 'entries'>,
  published: PublishedPermalinks,
  comparison: Pick<Comparison, 'gone' | 'fresh' | 'moved'>,
): Map<string, Rename> {
  const detection = startDetection(entries, published, comparison)
  const { goneAnchors, renames } = detection
  for (const { entry, anchors } of comparison.gone) {
    if (entry.kind === 'page')
      record(detection, entry, detectRenamedPage(entry, anchors, detection))
  }
  // The surest first: what one rule has named is not there for the next.
  for (const detect of [sameIdOrText, similarText, onlyCandidate]) {
    for (const { entry } of goneAnchors) {
      if (!renames.has(entry.id)) record(detection, entry, detect(detection, entry))
    }
  }
  return renames
}

function startDetection(
  entries: Ledger['entries'],
  published: PublishedPermalinks,
  { gone, fresh, moved }: Pick<Comparison, 'gone' | 'fresh' | 'moved'>,
): Detection {
  const { page: pages = [], ...others } = Object.groupBy(
    published.entries.values(),
    ({ kind }) => kind,
  )
  const anchors = Object.values(others).flat()
  return {
    entries,
    published,
    pages,
    byAnchor: Map.groupBy(anchors, ({ id }) => partsOf(id).anchor ?? ''),
    byTitle: Map.groupBy(anchors, ({ title }) => normalizeForComparison(title)),
    freshIds: new Set(fresh.map(({ id }) => id)),
    freshOn: Map.groupBy(
      fresh.filter(({ kind }) => kind !== 'page'),
      ({ id }) => partsOf(id).page,
    ),
    goneAnchors: gone.filter(({ entry }) => entry.kind !== 'page'),
    renames: new Map(),
    taken: new Set(moved.flatMap(({ to }) => (to.kind === 'page' ? [] : [to.id]))),
  }
}

function record(
  { renames, taken }: Detection,
  { id }: LedgerEntry,
  rename: Rename | undefined,
): void {
  if (!rename) return
  renames.set(id, rename)
  taken.add(rename.to.id)
}

/** The page where a heading or step would be today. */
function currentPage({ entries, published }: Detection, { id }: LedgerEntry): string {
  const { page } = partsOf(id)
  const resolution = resolvePermalink(page, entries, published)
  return resolution.state === 'published' ? partsOf(resolution.at.id).page : page
}

/** The same id or text in another place; a phrase that many pages have says nothing. */
function sameIdOrText(detection: Detection, entry: LedgerEntry): Rename | undefined {
  const { byAnchor, byTitle, freshIds, taken } = detection
  const location = currentPage(detection, entry)
  const { docset, anchor = '' } = partsOf(entry.id)
  const same = [byAnchor.get(anchor) ?? [], byTitle.get(normalizeForComparison(entry.title)) ?? []]
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

/** New on its page, with a text or an id that is much the same. */
function similarText(detection: Detection, entry: LedgerEntry): Rename | undefined {
  const { anchor = '' } = partsOf(entry.id)
  const [best] = newOnSamePage(detection, entry)
    .map((to) => ({
      to,
      likeness: Math.max(
        similarity(normalizeForComparison(to.title), normalizeForComparison(entry.title)),
        similarity(partsOf(to.id).anchor ?? '', anchor),
      ),
    }))
    .sort((a, b) => b.likeness - a.likeness)
  return best && best.likeness >= minimumSimilarity ? { to: best.to, certain: false } : undefined
}

/** The only one that is new on a page from which only this one is gone. */
function onlyCandidate(detection: Detection, entry: LedgerEntry): Rename | undefined {
  const { goneAnchors, renames } = detection
  const page = currentPage(detection, entry)
  const gone = goneAnchors.filter(
    (candidate) =>
      !renames.has(candidate.entry.id) &&
      candidate.entry.kind === entry.kind &&
      currentPage(detection, candidate.entry) === page,
  )
  const [to, ...more] = newOnSamePage(detection, entry)
  return to && more.length === 0 && gone.length === 1 ? { to, certain: false } : undefined
}

function newOnSamePage(detection: Detection, entry: LedgerEntry): Permalink[] {
  const { freshOn, taken } = detection
  return (freshOn.get(currentPage(detection, entry)) ?? []).filter(
    ({ id, kind }) => kind === entry.kind && !taken.has(id),
  )
}
