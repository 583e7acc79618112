/** The `hreflang` links of a page. */
import type { Alternate } from '#src/docsets/page.ts'

/** One `<link rel="alternate" hreflang>`; `path` has no base yet. */
export interface HrefLang {
  hreflang: string
  path: string
}

/**
 * The languages of a page and its `x-default`: the source locale if the page exists in it, else the first one. None for a
 * page in one language only.
 */
export function hrefLangsOf(
  alternates: readonly Alternate[],
  sourceLocale: string | undefined,
): HrefLang[] {
  const source = alternates.find(({ locale }) => locale === sourceLocale) ?? alternates[0]
  if (!source || alternates.length === 1) return []
  return [
    ...alternates.map(({ locale, path }) => ({ hreflang: locale, path })),
    { hreflang: 'x-default', path: source.path },
  ]
}
