/** Where the Markdown of pages is. */
import type { Page } from '#src/docsets/page.ts'

/** The twin of a page, from the site’s root, without `base`. */
export function twinPath(path: string): string {
  return `${path}index.md`
}

/** What only stands in for a missing page says nothing that a program could read. */
export function hasTwin({ kind }: Pick<Page, 'kind'>): boolean {
  return kind !== 'missing'
}
