/** Links of header, footer and announcement: where they lead in each language, and those that lead nowhere. */
import type { VFileMessage } from 'vfile-message'
import { nearestName } from '#plugins/nearest-name.ts'
import { decodePart } from '#plugins/percent-encoding.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import type { ConfigText } from '../config/config-version.ts'
import { findPlace } from '../config/find-place.ts'
import type { SiteConfigValues } from '../config/site-config.ts'
import type { PageDocument } from '../docsets/document.ts'
import type { PublicFiles } from '../docsets/public-files.ts'
import { digest } from '../facts/digest.ts'
import type { Site, SiteLink } from '../site.ts'

/** What header and footer offer besides, and what is announced. */
export type SiteFrame = Pick<Site, 'headerLinks' | 'footerLinks' | 'announcement'>

type FrameConfig = Pick<SiteConfigValues, 'header' | 'footer' | 'announcement'>

const problem = defineProblems('theme', {
  'site-link-missing': (href: string, near: string | undefined) => ({
    severity: 'error',
    reason: `There is no page \`${href}\`.` + (near ? ` Did you mean \`${near}\`?` : ''),
  }),
  'site-link-anchor': (href: string, near: string | undefined) => ({
    severity: 'error',
    reason:
      `\`${href}\` is a page, but has no such anchor.` +
      (near ? ` Did you mean \`#${near}\`?` : ''),
  }),
})

/** What links may lead to. */
export interface LinkTargets {
  site: Site
  documents: readonly PageDocument[]
  /** Paths of pages that are made of others, without the language: `/fasttrack/print/`. */
  made: readonly string[]
  publicFiles?: PublicFiles | undefined
}

interface Link {
  path: readonly (string | number)[]
  label: SiteLink['label']
  href: string
}

export async function findSiteLinks(
  { header, footer, announcement }: FrameConfig,
  source: ConfigText,
  targets: LinkTargets,
): Promise<{ frame: SiteFrame; messages: VFileMessage[] }> {
  const linksIn = (part: 'header' | 'footer', links: readonly Omit<Link, 'path'>[] = []) =>
    links.map((link, index): Link => ({ ...link, path: [part, 'links', index, 'href'] }))
  const top = linksIn('header', header?.links)
  const end = linksIn('footer', footer?.links)
  const { text, link, dismissible } = announcement ?? {}
  const news: Link[] = link ? [{ ...link, path: ['announcement', 'link', 'href'] }] : []
  const links = [...top, ...end, ...news]
  const pages = links.length ? pagesByPath(targets) : new Map<string, Versions>()
  const messages: VFileMessage[] = []
  for (const { path, href } of links) {
    const match = isPublic(href, targets.publicFiles) ? undefined : problemOf(href, pages)
    if (match) messages.push(problemAt(source.name, match, await findPlace(source.text, path)))
  }
  const resolve = ({ label, href }: Link): SiteLink => ({ label, href: addresses(href, pages) })
  const [newsLink] = news.map(resolve)
  return {
    frame: {
      headerLinks: top.map(resolve),
      footerLinks: end.map(resolve),
      ...(text !== undefined && {
        announcement: {
          // Another text is to be seen by those who dismissed the one before.
          id: digest([text, link]).slice(0, 8),
          text,
          ...(newsLink && { link: newsLink }),
          dismissible: dismissible ?? true,
        },
      }),
    },
    messages,
  }
}

/** A page in each language that has it, with its anchors; none are known of what is made of other pages. */
type Versions = ReadonlyMap<string, { path: string; ids?: readonly string[] }>

function pagesByPath({ site, documents, made }: LinkTargets): Map<string, Versions> {
  const pages = new Map<string, Map<string, { path: string; ids?: readonly string[] }>>()
  const tags = new Map(site.locales.map(({ tag, path }) => [tag, `/${path}`]))
  for (const { page, ids } of documents) {
    const [prefix, key] = [tags.get(page.locale) ?? '', decodeURI(page.path)]
    const plain = key.slice(prefix.length)
    const versions = pages.get(plain) ?? new Map<string, { path: string; ids: readonly string[] }>()
    if (page.kind !== 'missing') versions.set(page.locale, { path: page.path, ids })
    if (versions.size) pages.set(plain, versions)
  }
  const terms = site.termLocales ? ['/terms/'] : []
  for (const path of ['/', '/search/', ...terms, ...made]) {
    const has = ({ tag }: Site['locales'][number]) =>
      path !== '/terms/' || site.termLocales?.includes(tag)
    const versions = site.locales
      .filter(has)
      .map((locale) => [locale.tag, { path: encodeURI(`/${locale.path}${path}`) }] as const)
    pages.set(path, new Map(versions))
  }
  return pages
}

function isPublic(href: string, files: PublicFiles | undefined): boolean {
  const [, path] = /^\/([^?#]*)/.exec(href) ?? []
  return path !== undefined && files?.find(decodePart(path)) !== undefined
}

function problemOf(href: string, pages: ReadonlyMap<string, Versions>) {
  const [path, anchor] = parse(href)
  if (path === undefined) return undefined
  const versions = pages.get(path)
  if (!versions) return problem('site-link-missing', href, nearestName(path, [...pages.keys()]))
  const ids = [...versions.values()].flatMap((version) => version.ids ?? [])
  if (anchor === undefined || !ids.length || ids.includes(anchor)) return undefined
  return problem('site-link-anchor', href, nearestName(anchor, ids))
}

/** By language; those without the page are led to it in another one. */
function addresses(href: string, pages: ReadonlyMap<string, Versions>): SiteLink['href'] {
  const [path, anchor] = parse(href)
  const versions = path === undefined ? undefined : pages.get(path)
  if (!versions) return href
  const all = [...versions].map(([tag, { path: address, ids }]) => {
    const has = anchor !== undefined && (!ids || ids.includes(anchor))
    return [tag, has ? `${address}#${anchor}` : address] as const
  })
  return Object.fromEntries(all)
}

/** The path of a page of the site, with a slash at its end; undefined for a full address. */
function parse(href: string): [path?: string, anchor?: string | undefined] {
  if (!href.startsWith('/')) return []
  const [path = '', anchor] = href.normalize('NFC').split('#')
  const whole = path.endsWith('/') ? path : `${path}/`
  return [whole, anchor || undefined]
}
