/**
 * What names a published place in all languages: `docset/page` for a page, `docset/page#anchor` for a
 * heading or step of it, `docset` for the docset's first page.
 */
import { composed, pageKey } from '../docsets/address.ts'

export const permalinkKinds = ['page', 'heading', 'step'] as const
export type PermalinkKind = (typeof permalinkKinds)[number]

/** A published place. */
export interface Permalink {
  id: string
  kind: PermalinkKind
  /** Its title, or the text of a heading or step, in the language that the docset is written in. */
  title: string
}

/** The parts of an id; `page` is the id of the page, `slug` its path inside the docset. */
export interface PermalinkParts {
  page: string
  docset: string
  slug: string
  anchor?: string
}

export function partsOf(id: string): PermalinkParts {
  const index = id.indexOf('#')
  const page = index < 0 ? id : id.slice(0, index)
  const slash = page.indexOf('/')
  return {
    page,
    docset: slash < 0 ? page : page.slice(0, slash),
    slug: slash < 0 ? '' : page.slice(slash + 1),
    ...(index >= 0 && { anchor: id.slice(index + 1) }),
  }
}

export function permalinkId(docset: string, slug: string, anchor?: string): string {
  return composed(pageKey(docset, slug) + (anchor === undefined ? '' : `#${anchor}`))
}

/** By code unit, so that the order is the same on every machine; a page comes before its anchors. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
