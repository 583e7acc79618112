/** Map a docset’s redirections to addresses of the site. */
import { posix } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import { foreignAddress } from '#plugins/foreign.ts'
import type { LinkTarget, PageLink } from '#plugins/links.ts'
import { decodePart } from '#plugins/percent-encoding.ts'
import { pagePath, pathKey, slugOf } from '../address.ts'
import { type ReadContext, listContext } from '../context.ts'
import { decode } from '../decode.ts'
import type { DocsetIndex } from '../docset.ts'
import type { FileLinks, PageDocument } from '../document.ts'
import type { Redirect } from '../page.ts'
import { isOfOrigin, resolveLink } from '../resolve-link.ts'
import { publishedPaths } from './file-sets.ts'
import type { DocfxEdition } from './find-editions.ts'
import {
  type DocfxRedirection,
  readRedirections,
  redirectCycle,
  redirectTwice,
  targetMissing,
} from './redirections.ts'

/** Hosts that Microsoft has published docsets on. */
const docfxHosts = /^https?:\/\/(?:docs|learn)\.microsoft\.com(?=\/)/i

export interface Redirects {
  redirects: Redirect[]
  /** Old addresses, and the paths of old files as if they were addresses, with where their readers go. */
  moved: (readonly [from: string, to: string])[]
  links: FileLinks[]
  offers: PageDocument['offers'][number][]
  messages: VFileMessage[]
}

/** The end of a chain of redirections. */
interface End {
  to?: string | undefined
  /** Whether it should be a page of this docset, and is not. */
  unknown: boolean
  /** Only for a chain of one redirection: a longer one repeats the problem of its last redirection. */
  target?: LinkTarget
  offer?: PageDocument['offers'][number]
}

/** What is needed to follow a chain of redirections. */
interface Chains {
  locale: string
  index: DocsetIndex
  context: ReadContext
  /** By the slug of the old address. */
  bySlug: ReadonlyMap<string, DocfxRedirection>
  /** By the old file, as `pathKey` has it. */
  byPath: ReadonlyMap<string, DocfxRedirection>
}

export async function readRedirects(
  edition: DocfxEdition,
  index: DocsetIndex,
  context: ReadContext,
): Promise<Redirects> {
  const { locale } = edition
  const { id } = index.docset
  const { bySlug, messages } = await readAll(edition, index, context)
  const redirects: Redirect[] = []
  const moved: Redirects['moved'] = []
  const offers: Redirects['offers'] = []
  const linked: { name: string; link: PageLink }[] = []
  const byPath = new Map([...bySlug.values()].map((item) => [pathKey(item.path), item]))
  for (const redirection of bySlug.values()) {
    const end = follow({ locale, index, context, bySlug, byPath }, redirection)
    if (!end) {
      messages.push(redirectCycle(redirection))
      continue
    }
    if (end.unknown) messages.push(targetMissing(redirection))
    if (end.offer) offers.push(end.offer)
    if (end.target) {
      const { url, name, place } = redirection
      const position = { start: place, end: place }
      linked.push({ name, link: { ...end.target, url, text: '', position } })
    }
    if (!end.to) continue
    const from = pagePath(locale, id, redirection.slug)
    redirects.push({ locale, from, to: end.to })
    moved.push([pagePath(locale, id, slugOf(redirection.path)), end.to], [from, end.to])
  }
  const byName = Map.groupBy(linked, ({ name }) => name)
  const links = [...byName].map(([name, group]) => ({
    name,
    locale,
    links: group.map(({ link }) => link),
  }))
  return { redirects, moved, links, offers, messages }
}

/** The redirections of all files, for chains that go from one file to another; the first wins. */
async function readAll(
  edition: DocfxEdition,
  index: DocsetIndex,
  context: ReadContext,
): Promise<{ bySlug: Map<string, DocfxRedirection>; messages: VFileMessage[] }> {
  const bySlug = new Map<string, DocfxRedirection>()
  const messages: VFileMessage[] = []
  const slugs = new Set(index.slugs)
  const addressOf = addressesIn(edition)
  for (const absolute of edition.redirectionFiles.toSorted()) {
    const bytes = await context.files.read(absolute)
    if (!bytes) continue
    const name = context.nameOf(absolute)
    const { text, message } = decode(bytes, name)
    if (message) messages.push(message)
    // A page at the old address counts too, whatever file it comes from.
    const exists = (path: string) =>
      index.page(path) !== undefined || slugs.has(slugOf(addressOf(path)))
    const read = readRedirections(text, name, { folder: edition.folder, exists, addressOf })
    append(messages, read.messages)
    for (const redirection of read.redirections) {
      const first = bySlug.get(redirection.slug)
      const areOfVersions = first?.isOfVersions ?? redirection.isOfVersions
      // An address here is for all versions: a redirection for all takes precedence over those for some.
      if (!first || (first.isOfVersions && !redirection.isOfVersions)) {
        bySlug.set(redirection.slug, redirection)
      } else if (!areOfVersions) messages.push(redirectTwice(redirection, first))
    }
  }
  return { bySlug, messages }
}

/** A function that returns where a file of the edition is published, even if the file no longer exists. */
function addressesIn({ build }: DocfxEdition): (path: string) => string {
  const map = publishedPaths(build.content)
  return (path) => map(path)?.path ?? path
}

/** Follow a chain of redirections to its end; undefined if it is circular. */
function follow(chains: Chains, start: DocfxRedirection): End | undefined {
  const seen = new Set<string>()
  let current: DocfxRedirection | undefined = start
  while (current && !seen.has(current.slug)) {
    seen.add(current.slug)
    const { end, next } = step(chains, current, current === start)
    if (end) return end
    current = next
  }
  return undefined
}

/** The end of the chain if this is the last redirection, else the next one. */
function step(
  chains: Chains,
  redirection: DocfxRedirection,
  isFirst: boolean,
): { end: End; next?: undefined } | { end?: undefined; next: DocfxRedirection } {
  const { index, context, bySlug, byPath } = chains
  const bare = redirection.url.replace(docfxHosts, '')
  const inside = insideDocset(index.docset.basePath ?? index.docset.id, bare, redirection)
  const { target, file } = resolveTarget(chains, bare, inside)
  if (file) return { end: { to: target && encoded(target.href), unknown: false, offer: file } }
  if (target?.page) {
    return { end: { to: encoded(target.href), unknown: false, ...(isFirst && { target }) } }
  }
  const next =
    inside === undefined
      ? undefined
      : (byPath.get(pathKey(pathOfAddress(inside))) ?? bySlug.get(slugOf(pathOfAddress(inside))))
  if (next) return { next }
  const to = wholeAddress(chains, redirection.url, bare)
  const isOwn = to !== undefined && context.origin !== undefined && isOfOrigin(to, context.origin)
  return { end: { to, unknown: to === undefined || inside !== undefined || isOwn } }
}

/** Resolve a target: to a file of the docset by its path, or to what has the address. */
function resolveTarget(
  { locale, index, context }: Chains,
  bare: string,
  inside: string | undefined,
) {
  const location = { index, locale, path: 'index.md' }
  const resolve = (url: string) => resolveLink(url, location, listContext(context))
  const byPath = inside === undefined ? {} : resolve(`~/${inside}`)
  return byPath.target?.page || byPath.file ? byPath : resolve(bare)
}

/** The path in this docset, with its query and anchor, that a target names; undefined for others. */
function insideDocset(base: string, url: string, { path }: DocfxRedirection): string | undefined {
  if (foreignAddress(url)) return undefined
  if (!url.startsWith('/')) {
    const joined = url.startsWith('~/') ? url.slice(2) : posix.join(posix.dirname(path), url)
    return joined.startsWith('../') ? undefined : joined
  }
  const prefix = new RegExp(
    `^(?:/[a-z]{2,3}-[a-z]{2,4})?/${RegExp.escape(base)}(?:/|(?=[?#]|$))`,
    'i',
  )
  return prefix.test(url) ? url.replace(prefix, '') : undefined
}

/** The URL of a target on another site: an absolute one as typed, or a path on Microsoft’s site. */
function wholeAddress(
  { locale, index, context }: Chains,
  url: string,
  bare: string,
): string | undefined {
  const { href = '' } = foreignAddress(url) ?? {}
  if (/^https?:/i.test(href)) return encoded(href)
  if (!bare.startsWith('/')) return undefined
  const { target } = resolveLink(bare, { index, locale, path: 'index.md' }, listContext(context))
  return target && /^https?:/i.test(target.href) ? encoded(target.href) : undefined
}

/** The path of the file that would have an address. */
function pathOfAddress(inside: string): string {
  const [pathname = ''] = inside.split(/[?#]/)
  const path = decodePart(pathname)
  // A dot in the last segment begins no extension: addresses have none.
  return `${path.replace(/\/$/, '').replace(/\.(?:md|ya?ml)$/i, '') || 'index'}.md`
}

/** The same address without a character that would end it in a file of redirects. */
function encoded(address: string): string | undefined {
  const site = 'https://site.invalid'
  if (!URL.canParse(address, site)) return undefined
  const { href } = new URL(address, site)
  return address.startsWith('/') ? href.slice(site.length) : href
}
