/** Make the old links that the ledger knows of work: facts for the templates, computed after reading. */
import { pageKey, pagePath } from '../docsets/address.ts'
import type { PageDocument } from '../docsets/document.ts'
import type { AnchorAlias, MovedAnchor, Page, Redirect } from '../docsets/page.ts'
import type { ReadSite } from '../docsets/read-site.ts'
import type { Comparison } from './compare.ts'
import { ledgerState } from './ledger-state.ts'
import { type Permalink, partsOf } from './permalink.ts'
import type { Published } from './published.ts'

type Moves = Comparison['moved']

/**
 * The same site with redirects for pages that moved, and on each page its old anchors: `aliases`,
 * `movedAnchors`. A site without a sound ledger comes back as it is.
 */
export function applyLedger(read: ReadSite): ReadSite {
  const state = ledgerState(read)?.state
  if (!state || state.comparison.moved.length === 0) return read
  const { published, comparison } = state
  const byPage = Map.groupBy(comparison.moved, ({ entry }) => partsOf(entry.id).page)
  const titleOf = titles(read)
  const pages = new Map(read.documents.map((one) => [`${one.page.locale} ${keyOf(one)}`, one]))

  const left = [...byPage].filter(([page]) => !isPublished(page, published))
  // A web server sends the reader on with the anchor of the old page, which it does not see.
  const brought = Map.groupBy(
    left.flatMap(([, moves]) => {
      const to = targetOf(moves).id
      return moves.map((move) => ({ move, to }))
    }),
    ({ to }) => to,
  )
  const documents = read.documents.map((document) => {
    const key = keyOf(document)
    const own = byPage.get(key) ?? []
    const others = (brought.get(key) ?? []).map(({ move }) => move)
    return own.length + others.length ? withAnchors(document, [...own, ...others]) : document
  })
  const redirects = read.site.locales.flatMap(({ tag }) =>
    left.map(([page, moves]) => ({
      docset: docsetOf(moves),
      redirect: redirectOf(page, moves, tag),
    })),
  )
  const made = new Map(redirects.map(({ redirect }) => [redirect.from, redirect]))
  const recorded = new Set(read.contents.flatMap((one) => one.redirects.map(({ from }) => from)))
  const contents = read.contents.map((one) => ({
    ...one,
    redirects: [
      // What a docfx docset records itself: it knows pages only.
      ...one.redirects.map((own) => withMoved(own, made.get(own.from)?.anchors)),
      ...redirects.flatMap(({ docset, redirect }) =>
        docset === one.docset && redirect.locale === one.locale && !recorded.has(redirect.from)
          ? [redirect]
          : [],
      ),
    ],
  }))
  return { ...read, documents, contents }

  function withAnchors(document: PageDocument, moves: Moves): PageDocument {
    const { page, ids } = document
    const own = pageKey(page.docset, page.slug)
    // An id that the page has, or had before, reaches what has it.
    const first = new Map([...moves].reverse().map((move) => [partsOf(move.entry.id).anchor, move]))
    const old = moves.filter((move) => {
      const { anchor } = partsOf(move.entry.id)
      return anchor !== undefined && !ids.includes(anchor) && first.get(anchor) === move
    })
    const aliases = old.flatMap((move) => aliasOf(move, own, document))
    const moved = old
      .filter(({ to }) => partsOf(to.id).page !== own)
      .flatMap((move) => movedAnchor(move, page.locale))
    const facts: Partial<Page> = {
      ...(aliases.length && { aliases }),
      ...(moved.length && { movedAnchors: moved }),
    }
    return { ...document, page: { ...page, ...facts } }
  }

  function redirectOf(page: string, moves: Moves, locale: string): Redirect {
    const { docset, slug } = partsOf(page)
    const anchors = moves.flatMap((move) => movedAnchor(move, locale))
    const from = pagePath(locale, docset, slug)
    return withMoved({ locale, from, to: pathOf(targetOf(moves).id, locale) }, anchors)
  }

  function movedAnchor({ entry, to }: Moves[number], locale: string): MovedAnchor[] {
    const { anchor } = partsOf(entry.id)
    if (anchor === undefined) return []
    return [{ id: anchor, to: pathOf(to.id, locale, anchor), ...titleOf(to, locale, anchor) }]
  }

  /**
   * Where a place is in a language. A translation whose headings do not match its source may lack its id:
   * there the old one may be left, else the page has to do.
   */
  function pathOf(id: string, locale: string, old = ''): string {
    const { page, docset, slug, anchor } = partsOf(id)
    const document = pages.get(`${locale} ${page}`)
    const ids = document?.page.kind === 'missing' ? undefined : document?.ids
    const found = anchor && ids ? [anchor, old].find((one) => ids.includes(one)) : anchor
    return pagePath(locale, docset, slug) + (found ? `#${encodeURI(found)}` : '')
  }
}

/** Anchors that lead where the page leads need no word: the reader is there without one. */
function withMoved(redirect: Redirect, anchors: readonly MovedAnchor[] = []): Redirect {
  const others = anchors.filter(({ to }) => to !== redirect.to)
  return { ...redirect, ...(others.length && { anchors: others }) }
}

/** A page is published if it is, or if nobody could read it. */
function isPublished(page: string, { entries, unreadable }: Published): boolean {
  return entries.has(page) || unreadable.has(page)
}

function aliasOf(
  { entry, to }: Moves[number],
  page: string,
  { page: { kind, heading }, ids }: PageDocument,
): AnchorAlias[] {
  const { anchor: id } = partsOf(entry.id)
  const target = partsOf(to.id)
  if (id === undefined || target.page !== page || kind === 'missing') return []
  // A translation whose headings do not match its source lacks some of its ids.
  const place = target.anchor !== undefined && ids.includes(target.anchor) ? target.anchor : ''
  return [{ id, to: place || heading.id }]
}

/** Where the page went; of a page that was retired, what most of its moved headings and steps went to. */
function targetOf(moves: Moves): Permalink {
  const own = moves.find(({ entry }) => entry.kind === 'page')
  if (own) return own.to
  const pages = [...Map.groupBy(moves, ({ to }) => partsOf(to.id).page)]
  const [[id = '', [first] = []] = []] = pages.sort(([, a], [, b]) => b.length - a.length)
  return { id, kind: 'page', words: first?.to.words ?? '' }
}

/** The docset that has the redirect: the one that it leads into, for the old one may be no more. */
function docsetOf(moves: Moves): string {
  return partsOf(targetOf(moves).id).docset
}

/** Titles of places in a language; in that of the source where the page is not translated. */
function titles({ documents, site }: ReadSite) {
  const pages = new Map(documents.map((one) => [`${one.page.locale} ${keyOf(one)}`, one]))
  const sources = new Map(site.docsets.map(({ id, sourceLocale }) => [id, sourceLocale]))
  return ({ id, words }: Permalink, locale: string, old: string) => {
    const { page, docset, anchor } = partsOf(id)
    const document = pages.get(`${locale} ${page}`)
    const title = titleIn(document, anchor) ?? titleIn(document, old)
    const source = sources.get(docset)
    if (title !== undefined) return { title }
    return { title: words, ...(source && source !== locale && { lang: source }) }
  }
}

function titleIn(document: PageDocument | undefined, anchor: string | undefined) {
  if (!document || document.page.kind === 'missing') return undefined
  const { page, procedures = [] } = document
  if (anchor === undefined || anchor === page.heading.id) return page.title
  const steps = procedures.flatMap((procedure) => procedure.steps)
  return (
    page.headings.find(({ id }) => id === anchor)?.text ??
    steps.find(({ id }) => id === anchor)?.title
  )
}

function keyOf({ page }: PageDocument): string {
  return pageKey(page.docset, page.slug)
}
