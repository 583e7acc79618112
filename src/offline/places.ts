/** Where things are in a copy, and where its pages lead. */
import { absolute, homePath } from '../i18n/paths.ts'
import type { Site, SiteLocale } from '../site.ts'

/** A docset in one language, of which a copy is made. */
export interface CopyPlace {
  site: Pick<Site, 'url' | 'base'>
  locale: Pick<SiteLocale, 'path'>
  docset: string
  /** Path of its first page. */
  start: string
}

/** Folder of a copy for its own scripts. */
export const scriptsFolder = '_offline'

/** Before paths from the copy’s folder, in what its scripts put into pages. */
export const copyMark = 'passerelle-copy:'

/** What the folder in the zip is called. */
export function copyName({ locale, docset }: Pick<CopyPlace, 'locale' | 'docset'>): string {
  return `${docset}-${locale.path}`
}

/** The path of a file that an address of the site names: `fr-fr/guide/assess/index.html`. */
export function fileAt(path: string): string | undefined {
  try {
    return decodeURIComponent(path.replace(/[?#].*$/s, '').replace(/^\//, '')).replace(
      /(^|\/)$/,
      '$1index.html',
    )
  } catch {
    return undefined
  }
}

/** An address of a page of the site, as its copy has it. */
export interface CopiedAddress {
  /** What to write: relative to the copy’s folder if it is in the copy, else whole. */
  address: string
  isCopied: boolean
}

/**
 * Where an address of a built page leads in the copy; undefined for one that stays as it is.
 *
 * @param has - Takes a file into the copy, if the copy is to have it.
 */
export function copiedAddress(
  value: string,
  place: CopyPlace,
  has: (file: string) => boolean,
): CopiedAddress | undefined {
  const { base, url } = place.site
  if (!value.startsWith('/') || value.startsWith('//')) return undefined
  if (!value.startsWith(base)) return { address: url + value, isCopied: false }
  const path = `/${value.slice(base.length)}`
  const [, bare = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(path) ?? []
  // There is no home in the copy, and no network to reach one.
  const to = bare === '/' || bare === homePath(place.locale) ? place.start : bare
  const file = fileAt(to)
  if (file === undefined || !has(file))
    return { address: absolute(place.site, path), isCopied: false }
  const whole = to.endsWith('/') ? `${to}index.html` : to
  return { address: whole.slice(1) + rest, isCopied: true }
}

/** From a file of the copy to its folder: `../../`. */
export function toRoot(file: string): string {
  return '../'.repeat(file.split('/').length - 1)
}
