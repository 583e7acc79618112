/** Resolve an address in a page: to a page of this site, to a file, or to another site. */
import { posix } from 'node:path'
import { type ForeignAddress, foreignAddress } from '#plugins/foreign.ts'
import type { LinkTarget } from '#plugins/links.ts'
import { nearestName } from '#plugins/nearest-name.ts'
import { decodePart } from '#plugins/percent-encoding.ts'
import type { Problem } from '#plugins/problems.ts'
import {
  composed,
  localePath,
  pageKey,
  pagePath,
  pathKey,
  slugOf,
  statusPath,
  glossaryPath,
  withBase,
} from './address.ts'
import { addressProblem as problem } from './address-problems.ts'
import type { DocsetIndex, FoundFile } from './docset.ts'
import { type FileRules, linkedFile } from './linked-file.ts'
import { missingRepository } from './missing-repository.ts'
import type { KnownTerm } from '../site.ts'
import type { PublicFiles } from './public-files.ts'
import { slashProblem } from './address-slashes.ts'
import { addressParts, composedAnchor, encodePath, relativeTo } from './typed-address.ts'

/** The host for paths from the site’s root that a docfx docset links to and this site lacks. */
const docfxHost = 'https://learn.microsoft.com'

/** Schemes of links that may leave the site; others could run code in the reader’s browser. */
const safe: readonly string[] = ['http', 'https', 'mailto', 'tel']

/** Targets of links besides the docset’s own pages. */
export interface LinkContext extends FileRules {
  /** All docsets of the site, for links between them. */
  all: readonly DocsetIndex[]
  base: string
  /** Origin of the published site: `https://guides.example`. */
  origin?: string
  /** Redirects of the docset; paths as in `Redirect`. */
  moved?: ReadonlyMap<string, string>
  publicFiles?: PublicFiles
  /** The terms that the site defines in a language; absent if no states of blocks are computed. */
  terms?: (locale: string) => readonly KnownTerm[]
}

/** The page that contains an address. */
export interface PageLocation {
  index: DocsetIndex
  locale: string
  /** Path of the page's file in its docset. */
  path: string
}

export interface Resolved {
  target?: LinkTarget
  problem?: Problem
  /** A file of the docset that must be published for this link to work. */
  file?: { from: FoundFile; to: string }
  /** Path in `public/` of the file that the link leads to. */
  publicFile?: string
}

/** A link that is being resolved, with its parts. */
interface Link {
  url: string
  location: PageLocation
  context: LinkContext
  pathname: string
  query: string
  /** As typed, without `#`; undefined if there is none. */
  anchor: string | undefined
}

/** The target of a link, and its problems. */
export function resolveLink(url: string, location: PageLocation, context: LinkContext): Resolved {
  const foreign = foreignAddress(url)
  if (foreign) return foreignLink(url, foreign, context.origin)
  const link = { url, location, context, ...addressParts(url) }
  if (!link.pathname) return samePageLink(link)
  return link.pathname.startsWith('/') ? siteRootLink(link) : relativeLink(link)
}

function foreignLink(
  url: string,
  { scheme, href }: ForeignAddress,
  origin: string | undefined,
): Resolved {
  if (!safe.includes(scheme)) return { problem: problem('link-scheme', url) }
  const isOwn = origin !== undefined && isOfOrigin(href, origin)
  return { target: { href }, ...(isOwn && { problem: problem('link-whole', url) }) }
}

function samePageLink(link: Link): Resolved {
  const { index, path } = link.location
  const target = pageTarget(link, index.docset.id, index.page(path)?.slug ?? '')
  return { target: { ...target, href: link.query + hashOf(link) || '#' } }
}

/** A link by the path of a file, from the folder of the page or from that of the docset (`~/`). */
function relativeLink(link: Link): Resolved {
  const { url, pathname, location } = link
  const { index, locale, path } = location
  const wanted = relativeTo(path, decodePart(pathname))
  const page = findPage(index, wanted)
  if (page) {
    const isSameFile = pathKey(page.path) === pathKey(wanted)
    const hasOtherCase = isSameFile && composed(page.path) !== composed(wanted)
    return {
      target: pageTarget(link, index.docset.id, page.slug),
      ...(hasOtherCase
        ? { problem: problem('link-case', url, page.path) }
        : slashProblem(pathname, path, page.path)),
    }
  }
  const file = index.resource(locale, wanted)
  if (file) return fileLink(link, file)
  if (findIn(wanted, index.isDraft)) return { problem: problem('link-draft', url) }
  const edition = index.docset.editions.find((item) => item.locale === locale)
  const near = nearestName(wanted, index.paths) ?? nearestName(wanted, edition?.resources ?? [])
  return (
    movedLink(link, index.docset.id, wanted) ?? {
      problem: problem(
        'link-missing',
        url,
        near && posix.relative(posix.dirname(path), near),
        missingRepository(index.docset, wanted),
      ),
    }
  )
}

function fileLink(link: Link, file: FoundFile): Resolved {
  const { url, context } = link
  const { index, locale } = link.location
  if (isTaken(composed(file.path), index)) return { problem: problem('file-taken', url) }
  const { to, download, problem: reason } = linkedFile(url, file, { ...index, locale }, context)
  if (to === undefined) return { ...(reason && { problem: reason }) }
  const href = withBase(context.base, encodePath(to)) + hashOf(link)
  const target = { href, ...(download && { download }) }
  return { target, file: { from: file, to }, ...(reason && { problem: reason }) }
}

/** The target of a page’s redirection, without the link’s anchor, which belongs to the old page. */
function movedLink(link: Link, docset: string, old: string): Resolved | undefined {
  const { url, location, context } = link
  const slug = slugOf(/\.(?:md|ya?ml)$/i.test(old) ? old : `${old}.md`)
  const to = context.moved?.get(pagePath(location.locale, docset, slug))
  if (to === undefined) return undefined
  const href = to.startsWith('/') ? withBase(context.base, to) : to
  return { target: { href }, problem: problem('link-moved', url, to) }
}

/** A link by a path from the site's root, such as `/en-us/guide/page`. */
function siteRootLink(link: Link): Resolved {
  const { url, pathname, location, context } = link
  const [first = '', ...rest] = decodePart(pathname).split('/').filter(Boolean)
  const hasLocale = /^[a-z]{2,3}-[a-z]{2,4}$/i.test(first)
  const names = hasLocale ? rest : [first, ...rest]
  const others = docsetsAt(names, context.all)
  for (const { index: other, path } of others) {
    const { id } = other.docset
    const page = findPage(other, path) ?? pageAt(other, path)
    const result = page ? { target: pageTarget(link, id, page.slug) } : movedLink(link, id, path)
    if (result) return result
    if (findIn(path, other.isDraft)) return { problem: problem('link-draft', url) }
  }
  const offered = publicLink(link)
  if (offered) return offered
  if (location.index.docset.dialect === 'guide') {
    const isStatus = names.join('/') === 'translation'
    const own = names.join('/') === 'terms' ? termsLink(link) : isStatus && statusLink(link)
    return own || { problem: missingFromRoot(link) }
  }
  const target = microsoftTarget(link, hasLocale)
  return { target, ...(others.length > 0 && { problem: problem('link-outside', url, docfxHost) }) }
}

/** A link to a file of `public/`. */
function publicLink(link: Link): Resolved | undefined {
  const { pathname, query, context } = link
  const path = context.publicFiles?.find(decodePart(pathname).slice(1))
  if (path === undefined) return undefined
  const href = withBase(context.base, `/${encodePath(path)}`) + query + hashOf(link)
  return { target: { href }, publicFile: path }
}

function missingFromRoot({ url, pathname, context }: Link): Problem {
  const paths = context.publicFiles?.paths.map((path) => `/${path}`) ?? []
  return problem('link-missing', url, nearestName(decodePart(pathname), paths))
}

/** The docsets at the beginning of an address, the longest path first, and what comes after it. */
function docsetsAt(names: readonly string[], all: readonly DocsetIndex[]) {
  const found = all.flatMap((index) => {
    const base = (index.docset.basePath ?? index.docset.id).toLowerCase().split('/')
    const isThere = base.every((name, position) => names[position]?.toLowerCase() === name)
    return isThere ? [{ index, path: names.slice(base.length).join('/'), length: base.length }] : []
  })
  return found.toSorted((a, b) => b.length - a.length)
}

function termsLink(link: Link): Resolved | undefined {
  const { context, location } = link
  if (!context.terms?.(location.locale).length) return undefined
  return { target: { href: withBase(context.base, glossaryPath(location.locale)) + hashOf(link) } }
}

/** The status page in the reader’s language, else in the first language that something is translated into. */
function statusLink({ query, location, context }: Link): Resolved | undefined {
  const locales = context.all.flatMap(({ docset: { editions, sourceLocale } }) =>
    editions.flatMap(({ locale }) => (locale === sourceLocale ? [] : [locale])),
  )
  const locale = locales.find((tag) => tag === location.locale) ?? locales[0]
  return locale
    ? { target: { href: withBase(context.base, statusPath(locale)) + query } }
    : undefined
}

/** The URL on Microsoft’s site: a docfx docset links to other products there by paths from the root. */
function microsoftTarget(link: Link, hasLocale: boolean): LinkTarget {
  const language = hasLocale ? '' : `/${localePath(link.location.locale)}`
  return { href: `${docfxHost}${language}${link.pathname}${link.query}${hashOf(link)}` }
}

function pageTarget(link: Link, docset: string, slug: string): LinkTarget {
  const { query, anchor, location, context } = link
  return {
    href: withBase(context.base, pagePath(location.locale, docset, slug)) + query + hashOf(link),
    page: pageKey(docset, slug),
    ...(anchor && { anchor: composed(decodePart(anchor)) }),
  }
}

function hashOf({ anchor }: Link): string {
  return anchor === undefined ? '' : `#${composedAnchor(anchor)}`
}

/** Whether an absolute URL is one of the site itself. */
export function isOfOrigin(href: string, origin: string): boolean {
  return URL.parse(href)?.origin === origin
}

/** Whether a page of the docset, or one that is generated from it, has the address of a file. */
function isTaken(path: string, { hasSlug, hasPagesBelow }: DocsetIndex): boolean {
  if (/(?:^|\/)(?:index\.html|original)$|^(?:print|checklist|steps\.csv)$/.test(path)) return true
  return hasSlug(path) || hasPagesBelow(path)
}

function findPage(index: DocsetIndex, path: string) {
  return findIn(path, index.page)
}

/** The page at an address, for a docset whose pages have other paths than their files. */
function pageAt({ hasSlug }: DocsetIndex, path: string): { slug: string } | undefined {
  const slug = slugOf(`${path.replace(/\.(?:md|ya?ml)$/i, '')}.md`)
  return hasSlug(slug) ? { slug } : undefined
}

/** What a link may leave out of the path of a page’s file. */
const leftOut = ['', '.md', '.mdx', '.yml', '/index.md', '/index.mdx', '/index.yml']

/** The first result for one of the names by which a link may mean a page’s file. */
function findIn<T>(path: string, look: (path: string) => T): T | undefined {
  const clean = path.replace(/\/$/, '')
  for (const end of leftOut) {
    const answer = look(end.startsWith('/') ? posix.join(clean, end.slice(1)) : clean + end)
    if (answer) return answer
  }
  return undefined
}
