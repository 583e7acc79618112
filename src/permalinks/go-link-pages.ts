/**
 * Links that are the same in all languages: `/go/<docset>/<id>/` for a page or a step, with the anchor
 * of a heading behind its page's.
 */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { pagePath } from '../docsets/address.ts'
import type { Removed } from '../docsets/page.ts'
import type { PageDocument } from '../docsets/document.ts'
import type { ReadSite } from '../docsets/read-site.ts'
import type { LedgerEntry } from './ledger.ts'
import { ledgerState } from './ledger-state.ts'
import { type GoLinkTarget, goLinks } from './go-link-targets.ts'
import type { Move } from './old-pages.ts'
import { compareIds, partsOf, permalinkId } from './permalink.ts'
import { publishedBy } from './published.ts'
import { type Removal, removedFacts } from './removed.ts'

/** What readers of a language learn of something that was taken away. */
interface RemovedGoLink extends Removed {
  locale: string
}

/** A place in every language that has it. */
export interface GoLink {
  /** The anchors that name it on its page under `/go/`: today's first, then older ones. */
  anchors: readonly string[]
  /** In the order of the site's languages. */
  targets: readonly GoLinkTarget[]
  /** It was taken away; `targets` lead to what is nearest. */
  removed?: readonly RemovedGoLink[]
}

/** One page under `/go/`. */
export interface GoLinkPage {
  /** Its path below `/go/`, without slashes around it. */
  id: string
  kind: 'page' | 'step'
  /** It was published once, and leads to another place now, or to none. */
  isOld: boolean
  /** What the address without an anchor means. */
  place: GoLink
  /** The headings and steps of a page. */
  parts: readonly GoLink[]
}

/** What pages under `/go/` are made of: today's places, and what the ledger knows of older ones. */
interface Sources {
  read: ReadSite
  known: ReturnType<typeof goLinks>
  moved: readonly Move[]
  /** Moves by the id of today's place. */
  before: ReadonlyMap<string, Move[]>
  /** Today's headings and steps by page; moves and removals of headings and steps by old page. */
  anchorsOf: ReadonlyMap<string, string[]>
  movedFrom: ReadonlyMap<string, Move[]>
  removedFrom: ReadonlyMap<string, Removal[]>
}

const ofReadings = new WeakMap<ReadSite, readonly GoLinkPage[]>()

/** All pages under `/go/`, old ones included: sorted, each id once. Those of a reading of the site are put together once. */
export function goLinkPages(read: ReadSite): readonly GoLinkPage[] {
  const pages = ofReadings.get(read) ?? pagesOf(read)
  ofReadings.set(read, pages)
  return pages
}

function pagesOf(read: ReadSite): GoLinkPage[] {
  const { moved = [], elsewhere = [], removed = [] } = ledgerState(read)?.state?.comparison ?? {}
  const sources = sourcesOf(read, moved, removed)
  const all = [
    ...placesOf(sources, 'page'),
    ...placesOf(sources, 'step'),
    ...elsewhere.flatMap(({ entry }) => elsewherePage(read, entry)),
    ...removed.flatMap((removal) => removedPage(sources, removal)),
  ]
  // The first page with an id keeps it.
  const byId = new Map(all.toReversed().map((page) => [page.id, page]))
  return [...byId.values()].sort((a, b) => compareIds(a.id, b.id))
}

function sourcesOf(read: ReadSite, moved: readonly Move[], removed: readonly Removal[]): Sources {
  const known = goLinks(read)
  const hasAnchor = (id: string) => partsOf(id).anchor !== undefined
  return {
    read,
    known,
    moved,
    before: Map.groupBy(moved, ({ to }) => to.id),
    anchorsOf: Map.groupBy([...known.keys()].filter(hasAnchor), (id) => partsOf(id).page),
    movedFrom: Map.groupBy(
      moved.filter(({ entry }) => hasAnchor(entry.id)),
      ({ entry }) => partsOf(entry.id).page,
    ),
    removedFrom: Map.groupBy(
      // What went with its page is no place of its own.
      removed.filter(({ entry }) => hasAnchor(entry.id) && entry.removed),
      ({ entry }) => partsOf(entry.id).page,
    ),
  }
}

/** Today's pages or steps, then those that have moved. */
function placesOf(sources: Sources, kind: GoLinkPage['kind']): GoLinkPage[] {
  const idOf = (id: string) => (kind === 'page' ? id : stepId(id))
  const current = [...sources.known].flatMap(([id, place]) =>
    place.kind === kind ? pageTo(sources, idOf(id), id, { kind, isOld: false }) : [],
  )
  const old = sources.moved.flatMap(({ entry, to }) =>
    entry.kind === kind ? pageTo(sources, idOf(entry.id), to.id, { kind, isOld: true }) : [],
  )
  return [...current, ...old]
}

/** The page with the id `id` that leads to `location`; none where that is in no language. */
function pageTo(
  sources: Sources,
  id: string,
  location: string,
  facts: Pick<GoLinkPage, 'kind' | 'isOld'>,
): GoLinkPage[] {
  const targets = sources.known.get(location)?.targets ?? []
  if (targets.length === 0) return []
  const all = facts.kind === 'page' ? partsOn(sources, id) : []
  // The title of a page in all its languages is the page.
  const isPage = (part: GoLink) =>
    part.targets.length === targets.length &&
    part.targets.every(({ isTop, path }, at) => isTop && path.split('#')[0] === targets[at]?.path)
  const anchors = all.filter(isPage).flatMap((part) => part.anchors)
  return [{ id, ...facts, place: { anchors, targets }, parts: all.filter((part) => !isPage(part)) }]
}

/** A page that its docset sends out of the site, in each language by a redirection of its own. */
function elsewherePage(read: ReadSite, { id, kind, title }: LedgerEntry): GoLinkPage[] {
  if (kind !== 'page') return []
  const { docset, slug } = partsOf(id)
  const redirects = read.contents.flatMap((content) => content.redirects)
  const targets = read.site.locales.flatMap(({ tag: locale }) => {
    const from = pagePath(locale, docset, slug)
    return redirects
      .filter((redirect) => redirect.from === from)
      .map(({ to }) => ({ locale, path: to, title }))
  })
  if (targets.length === 0) return []
  return [{ id, kind, isOld: true, place: { anchors: [], targets }, parts: [] }]
}

function removedPage(sources: Sources, removal: Removal): GoLinkPage[] {
  const { id, kind } = removal.entry
  if (kind === 'heading') return []
  const place = removedPlace(sources, removal)
  if (kind === 'step') return [{ id: stepId(id), kind, isOld: true, place, parts: [] }]
  return [{ id, kind, isOld: true, place, parts: partsOn(sources, id) }]
}

/** Readers are sent to its page, else to the first page of its docset, else to the site's. */
function removedPlace({ read, known, moved }: Sources, removal: Removal): GoLink {
  const { page, docset, anchor } = partsOf(removal.entry.id)
  const { locales } = read.site
  const location = moved.find(({ entry }) => entry.id === page)?.to.id ?? page
  const near = [known.get(location), known.get(docset)].find((match) => match?.targets.length)
  const homes = locales.map(({ tag, path, title }) => ({ locale: tag, path: `/${path}/`, title }))
  return {
    anchors: anchor === undefined ? [] : [anchor],
    targets: near?.targets ?? homes,
    removed: locales.map(({ tag }) => ({
      locale: tag,
      ...removedFacts(removal, tag, read.site),
    })),
  }
}

/** What the anchors of a page lead to, today's and older ones. */
function partsOn(sources: Sources, page: string): GoLink[] {
  const { known, before, anchorsOf, movedFrom, removedFrom } = sources
  const own = (anchorsOf.get(page) ?? []).map((id) => {
    const old = (before.get(id) ?? []).flatMap(({ entry }) =>
      partsOf(entry.id).page === page ? [partsOf(entry.id).anchor ?? ''] : [],
    )
    return { anchors: [partsOf(id).anchor ?? '', ...old], targets: known.get(id)?.targets ?? [] }
  })
  const taken = new Set(own.flatMap(({ anchors }) => anchors))
  const left = (movedFrom.get(page) ?? []).flatMap(({ entry, to }) => {
    const { anchor = '' } = partsOf(entry.id)
    const targets = known.get(to.id)?.targets ?? []
    return taken.has(anchor) || targets.length === 0 ? [] : [{ anchors: [anchor], targets }]
  })
  const gone = (removedFrom.get(page) ?? []).map((item) => removedPlace(sources, item))
  return [...own, ...left, ...gone.filter(({ anchors: [id = ''] }) => !taken.has(id))]
}

/** A step's id is unique in its docset: its page is no part of the link. */
function stepId(id: string): string {
  const { docset, anchor = '' } = partsOf(id)
  return `${docset}/${anchor}`
}

const problem = defineProblems('procedures', {
  'step-id-page': (id: string, page: string) => ({
    severity: 'error',
    reason: `A page of the docset has the id \`${id}\`, too, so \`/go/${page}/\` leads to the page. Give the step another id.`,
  }),
})

/** Steps that cannot have a go link, because a page has its address. */
export function* goLinkProblems(read: ReadSite): Generator<VFileMessage> {
  const sources = new Map(read.site.docsets.map(({ id, sourceLocale }) => [id, sourceLocale]))
  // Nothing is called for each page: most have no steps.
  const having: PageDocument[] = []
  for (const document of read.documents) if (document.procedures?.length) having.push(document)
  const steps = having.flatMap(({ page, name, procedures = [] }) =>
    name && page.locale === sources.get(page.docset)
      ? procedures.flatMap((procedure) =>
          procedure.steps.map(({ id, place }) => ({ name, id, place, docset: page.docset })),
        )
      : [],
  )
  // Many docsets have no steps, and what they publish takes a while to list.
  if (steps.length === 0) return
  const { entries } = publishedBy(read)
  for (const { name, id, place, docset } of steps) {
    const taken = permalinkId(docset, id)
    if (entries.has(taken)) yield problemAt(name, problem('step-id-page', id, taken), place)
  }
}
