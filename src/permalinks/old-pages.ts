/** What is shown at the address of a page that is gone: the way to its new place, or why there is none. */
import { pagePath } from '../docsets/address.ts'
import type { MovedAnchor, Redirect, RemovedAnchor, RemovedPage } from '../docsets/page.ts'
import type { ReadSite } from '../docsets/read-site.ts'
import type { Comparison } from './compare.ts'
import { type Permalink, partsOf } from './permalink.ts'
import { type FindPlace, findPlaces } from './places.ts'
import { type Removal, removedFacts } from './removed.ts'

export type Move = Comparison['moved'][number]

/** Facts about old places, for readers of a language. */
export interface OldPlaces {
  find: FindPlace
  /** Where old anchors lead. */
  moved: (moves: readonly Move[], locale: string) => MovedAnchor[]
  /** Old anchors of what was taken away. */
  removed: (removed: readonly Removal[], locale: string) => RemovedAnchor[]
  redirect: (page: string, olds: readonly (Move | Removal)[], locale: string) => Redirect
  removedPage: (page: string, olds: readonly (Move | Removal)[], locale: string) => RemovedPage
}

export const isMove = (old: Move | Removal): old is Move => 'to' in old
export const isRemoval = (old: Move | Removal): old is Removal => !isMove(old)

export function oldPlaces(read: ReadSite): OldPlaces {
  const context = { read, find: findPlaces(read) }
  return {
    find: context.find,
    moved: (moves, locale) => movedAnchors(context, moves, locale),
    removed: (removed, locale) => removedAnchors(context, removed, locale),
    redirect: (page, olds, locale) => redirectOf(context, page, olds, locale),
    removedPage: (page, olds, locale) => removedPageOf(context, page, olds, locale),
  }
}

interface Context {
  read: ReadSite
  find: FindPlace
}

type Old = Move | Removal

function movedAnchors({ find }: Context, moves: readonly Move[], locale: string): MovedAnchor[] {
  return moves.flatMap(({ entry, to }) => {
    const { anchor } = partsOf(entry.id)
    if (anchor === undefined) return []
    const { path, ...title } = find(to, locale, anchor)
    return [{ id: anchor, to: path, ...title }]
  })
}

function removedAnchors(
  { read }: Context,
  removed: readonly Removal[],
  locale: string,
): RemovedAnchor[] {
  return removed.flatMap((item) => {
    const { anchor } = partsOf(item.entry.id)
    if (anchor === undefined) return []
    return [{ id: anchor, ...removedFacts(item, locale, read.site) }]
  })
}

function redirectOf(
  context: Context,
  page: string,
  olds: readonly Old[],
  locale: string,
): Redirect {
  const { docset, slug } = partsOf(page)
  const { path: to } = context.find(targetOf(olds.filter(isMove)), locale)
  const from = pagePath(locale, docset, slug)
  return { locale, from, to, ...anchorsOf(context, olds, locale, to) }
}

function removedPageOf(
  context: Context,
  page: string,
  olds: readonly Old[],
  locale: string,
): RemovedPage {
  const { read } = context
  const { docset, slug } = partsOf(page)
  const own = olds.filter(isRemoval).find(({ entry }) => entry.kind === 'page')
  if (!own) throw new Error(`No reason is recorded for the end of ${page}`)
  const first = read.documents.findLast(
    ({ page: { kind, ...other } }) =>
      kind !== 'missing' && other.slug === '' && other.docset === docset && other.locale === locale,
  )?.page
  // What went with its page has no reason of its own.
  const others = olds.filter((old) => isMove(old) || old.entry.removed !== undefined)
  return {
    locale,
    path: pagePath(locale, docset, slug),
    ...removedFacts(own, locale, read.site),
    ...(first && { docset: { title: first.title, path: first.path } }),
    ...anchorsOf(context, others, locale),
  }
}

/** @param to - Where readers are sent anyway: anchors that lead to the top of it are left out. */
function anchorsOf(
  context: Context,
  olds: readonly Old[],
  locale: string,
  to?: string,
): Pick<Redirect, 'anchors' | 'removed'> {
  const anchors = movedAnchors(context, olds.filter(isMove), locale).filter(
    (item) => item.to !== to,
  )
  const removed = removedAnchors(context, olds.filter(isRemoval), locale)
  return { ...(anchors.length && { anchors }), ...(removed.length && { removed }) }
}

/** Where the page went; of one of which nothing is recorded, what most of its headings and steps went to. */
export function targetOf(moves: readonly Move[]): Permalink {
  const own = moves.find(({ entry }) => entry.kind === 'page')
  if (own) return own.to
  const pages = [...Map.groupBy(moves, ({ to }) => partsOf(to.id).page)]
  const [[id = '', [first] = []] = []] = pages.sort(([, a], [, b]) => b.length - a.length)
  return { id, kind: 'page', title: first?.to.title ?? '' }
}
