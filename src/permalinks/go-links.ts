/**
 * Links that are the same in all languages: `/go/<docset>/<id>/` for a page or a step, with the anchor
 * of a heading behind its page's.
 */
import { pagePath } from '../docsets/address.ts'
import type { Removed } from '../docsets/page.ts'
import type { ReadSite } from '../docsets/read-site.ts'
import type { LedgerEntry } from './ledger.ts'
import { ledgerState } from './ledger-state.ts'
import { type GoLinkTarget, goLinks } from './go-link-targets.ts'
import { compareIds, partsOf } from './permalink.ts'
import { type Retirement, removedFacts } from './removed.ts'

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

/** All pages under `/go/`, old ones included: sorted, each id once. */
export function goLinkPages(read: ReadSite): GoLinkPage[] {
  const known = goLinks(read)
  const { moved = [], elsewhere = [], retired = [] } = ledgerState(read)?.state?.comparison ?? {}
  /** Old ids by the place that they lead to. */
  const before = Map.groupBy(moved, ({ to }) => to.id)
  const anchorsOf = Map.groupBy(
    [...known.keys()].filter((id) => partsOf(id).anchor !== undefined),
    (id) => partsOf(id).page,
  )
  const movedFrom = Map.groupBy(
    moved.filter(({ entry }) => partsOf(entry.id).anchor !== undefined),
    ({ entry }) => partsOf(entry.id).page,
  )
  const removedFrom = Map.groupBy(
    // What went with its page is no place of its own.
    retired.filter(({ entry }) => partsOf(entry.id).anchor !== undefined && entry.retired),
    ({ entry }) => partsOf(entry.id).page,
  )
  const pages = new Map<string, GoLinkPage>()
  for (const [id, { kind }] of known) if (kind === 'page') add(id, id, 'page', false)
  for (const { entry, to } of moved) if (entry.kind === 'page') add(entry.id, to.id, 'page', true)
  for (const [id, { kind }] of known) if (kind === 'step') add(stepId(id), id, 'step', false)
  for (const { entry, to } of moved)
    if (entry.kind === 'step') add(stepId(entry.id), to.id, 'step', true)
  for (const { entry } of elsewhere) {
    if (entry.kind === 'page') addElsewhere(entry)
  }
  for (const item of retired) addRemoved(item)
  return [...pages.values()].sort((a, b) => compareIds(a.id, b.id))

  /** Who comes first has the id. */
  function add(id: string, location: string, kind: GoLinkPage['kind'], isOld: boolean): void {
    if (pages.has(id)) return
    const place = { anchors: [], targets: known.get(location)?.targets ?? [] }
    if (place.targets.length === 0) return
    pages.set(id, { id, kind, isOld, place, parts: kind === 'page' ? partsOn(id) : [] })
  }

  /** A page that its docset sends out of the site, from each language on its own way. */
  function addElsewhere({ id, words: title }: LedgerEntry): void {
    const { docset, slug } = partsOf(id)
    const targets = read.site.locales.flatMap(({ tag: locale }) => {
      const from = pagePath(locale, docset, slug)
      const redirects = read.contents.flatMap((content) => content.redirects)
      return redirects
        .filter((redirect) => redirect.from === from)
        .map(({ to }) => ({ locale, path: to, title }))
    })
    if (targets.length === 0 || pages.has(id)) return
    pages.set(id, { id, kind: 'page', isOld: true, place: { anchors: [], targets }, parts: [] })
  }

  function addRemoved(candidate: Retirement): void {
    const { id, kind } = candidate.entry
    if (kind === 'heading') return
    const location = kind === 'page' ? id : stepId(id)
    if (pages.has(location)) return
    const parts = kind === 'page' ? partsOn(id) : []
    pages.set(location, { id: location, kind, isOld: true, place: removedPlace(candidate), parts })
  }

  /** Readers are sent to its page, else to the first page of its docset, else to the site's. */
  function removedPlace(candidate: Retirement): GoLink {
    const { page, docset, anchor } = partsOf(candidate.entry.id)
    const { locales } = read.site
    const location = moved.find(({ entry }) => entry.id === page)?.to.id ?? page
    const near = [known.get(location), known.get(docset)].find((match) => match?.targets.length)
    const homes = locales.map(({ tag, path, title }) => ({ locale: tag, path: `/${path}/`, title }))
    return {
      anchors: anchor === undefined ? [] : [anchor],
      targets: near?.targets ?? homes,
      removed: locales.map(({ tag }) => ({
        locale: tag,
        ...removedFacts(candidate, tag, read.site),
      })),
    }
  }

  /** What the anchors of a page lead to, today's and older ones. */
  function partsOn(page: string): GoLink[] {
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
    const gone = (removedFrom.get(page) ?? []).map(removedPlace)
    return [...own, ...left, ...gone.filter(({ anchors: [id = ''] }) => !taken.has(id))]
  }
}

/** A step's id is there once in a docset: its page is no part of the link. */
function stepId(id: string): string {
  const { docset, anchor = '' } = partsOf(id)
  return `${docset}/${anchor}`
}
