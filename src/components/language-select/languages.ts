/** Where the language switch of a page leads, one entry for each language of the site. */
import { homePath } from '#src/i18n/paths.ts'
import type { Alternate, Page } from '#src/docsets/page.ts'
import type { SiteLocale } from '#src/site.ts'

export interface LanguageLink {
  /** BCP 47 tag. */
  tag: string
  /** Path without base. */
  path: string
  /** The very page, so that the place in it can be kept too. */
  same: boolean
  /** The language that the page is shown in now. */
  current: boolean
}

/**
 * The languages of a page.
 *
 * A language without the page leads to the address that says so (`standIns`: a page of kind
 * `missing`, or one that fell back), and if there is none to that language's home.
 */
export function languageLinks(
  locales: readonly SiteLocale[],
  current: SiteLocale,
  alternates: readonly Alternate[],
  standIns: readonly Pick<Page, 'locale' | 'path'>[] = [],
): LanguageLink[] {
  return locales.map((locale) => {
    const real = alternates.find((alternate) => alternate.locale === locale.tag)
    const standIn = standIns.find((page) => page.locale === locale.tag)
    return {
      tag: locale.tag,
      path: (real ?? standIn)?.path ?? homePath(locale),
      same: real !== undefined,
      current: locale.tag === current.tag,
    }
  })
}
