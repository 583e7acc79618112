/** Make the old links that the ledger knows of work: facts for the templates, computed after reading. */
import { withAliases } from '#plugins/aliases.ts'
import type { PageContent, PageDocument } from '../docsets/document.ts'
import type { AnchorAlias, DocsetContents, Page, Redirect, RemovedPage } from '../docsets/page.ts'
import type { ReadSite } from '../docsets/read-site.ts'
import { digestAll } from '../facts/digest.ts'
import { ledgerState } from './ledger-state.ts'
import { type Move, type OldPlaces, isMove, isRemoval, oldPlaces, targetOf } from './old-pages.ts'
import { partsOf } from './permalink.ts'
import { keyOf } from './places.ts'
import type { PublishedPermalinks } from './published.ts'
import type { Removal } from './removed.ts'

/** What was published once, and where it is now, or why it is no more. */
type Old = Move | Removal

/**
 * The same site with what is shown at old addresses, `redirects` and `removed`, and on each page its old
 * anchors: `aliases`, `movedAnchors`, `removedAnchors`. A site without a sound ledger comes back as it is.
 */
export function applyLedger(read: ReadSite): ReadSite {
  const state = ledgerState(read)?.state
  const olds: readonly Old[] = state ? [...state.comparison.moved, ...state.comparison.removed] : []
  if (!state || olds.length === 0) return read
  const places = oldPlaces(read)
  const byPage = Map.groupBy(olds, ({ entry }) => partsOf(entry.id).page)
  const left = [...byPage].filter(([page]) => !isPublished(page, state.published))
  const ended = left.filter(isEnded)
  const movedPages = left.filter((item) => !isEnded(item) && item[1].some(isMove))

  // A web server sends the reader on with the anchor of the old page, which it does not see.
  const brought = Map.groupBy(
    movedPages.flatMap(([, own]) => {
      const to = targetOf(own.filter(isMove)).id
      return own.map((old) => ({ old, to }))
    }),
    ({ to }) => to,
  )
  const documents = read.documents.map((document) => {
    const key = keyOf(document)
    const others = (brought.get(key) ?? []).map(({ old }) => old)
    const all = [...(byPage.get(key) ?? []), ...others]
    return all.length ? withAnchors(places, document, all) : document
  })
  const redirects = read.site.locales.flatMap(({ tag }) =>
    movedPages.map(([page, own]) => ({
      // The one that it leads into, for the old one may be no more.
      docset: partsOf(targetOf(own.filter(isMove)).id).docset,
      page: places.redirect(page, own, tag),
    })),
  )
  const removed = read.site.locales.flatMap(({ tag }) =>
    ended.map(([page, own]) => ({
      docset: partsOf(page).docset,
      page: places.removedPage(page, own, tag),
    })),
  )
  return { ...read, documents, contents: withOldPages(read.contents, redirects, removed) }
}

/** What a page has of anchors that it had, or that come with the readers of another page. */
function withAnchors(places: OldPlaces, document: PageDocument, all: readonly Old[]): PageDocument {
  const { page, ids } = document
  // An id that the page has, or had before, reaches what has it.
  const first = new Map([...all].reverse().map((old) => [partsOf(old.entry.id).anchor, old]))
  const old = all.filter((item) => {
    const { anchor } = partsOf(item.entry.id)
    return anchor !== undefined && !ids.includes(anchor) && first.get(anchor) === item
  })
  const moves = old.filter(isMove)
  const isHere = ({ to }: Move) => partsOf(to.id).page === keyOf(document)
  const aliases = moves.filter(isHere).flatMap((move) => aliasOf(move, document))
  const moved = places.moved(
    moves.filter((move) => !isHere(move)),
    page.locale,
  )
  const removed = places.removed(old.filter(isRemoval), page.locale)
  const facts: Pick<Page, 'aliases' | 'movedAnchors' | 'removedAnchors'> = {
    ...(aliases.length && { aliases }),
    ...(moved.length && { movedAnchors: moved }),
    ...(removed.length && { removedAnchors: removed }),
  }
  const content = document.content && withAliasesIn(document.content, aliases)
  return { ...document, page: { ...page, ...facts }, ...(content && { content }) }
}

function withAliasesIn({ digest, parts }: PageContent, aliases: readonly AnchorAlias[]) {
  return {
    digest: digestAll([digest, aliases]),
    parts: () =>
      parts().map((part) => (typeof part === 'string' ? withAliases(part, aliases) : part)),
  }
}

/** A page that cannot be read counts as published. */
function isPublished(page: string, { entries, unreadable }: PublishedPermalinks): boolean {
  return entries.has(page) || unreadable.has(page)
}

/** The page itself was taken away, whatever became of what was on it. */
function isEnded([, own]: readonly [page: string, own: readonly Old[]]): boolean {
  return own.some((old) => old.entry.kind === 'page' && !isMove(old))
}

function aliasOf(
  { entry, to }: Move,
  { page: { kind, heading }, ids }: PageDocument,
): AnchorAlias[] {
  const { anchor: id } = partsOf(entry.id)
  const target = partsOf(to.id)
  if (id === undefined || kind === 'missing') return []
  // A translation whose headings do not match its source lacks some of its ids.
  const place = target.anchor !== undefined && ids.includes(target.anchor) ? target.anchor : ''
  return [{ id, to: place || heading.id }]
}

interface OldOf<T> {
  docset: string
  page: T
}

/** Docsets with what is shown at old addresses; those of a docset that is gone are in another one. */
function withOldPages(
  contents: readonly DocsetContents[],
  redirects: readonly OldOf<Redirect>[],
  removed: readonly OldOf<RemovedPage>[],
): DocsetContents[] {
  const made = new Map(redirects.map(({ page }) => [page.from, page]))
  const recorded = new Set(contents.flatMap((content) => content.redirects.map(({ from }) => from)))
  const homeOf = ({ docset, page: { locale } }: OldOf<{ locale: string }>) =>
    contents.find((content) => content.docset === docset && content.locale === locale) ??
    contents.find((content) => content.locale === locale)
  return contents.map((content) => {
    const ended = removed.filter((old) => homeOf(old) === content).map(({ page }) => page)
    const moved = redirects.filter((old) => homeOf(old) === content && !recorded.has(old.page.from))
    return {
      ...content,
      redirects: [
        // What a docfx docset records itself: it knows pages only.
        ...content.redirects.map((own) => ({ ...own, ...anchorsIn(made.get(own.from)) })),
        ...moved.map(({ page }) => page),
      ],
      ...(ended.length && { removed: ended }),
    }
  })
}

function anchorsIn({ anchors, removed }: Partial<Redirect> = {}): Partial<Redirect> {
  return { ...(anchors && { anchors }), ...(removed && { removed }) }
}
