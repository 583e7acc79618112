/** Paths of the Markdown twins of pages. */
import type { Page } from '#src/docsets/page.ts'

/** The twin of a page, from the site’s root, without `base`. */
export function twinPath(path: string): string {
  return `${path}index.md`
}

/** Whether a page has a twin: pages of kind `missing` have no content. */
export function hasTwin({ kind }: Pick<Page, 'kind'>): boolean {
  return kind !== 'missing'
}
