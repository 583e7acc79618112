/** Names of the files that the bundler makes of an author’s. */

/** As many letters, of four bytes each at most, leave room for a hash in the 255 bytes that disks take. */
const longest = 60

/**
 * An author’s name as a part of a file name that any disk can hold. A hash tells equal names apart.
 *
 * The bundler takes two dots at the beginning for a path, and ends with an error of its own.
 */
export function bundledName(name: string): string {
  const safe = name.replace(/^\.+|[^\p{L}\p{M}\p{N}/._~-]+/gu, '_')
  return [...safe].slice(0, longest).join('')
}
