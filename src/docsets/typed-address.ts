/** An address as typed by an author: its parts, and the path of the file that it means. */
import { posix } from 'node:path'
import { decodePart } from '#plugins/percent-encoding.ts'
import { composed } from './address.ts'

/** Resolve a typed path against the folder of the page `from`, or that of the docset (`~/`). */
export function relativeTo(from: string, typed: string): string {
  // docfx accepts backslashes, as Windows does.
  const path = typed.replaceAll('\\', '/')
  if (path.startsWith('~/')) return posix.normalize(path.slice(2))
  return posix.normalize(posix.join(posix.dirname(from), path)).replace(/\/$/, '')
}

/** The parts of an address; the anchor is without `#`, and undefined if there is none. */
export function addressParts(url: string): {
  pathname: string
  query: string
  anchor: string | undefined
} {
  const [, pathname = '', query = '', anchor] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? []
  return { pathname, query, anchor }
}

/** An anchor as typed, percent-encoded or not, decoded and in composed Unicode (NFC). */
export function composedAnchor(anchor: string): string {
  const decoded = decodePart(anchor)
  return composed(decoded) === decoded ? anchor : encodeURIComponent(composed(decoded))
}

/** Encode the path of a file as a URL: `?`, `#` and `%` are parts of names. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
