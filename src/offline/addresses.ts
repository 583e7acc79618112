/** Addresses of the site as its offline copy has them. */
import { absolute, homePath } from '../i18n/paths.ts'
import type { Site, SiteLocale } from '../site.ts'

/** The docset and language that a copy is made of. */
export interface CopiedEdition {
  site: Pick<Site, 'url' | 'base'>
  locale: Pick<SiteLocale, 'path'>
  docset: string
  /** Path of its first page. */
  start: string
}

/** Folder of the scripts that only a copy has. */
export const scriptsFolder = '_offline'

/** Placeholder for the copy’s folder in data; `runtime.client.ts` replaces it when a page fetches them. */
export const rootMarker = 'passerelle-copy:'

/** Name of the folder in the zip: `guide-fr-fr`. */
export function copyName({ locale, docset }: Pick<CopiedEdition, 'locale' | 'docset'>): string {
  return `${docset}-${locale.path}`
}

/** The file behind a path of the site: `fr-fr/guide/assess/index.html`; undefined for broken percent-encoding. */
export function fileOfPath(path: string): string | undefined {
  try {
    return decodeURIComponent(path.replace(/[?#].*$/s, '').replace(/^\//, '')).replace(
      /(^|\/)$/,
      '$1index.html',
    )
  } catch {
    return undefined
  }
}

/** Where a link of a built page leads in the copy. */
export interface CopiedAddress {
  /** Relative to the copy’s folder if the file is in the copy, else the full address on the site. */
  address: string
  isCopied: boolean
}

/**
 * Rewrite an address of a built page for the copy; undefined if it can stay as it is.
 *
 * @param include - Adds a file to the copy, and says whether it is there.
 */
export function copiedAddress(
  value: string,
  edition: CopiedEdition,
  include: (file: string) => boolean,
): CopiedAddress | undefined {
  const { base, url } = edition.site
  if (!value.startsWith('/') || value.startsWith('//')) return undefined
  if (!value.startsWith(base)) return { address: url + value, isCopied: false }
  const path = `/${value.slice(base.length)}`
  const [, bare = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(path) ?? []
  // The copy has no home page, so links to it lead to the first page of the guide.
  const to = bare === '/' || bare === homePath(edition.locale) ? edition.start : bare
  const file = fileOfPath(to)
  if (file === undefined || !include(file))
    return { address: absolute(edition.site, path), isCopied: false }
  const whole = to.endsWith('/') ? `${to}index.html` : to
  return { address: whole.slice(1) + rest, isCopied: true }
}

/** Relative address of the copy’s folder from one of its files: `../../`. */
export function rootFrom(file: string): string {
  return '../'.repeat(file.split('/').length - 1)
}
