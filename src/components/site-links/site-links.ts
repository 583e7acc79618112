/** Where links of header, footer and announcement lead in a language. */
import type { SiteLink, SiteLocale } from '#src/site.ts'

/** A language that lacks a page is led to it in another one, and told so by `hreflang`. */
export function addressIn(
  { href }: SiteLink,
  { tag }: Pick<SiteLocale, 'tag'>,
): { path: string; hreflang?: string } {
  if (typeof href === 'string') return { path: href }
  const own = href[tag]
  if (own !== undefined) return { path: own }
  const [[hreflang, path] = ['', '/']] = Object.entries(href)
  return { path, hreflang }
}
