/** Resolve links of header, footer and announcement in a language. */
import type { SiteLink, SiteLocale } from '#src/site.ts'

/** A link to a page that the language lacks leads to it in another one, with `hreflang`. */
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
