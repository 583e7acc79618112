/** Which tables of contents a docset has, and which one an address names. */
import { posix } from 'node:path'
import { foreignAddress } from '#plugins/foreign.ts'
import { decodePart } from '#plugins/percent-encoding.ts'
import type { DocsetIndex } from '../docset.ts'

const tocName = /(^|\/)toc\.(md|ya?ml)$/i

/** The tables of contents of the docset's source language, for languages that lack one. */
export function tocsOf({ docset }: DocsetIndex): readonly string[] {
  const source = docset.editions.find(({ locale }) => locale === docset.sourceLocale)
  return source?.resources.filter((path) => tocName.test(path)) ?? []
}

/** The one nearest to the docset's folder; breadcrumbs are written alike but are no navigation. */
export function mainToc(tocs: readonly string[]): string | undefined {
  const depth = (path: string) => path.split('/').length
  return tocs
    .filter((path) => !/(^|\/)_?breadcrumb\//i.test(path))
    .toSorted((a, b) => depth(a) - depth(b) || a.localeCompare(b))[0]
}

/**
 * The path of the table of contents that `url`, typed in the file `from`, names by itself or by its
 * folder; undefined when it names something else. A table named by itself may not exist.
 */
export function nestedToc(url: string, from: string, tocs: readonly string[]): string | undefined {
  // An address with a scheme or from the site's root leads out of the docset.
  if (url.startsWith('/') || foreignAddress(url)) return undefined
  const typed = decodePart(url)
  const path = typed.startsWith('~/')
    ? posix.normalize(typed.slice(2))
    : posix.normalize(posix.join(posix.dirname(from), typed))
  if (tocName.test(path)) return path
  if (!path.endsWith('/')) return undefined
  const folder = posix.join(path, '.').replace(/\/$/, '').toLowerCase()
  return tocs.find((toc) => posix.dirname(toc).toLowerCase() === folder)
}
