/**
 * Addresses inside the site.
 *
 * Data holds paths from the site's root without `base` (`/fr-fr/fasttrack/assess/`); pages hold
 * addresses with it. These two functions are the only crossing.
 */
import { statusPath, glossaryPath, withBase } from '#src/docsets/address.ts'
import type { Site, SiteLocale } from '#src/site.ts'

type Place = Pick<Site, 'base' | 'url'>

/** The address to put into `href`; an absolute URL, a bare `#anchor` or a `mailto:` stays as it is. */
export function href(site: Place, path: string): string {
  return path.startsWith('/') && !path.startsWith('//') ? withBase(site.base, path) : path
}

/** The absolute address, for `canonical`, `hreflang`, Open Graph and the sitemap. */
export function absolute(site: Place, path: string): string {
  const address = href(site, path)
  return address.startsWith('/') && !address.startsWith('//') ? site.url + address : address
}

/** The home page of a language. */
export function homePath(locale: Pick<SiteLocale, 'path'>): string {
  return `/${locale.path}/`
}

/** The search page of a language. */
export function searchPath(locale: Pick<SiteLocale, 'path'>): string {
  return `/${locale.path}/search/`
}

/** What is translated into a language, and what waits. */
export function translationPath(locale: Pick<SiteLocale, 'path'>): string {
  return statusPath(locale.path)
}

/** What the site explains in a language. */
export function termsPath(locale: Pick<SiteLocale, 'path'>): string {
  return glossaryPath(locale.path)
}

/** The first page of a docset in a language. */
export function docsetPath(locale: Pick<SiteLocale, 'path'>, docset: string): string {
  return `/${locale.path}/${docset}/`
}

/** The checklist of one party of a docset. */
export function checklistPath(
  locale: Pick<SiteLocale, 'path'>,
  docset: string,
  party: string,
): string {
  return `${docsetPath(locale, docset)}checklist/${party}/`
}

/** Where readers of a docset choose their services. */
export function myServicesPath(locale: Pick<SiteLocale, 'path'>, docset: string): string {
  return `${docsetPath(locale, docset)}my-services/`
}

/** A whole docset on one page, to print. */
export function printPath(locale: Pick<SiteLocale, 'path'>, docset: string): string {
  return `${docsetPath(locale, docset)}print/`
}

/** A docset as a zip that opens from a disk. */
export function offlinePath(locale: Pick<SiteLocale, 'path'>, docset: string): string {
  return `${docsetPath(locale, docset)}${docset}-${locale.path}.zip`
}

/** The page that is shown without a network in place of one that the browser does not keep. */
export function withoutNetworkPath(locale: Pick<SiteLocale, 'path'>): string {
  return `/${locale.path}/offline/`
}

/** The program that keeps docsets in the browser; its address must never change, or it could not be taken away. */
export const workerPath = '/service-worker.js'

/** A docset in one language as an app. */
export function manifestPath(locale: Pick<SiteLocale, 'path'>, docset: string): string {
  return `/_app/${locale.path}/${docset}/manifest.json`
}

/** The files that a browser keeps of a docset in one language. */
export function keptFilesPath(locale: string, docset: string): string {
  return `/_app/${locale}/${docset}/files.json`
}

/** The icon of apps, as a square image. */
export function appIconPath(size: number): string {
  return `/_app/icon-${size}.png`
}

/** All pages of a large docset, as a list; `number` distinguishes it from pages of the docset with that name. */
export function contentsPath(locale: Pick<SiteLocale, 'path'>, docset: string, number = 1): string {
  return `${docsetPath(locale, docset)}contents${number > 1 ? `-${number}` : ''}/`
}

/** The link to a page or step that is the same in all languages; without `id`, where one is looked up. */
export function goLinkPath(id = ''): string {
  return encodeURI(`/go/${id}${id && '/'}`)
}

/** The parts of a page's path as its route has them, decoded; undefined if it is no docset's page. */
export function routeOf(path: string) {
  const [locale, docset, ...rest] = decodeURI(path).split('/').filter(Boolean)
  if (!locale || !docset) return undefined
  return { locale, docset, page: rest.join('/') || undefined }
}

/** The icon in the browser's tab: that of the site, else the one that every site has (`src/public/`). */
export function iconPath({ theme }: Pick<Site, 'theme'>): string {
  return theme?.favicon ?? '/favicon.svg'
}
