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

/**
 * The tables that are navigation, those nearest to the docset's folder first. Breadcrumbs and menus of context objects
 * are written alike: they are in a folder of such a name, or metadata names them.
 *
 * @param named - Values of `breadcrumb_path`: relative to the docset’s folder, or an address whose end is the file’s path.
 */
export function navigationTocs(tocs: readonly string[], named: readonly string[]): string[] {
  const depth = (path: string) => path.split('/').length
  const breadcrumbs = named.map((path) => withoutExtension(path.replace(/^~?\//, '')))
  const isNamed = (toc: string) => {
    const path = withoutExtension(toc)
    const [, folder] = /([^/]+)\/toc$/.exec(path) ?? []
    return breadcrumbs.some(
      // The address of a docset’s own table has nothing but the docset’s address before its path.
      (name) => name === path || (folder !== undefined && name.endsWith(`/${path}`)),
    )
  }
  return tocs
    .filter((path) => !isBreadcrumb(path) && !isNamed(path))
    .toSorted((a, b) => depth(a) - depth(b) || a.localeCompare(b))
}

/** Whether a table is breadcrumbs or a menu, by the name of its folder. */
export function isBreadcrumb(path: string): boolean {
  return /(^|\/)(?:_?bread(?:crumbs?)?|_?context)\//i.test(path)
}

function withoutExtension(path: string): string {
  return path.toLowerCase().replace(/\.(?:md|ya?ml|json)$/, '')
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
