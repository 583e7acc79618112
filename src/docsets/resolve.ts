/** What an address in a page means: a page of this site, a file, or the rest of the web. */
import { posix } from 'node:path'
import { type ForeignAddress, foreignAddress } from '#plugins/foreign.ts'
import type { LinkTarget } from '#plugins/links.ts'
import { nearestName } from '#plugins/nearest-name.ts'
import { decodePart } from '#plugins/percent-encoding.ts'
import { type Problem, defineProblems } from '#plugins/problems.ts'
import {
  composed,
  localePath,
  pageKey,
  pagePath,
  pathKey,
  slugOf,
  statusPath,
  withBase,
} from './address.ts'
import type { DocsetIndex, FoundFile } from './docset.ts'
import { type FileRules, linkedFile, shownImage } from './linked-file.ts'
import { commonFolder } from './common-folder.ts'
import { isImageName } from './image-names.ts'
import type { ImageFault } from './images.ts'

/** Where Microsoft publishes what a docset links to by a path from the site's root. */
const docfxHost = 'https://learn.microsoft.com'

/** What may lead out of the site; anything else could run in the reader's browser. */
const safe: readonly string[] = ['http', 'https', 'mailto', 'tel']

const problem = defineProblems({
  'link-scheme': (url: string) => ({
    severity: 'error',
    reason: `Unexpected link to \`${url}\`, expected an address of the web, of mail or of a telephone`,
  }),
  'link-whole': (url: string) => ({
    severity: 'warning',
    reason: `Link to \`${url}\` is a whole address of this site, which is not checked. Write the path of the page’s file.`,
  }),
  'link-missing': (url: string, near: string | undefined) => ({
    severity: 'error',
    reason:
      `Unexpected link to \`${url}\`, expected a page or file of this docset` +
      (near ? `; did you mean \`${near}\`?` : ''),
  }),
  'link-outside': (url: string, host: string) => ({
    severity: 'warning',
    reason: `Unexpected link to \`${url}\`, expected a page that this docset has: readers are sent to ${host}`,
  }),
  'link-backslash': (url: string, path: string) => ({
    severity: 'warning',
    reason: `Unexpected \`\\\` in \`${url}\`, expected \`${path}\`: the link was resolved`,
  }),
  'image-unreadable': (url: string) => ({
    severity: 'error',
    reason: `Unexpected content of the image \`${url}\`, expected a picture that can be read`,
  }),
  'file-taken': (url: string) => ({
    severity: 'error',
    reason: `File of the link \`${url}\` has the address of a page. Rename the file, or give it an extension`,
  }),
  'image-size': (url: string) => ({
    severity: 'error',
    reason: `Image \`${url}\` has no size. Add \`width\` and \`height\` in pixels, or a \`viewBox\`, to its \`<svg>\` tag`,
  }),
  'image-format': (url: string) => ({
    severity: 'error',
    reason: `Image \`${url}\` has a format that pages cannot show. Save it as PNG, JPEG, WebP, GIF, AVIF, TIFF or SVG, with the extension of that format`,
  }),
  'image-name': (url: string, actual: string) => ({
    severity: 'error',
    reason: `Image \`${url}\` has \`${actual}\` in its name, which means something else in an address. Rename the file`,
  }),
  'link-moved': (url: string, to: string) => ({
    severity: 'warning',
    reason: `Unexpected link to \`${url}\`, which has moved; expected \`${to}\`: readers are sent there`,
  }),
  'link-case': (url: string, path: string) => ({
    severity: 'warning',
    reason: `Unexpected letter case in \`${url}\`, expected \`${path}\`: the link was resolved`,
  }),
  'image-missing': (url: string, near: string | undefined) => ({
    severity: 'error',
    reason:
      `Unexpected image \`${url}\`, expected a file that exists` +
      (near ? `; did you mean \`${near}\`?` : ''),
  }),
  'image-elsewhere': (url: string) => ({
    severity: 'warning',
    reason: `Unexpected image from another site \`${url}\`, expected a file of this docset: it is shown as a link`,
    note: 'The reader’s browser would tell the other site what is read here.',
  }),
})

/** What addresses may lead to besides the docset's own pages. */
export interface LinkContext extends FileRules {
  /** All docsets of the site, for links between them. */
  all: readonly DocsetIndex[]
  base: string
  /** Where the site will be: `https://guides.example`. */
  origin?: string
  /** Old addresses of the docset, and where their readers are sent; paths as in `Redirect`. */
  moved?: ReadonlyMap<string, string>
}

/** The page that an address stands on. */
export interface PageLocation {
  index: DocsetIndex
  locale: string
  /** Path of the page's file in its docset. */
  path: string
}

export interface Resolved {
  target?: LinkTarget
  problem?: Problem
  /** A file of the docset that the site has to offer for this link to work. */
  file?: { from: FoundFile; to: string }
}

/** What a link means; `all` are the site's docsets, for links from the site's root. */
export function resolveLink(
  url: string,
  { index, locale, path }: PageLocation,
  { all, base, origin, moved, ...rules }: LinkContext,
): Resolved {
  const foreign = foreignAddress(url)
  if (foreign) {
    const isOwn = origin !== undefined && isOfOrigin(foreign.href, origin)
    return { ...awayFrom(url, foreign), ...(isOwn && { problem: problem('link-whole', url) }) }
  }
  const { pathname, query, anchor } = split(url)
  const hash = anchor === undefined ? '' : `#${composedAddress(anchor)}`
  const target = (docset: string, slug: string): LinkTarget => ({
    href: withBase(base, pagePath(locale, docset, slug)) + query + hash,
    page: pageKey(docset, slug),
    ...(anchor && { anchor: composed(decodePart(anchor)) }),
  })

  if (!pathname) {
    const self = index.page(path)
    return {
      target: { ...target(index.docset.id, self?.slug ?? ''), href: query + hash || '#' },
    }
  }
  if (pathname.startsWith('/')) return fromSiteRoot()

  const wanted = relativeTo(path, decodePart(pathname))
  const page = findPage(index, wanted)
  if (page) {
    const isSameFile = pathKey(page.path) === pathKey(wanted)
    const wrongCase = isSameFile && composed(page.path) !== composed(wanted)
    return {
      target: target(index.docset.id, page.slug),
      ...(wrongCase
        ? { problem: problem('link-case', url, page.path) }
        : slashProblem(pathname, path, page.path)),
    }
  }
  const file = index.resource(locale, wanted)
  if (file && isTaken(composed(file.path), index)) return { problem: problem('file-taken', url) }
  if (file) {
    const { to, download, problem: wrong } = linkedFile(url, file, { ...index, locale }, rules)
    if (to === undefined) return { ...(wrong && { problem: wrong }) }
    const href = withBase(base, encodePath(to)) + hash
    const target = { href, ...(download && { download }) }
    return { target, file: { from: file, to }, ...(wrong && { problem: wrong }) }
  }
  const gone = movedFrom(index.docset.id, wanted)
  if (gone) return gone
  const near = nearestName(wanted, index.paths)
  return {
    problem: problem('link-missing', url, near && posix.relative(posix.dirname(path), near)),
  }

  /** The end of a page's redirection; what the link says of a place in the old page is lost there. */
  function movedFrom(docset: string, old: string): Resolved | undefined {
    const slug = slugOf(/\.(?:md|ya?ml)$/i.test(old) ? old : `${old}.md`)
    const to = moved?.get(pagePath(locale, docset, slug))
    if (to === undefined) return undefined
    const href = to.startsWith('/') ? withBase(base, to) : to
    return { target: { href }, problem: problem('link-moved', url, to) }
  }

  function fromSiteRoot(): Resolved {
    const [first = '', ...rest] = decodePart(pathname).split('/').filter(Boolean)
    const isLocale = /^[a-z]{2,3}-[a-z]{2,4}$/i.test(first)
    const [name = '', ...tail] = isLocale ? rest : [first, ...rest]
    const other = all.find(({ docset }) => docset.id.toLowerCase() === name.toLowerCase())
    const result = other && findPage(other, tail.join('/'))
    if (other && result) return { target: target(other.docset.id, result.slug) }
    const gone = other && movedFrom(other.docset.id, tail.join('/'))
    if (gone) return gone
    if (index.docset.dialect === 'guide') {
      const isStatus = name === 'translation' && tail.length === 0
      const into = isStatus ? statusLocale() : undefined
      if (!into) return { problem: problem('link-missing', url, undefined) }
      return { target: { href: withBase(base, statusPath(into)) + query } }
    }
    // Microsoft's other products live beside this docset on its own site, not on ours.
    const language = isLocale ? '' : `/${localePath(locale)}`
    const href = `${docfxHost}${language}${pathname}${query}${hash}`
    return { target: { href }, ...(other && { problem: problem('link-outside', url, docfxHost) }) }
  }

  /** The reader’s language if something is translated into it, else the first that has a status page. */
  function statusLocale(): string | undefined {
    const targets = all.flatMap(({ docset: { editions, sourceLocale } }) =>
      editions.flatMap((edition) => (edition.locale === sourceLocale ? [] : [edition.locale])),
    )
    return targets.find((tag) => tag === locale) ?? targets[0]
  }
}

/** Whether a whole address is one of the site itself. */
export function isOfOrigin(href: string, origin: string): boolean {
  return URL.parse(href)?.origin === origin
}

function awayFrom(url: string, { scheme, href }: ForeignAddress): Resolved {
  return safe.includes(scheme) ? { target: { href } } : { problem: problem('link-scheme', url) }
}

/** Whether a page of the docset, or one that the site makes of it, is at the address of a file. */
function isTaken(path: string, { slugs }: DocsetIndex): boolean {
  if (/(?:^|\/)(?:index\.html|original)$|^(?:print|checklist|steps\.csv)$/.test(path)) return true
  return slugs.some((slug) => slug === path || slug.startsWith(`${path}/`))
}

/** Where an image's file is; `isLeftOut`: the picture is not published, its text is shown. */
export function resolveImage(
  url: string,
  { index, locale, path }: PageLocation,
  {
    imageFaults,
    ...rules
  }: FileRules & { imageFaults?: ReadonlyMap<string, ImageFault> | undefined } = {},
): { file?: FoundFile; problem?: Problem; isLeftOut?: boolean } {
  if (foreignAddress(url)) return { problem: problem('image-elsewhere', url) }
  const wanted = relativeTo(path, decodePart(split(url).pathname))
  const file = index.resource(locale, wanted)
  if (!file) {
    const edition = index.docset.editions.find((item) => item.locale === locale)
    return { problem: problem('image-missing', url, nearestName(wanted, edition?.resources ?? [])) }
  }
  const { isShown, problem: wrong } = shownImage(url, file, rules)
  if (!isShown) return { isLeftOut: true, ...(wrong && { problem: wrong }) }
  const fault = imageFaults?.get(file.absolute)
  if (fault) return { problem: problem(`image-${fault}`, url) }
  if (!isImageName(file.path)) return { problem: problem('image-format', url) }
  // Folders above are reached by a link where they have such names (`src/cli/link-docsets.ts`).
  const roots = index.docset.editions.map(({ root }) => root)
  const [unsafe] = /[?#]/.exec(file.absolute.slice(commonFolder(roots).length)) ?? []
  if (unsafe !== undefined) return { problem: problem('image-name', url, unsafe) }
  if (wrong) return { file, problem: wrong }
  if (composed(file.path) !== composed(wanted))
    return { file, problem: problem('link-case', url, file.path) }
  return { file, ...slashProblem(split(url).pathname, path, file.path) }
}

function slashProblem(typed: string, from: string, match: string): { problem?: Problem } {
  if (!decodePart(typed).includes('\\')) return {}
  return {
    problem: problem(
      'link-backslash',
      decodePart(typed),
      posix.relative(posix.dirname(from), match),
    ),
  }
}

function findPage(index: DocsetIndex, path: string) {
  const clean = path.replace(/\/$/, '')
  const candidates = [clean, ...['.md', '.mdx', '.yml'].map((extension) => clean + extension)]
  const indexes = ['index.md', 'index.mdx', 'index.yml'].map((name) => posix.join(clean, name))
  for (const candidate of [...candidates, ...indexes]) {
    const page = index.page(candidate)
    if (page) return page
  }
  return undefined
}

function relativeTo(from: string, typed: string): string {
  // docfx was born on Windows: it takes both slashes.
  const path = typed.replaceAll('\\', '/')
  if (path.startsWith('~/')) return posix.normalize(path.slice(2))
  return posix.normalize(posix.join(posix.dirname(from), path)).replace(/\/$/, '')
}

function split(url: string): { pathname: string; query: string; anchor?: string } {
  const [, pathname = '', query = '', anchor] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? []
  return { pathname, query, ...(anchor !== undefined && { anchor }) }
}

/** An anchor as typed, encoded or not, with the letters of it in composed Unicode. */
function composedAddress(anchor: string): string {
  const decoded = decodePart(anchor)
  return composed(decoded) === decoded ? anchor : encodeURIComponent(composed(decoded))
}

/** A path of files as an address: `?`, `#` and `%` are part of names, not of the address's form. */
function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
