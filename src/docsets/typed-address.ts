/** An address as an author types it: its parts, and the path of files that it means. */
import { posix } from 'node:path'
import { decodePart } from '#plugins/percent-encoding.ts'
import { composed } from './address.ts'

/** A typed path, from the folder of the page `from` or from that of the docset (`~/`). */
export function relativeTo(from: string, typed: string): string {
  // docfx was born on Windows: it takes both slashes.
  const path = typed.replaceAll('\\', '/')
  if (path.startsWith('~/')) return posix.normalize(path.slice(2))
  return posix.normalize(posix.join(posix.dirname(from), path)).replace(/\/$/, '')
}

/** The parts of an address; the anchor has no `#`, and is undefined where there is none. */
export function addressParts(url: string): {
  pathname: string
  query: string
  anchor: string | undefined
} {
  const [, pathname = '', query = '', anchor] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? []
  return { pathname, query, anchor }
}

/** An anchor as typed, encoded or not, with the letters of it in composed Unicode. */
export function composedAnchor(anchor: string): string {
  const decoded = decodePart(anchor)
  return composed(decoded) === decoded ? anchor : encodeURIComponent(composed(decoded))
}

/** A path of files as an address: `?`, `#` and `%` are part of names, not of the address's form. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
