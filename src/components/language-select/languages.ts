/** The links of the language select of a page, one for each language of the site. */
import { pagePath } from '#src/docsets/address.ts'
import { homePath } from '#src/i18n/paths.ts'
import type { Alternate, Page } from '#src/docsets/page.ts'
import type { SiteLocale } from '#src/site.ts'

export interface LanguageLink {
  /** BCP 47 tag. */
  tag: string
  /** Path without base. */
  path: string
  /** Whether it leads to a language version of the page, so that the anchor can be kept. */
  same: boolean
  /** Whether it is the language of the page. */
  current: boolean
}

/** The pages at the address of a page in each language. */
export function versionsOf(
  { docset, slug }: Pick<Page, 'docset' | 'slug'>,
  locales: readonly SiteLocale[],
  pageAt: (path: string) => Page | undefined,
): Page[] {
  return locales.flatMap(({ tag }) => pageAt(pagePath(tag, docset, slug)) ?? [])
}

/**
 * The languages of a page. A language without the page leads to its fallback (a page of kind `missing`, or one that
 * shows the original), else to that language’s home page.
 */
export function languageLinks(
  locales: readonly SiteLocale[],
  current: SiteLocale,
  alternates: readonly Alternate[],
  fallbacks: readonly Pick<Page, 'locale' | 'path'>[] = [],
): LanguageLink[] {
  return locales.map((locale) => {
    const real = alternates.find((alternate) => alternate.locale === locale.tag)
    const fallback = fallbacks.find((page) => page.locale === locale.tag)
    return {
      tag: locale.tag,
      path: (real ?? fallback)?.path ?? homePath(locale),
      same: real !== undefined,
      current: locale.tag === current.tag,
    }
  })
}
