/** Links that leave the site, with the place of each. They are listed, never fetched. */
import type { ReadSite } from '../docsets/read-site.ts'
import { compareIds } from './permalink.ts'

export interface ExternalLink {
  url: string
  /** Name of the file that has the link. */
  file: string
  /** From 1. */
  line: number
  column: number
  text: string
  locale: string
  /** The page's path on the site, without `base`; absent for a link of a file that is no page. */
  page?: string
}

/** Sorted by file and place. */
export function externalLinks({ documents, links = [] }: ReadSite): ExternalLink[] {
  const all = [
    ...documents.map(({ page, name, links }) => ({
      locale: page.locale,
      page: page.path,
      name,
      links,
    })),
    ...links.map((file) => ({ page: undefined, ...file })),
  ]
  const matches = all.flatMap(({ locale, page, name = '', links }) =>
    links
      .filter(({ href, page }) => page === undefined && /^(?:https?:)?\/\//i.test(href))
      .map((link): ExternalLink => {
        const { line = 1, column = 1 } = link.position?.start ?? {}
        const file = link.origin ?? name
        const { href: url, text } = link
        return { url, file, line, column, text, locale, ...(page && { page }) }
      }),
  )
  return matches.sort(
    (a, b) => compareIds(a.file, b.file) || a.line - b.line || a.column - b.column,
  )
}
