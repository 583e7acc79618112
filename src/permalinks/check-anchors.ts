/** Check that every link to an anchor finds it. */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import type { PageLink } from '#plugins/links.ts'
import { pageKey } from '../docsets/address.ts'
import type { FileLinks, PageDocument } from '../docsets/document.ts'
import { nearestName } from '#plugins/nearest-name.ts'
import { digest } from '../facts/digest.ts'

const problem = defineProblems('links', {
  'link-anchor-missing': (url: string, anchors: readonly string[], near: string | undefined) => ({
    severity: 'error',
    reason:
      `Link to \`${url}\` names an anchor that the page does not have.` +
      (near ? ` Did you mean \`#${near}\`?` : ''),
    ...(anchors.length && { note: `It has: ${anchors.map((id) => `#${id}`).join(', ')}` }),
  }),
  'link-anchor-untranslated': (url: string, locale: string) => ({
    severity: 'warning',
    reason: `Link to \`${url}\` names an anchor that the page has in \`${locale}\` only, so it leads to the top of the page. Update the translation of that page.`,
  }),
})

/** What is known of links with anchors, from one reading of a site to the next. */
export interface AnchorChecks {
  documents: readonly PageDocument[]
  /** By `keyOf`. */
  pages: Map<string, PageDocument>
  /** Of pages with problems, by their place in the list. */
  messages: Map<number, readonly VFileMessage[]>
  /** Places of pages with such links, by the page that they lead to. */
  linking: Map<string, Set<number>>
}

/**
 * The links whose page exists but lacks the anchor, each with the nearest anchor that it has; `others`
 * are links of files that are no pages.
 *
 * @param before - Of the last reading: it is brought up to date, and only links that may lead elsewhere are checked.
 */
export function checkAnchors(
  documents: readonly PageDocument[],
  others: readonly FileLinks[] = [],
  before?: AnchorChecks,
): { messages: VFileMessage[]; checks: AnchorChecks } {
  const changed = before && changedPlaces(before.documents, documents)
  const checks = before && changed ? update(before, documents, changed) : checkAll(documents)
  const { pages, messages } = checks
  const ofPages = [...messages.keys()]
    .toSorted((a, b) => a - b)
    .flatMap((place) => messages.get(place) ?? [])
  return { messages: [...ofPages, ...others.flatMap((links) => problemsOf(links, pages))], checks }
}

/** Places of documents that are others than before; undefined where there are other pages. */
function changedPlaces(
  before: readonly PageDocument[],
  now: readonly PageDocument[],
): number[] | undefined {
  if (before.length !== now.length) return undefined
  const changed: number[] = []
  // Nothing is called for each page: most are the same.
  for (let place = 0; place < now.length; place++) {
    const [one, other] = [before[place]!, now[place]!]
    if (one === other) continue
    if (keyOf(one) !== keyOf(other)) return undefined
    changed.push(place)
  }
  return changed
}

function checkAll(documents: readonly PageDocument[]): AnchorChecks {
  const pages = new Map(documents.map((document) => [keyOf(document), document]))
  const checks = { documents, pages, messages: new Map(), linking: new Map() }
  for (const place of documents.keys()) check(checks, place)
  return checks
}

function update(
  checks: AnchorChecks,
  documents: readonly PageDocument[],
  changed: readonly number[],
): AnchorChecks {
  const open = new Set(changed)
  for (const place of changed) {
    const [before, now] = [checks.documents[place]!, documents[place]!]
    for (const key of targetsIn(before)) checks.linking.get(key)?.delete(place)
    if (checks.pages.get(keyOf(now)) === before) checks.pages.set(keyOf(now), now)
    if (digest(asTarget(before)) === digest(asTarget(now))) continue
    const { docset, slug } = now.page
    for (const other of checks.linking.get(pageKey(docset, slug)) ?? []) open.add(other)
  }
  const result = { ...checks, documents }
  for (const place of open) check(result, place)
  return result
}

/** Check the links of one page. */
function check({ documents, pages, messages, linking }: AnchorChecks, place: number): void {
  const document = documents[place]!
  const { page, name, links } = document
  for (const key of targetsIn(document)) {
    const places = linking.get(key) ?? new Set()
    linking.set(key, places.add(place))
  }
  // What is shown for lack of a translation is reported in its own language.
  const isOwn = page.locale === page.contentLocale
  const own = isOwn ? problemsOf({ locale: page.locale, name, links }, pages) : []
  if (own.length) messages.set(place, own)
  else messages.delete(place)
}

/** What links with anchors find on a page. */
function asTarget({ page, asTyped, ids }: PageDocument) {
  const { kind, aliases, alternates } = page
  return { kind, aliases, alternates, asTyped, ids }
}

const anchored = new WeakMap<readonly PageLink[], PageLink[]>()

/** Links that name an anchor. */
function withAnchors(links: readonly PageLink[]): readonly PageLink[] {
  const known = anchored.get(links) ?? links.filter(({ page, anchor }) => page && anchor)
  anchored.set(links, known)
  return known
}

function targetsIn({ links }: PageDocument): string[] {
  return withAnchors(links).map(({ page = '' }) => page)
}

type Links = Omit<FileLinks, 'name'> & { name?: string | undefined }

function problemsOf(
  { locale, name, links }: Links,
  pages: ReadonlyMap<string, PageDocument>,
): VFileMessage[] {
  return withAnchors(links).flatMap((link) => {
    const target = pages.get(`${locale} ${link.page}`)
    if (!target || !link.anchor || !name) return []
    const { kind, aliases = [] } = target.page
    if (kind === 'missing' || target.asTyped || target.ids.includes(link.anchor)) return []
    // An old anchor leads to what it named.
    if (aliases.some(({ id }) => id === link.anchor)) return []
    const { anchor } = link
    const other = target.page.alternates.find(
      ({ locale: tag }) => tag !== locale && pages.get(`${tag} ${link.page}`)?.ids.includes(anchor),
    )
    if (kind === 'docfx' && other) {
      const behind = problem('link-anchor-untranslated', link.url, other.locale)
      return [problemAt(link.origin ?? name, behind, link.position)]
    }
    const near = nearestName(link.anchor, target.ids)
    const missing = problem('link-anchor-missing', link.url, target.ids, near)
    return [problemAt(link.origin ?? name, missing, link.position)]
  })
}

function keyOf({ page }: PageDocument): string {
  return `${page.locale} ${pageKey(page.docset, page.slug)}`
}
