/** The sitemap: all pages, with their other languages. */
import { escapeMarkup } from '#src/components/markup.ts'
import { absolute, homePath, termsPath } from '#src/i18n/paths.ts'
import type { Page } from '#src/docsets/page.ts'
import type { Site } from '#src/site.ts'
import { hrefLangsOf, type HrefLang } from './alternates.ts'

/** The sitemap as XML: language versions of pages, without fallbacks, home pages, and pages of terms. */
export function sitemap(site: Site, pages: readonly Page[]): string {
  const sources = new Map(site.docsets.map(({ id, sourceLocale }) => [id, sourceLocale]))
  const homes: HrefLang[] = [
    ...site.locales.map((locale) => ({ hreflang: locale.tag, path: homePath(locale) })),
    { hreflang: 'x-default', path: '/' },
  ]
  const real = pages.filter(
    ({ kind, locale, contentLocale }) => kind !== 'missing' && locale === contentLocale,
  )
  const terms = site.locales
    .filter(({ tag }) => site.termLocales?.includes(tag))
    .map((locale) => ({ locale: locale.tag, path: termsPath(locale) }))
  const entries = [
    ...homes.map(({ path }) => entry(site, path, homes)),
    ...terms.map(({ path }) => entry(site, path, hrefLangsOf(terms, undefined))),
    ...real.map((page) =>
      entry(site, page.path, hrefLangsOf(page.alternates, sources.get(page.docset)), page.updated),
    ),
  ]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries,
    '</urlset>',
    '',
  ].join('\n')
}

function entry(site: Site, path: string, links: readonly HrefLang[], updated?: string): string {
  const others = links.map(
    ({ hreflang, path: other }) =>
      `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${encoded(absolute(site, other))}"/>`,
  )
  const day = updated ? `<lastmod>${updated}</lastmod>` : ''
  return `<url><loc>${encoded(absolute(site, path))}</loc>${day}${others.join('')}</url>`
}

/** Encode a path that may be encoded already. */
function encoded(address: string): string {
  try {
    return escapeMarkup(encodeURI(decodeURI(address)))
  } catch {
    return escapeMarkup(encodeURI(address))
  }
}
