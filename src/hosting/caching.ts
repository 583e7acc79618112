/** How long browsers keep what they got, in words of `Cache-Control` (RFC 9111). */

/** Folders below the site’s base where every name holds a digest of what is in the file. */
export const hashedFolders: readonly string[] = [
  // By Vite and Astro; then the search index, of which only the list of its languages has a constant name.
  '_astro/',
  'pagefind/filter/',
  'pagefind/fragment/',
  'pagefind/index/',
  'pagefind/meta/',
  'pagefind/wasm/',
  'pagefind/words/',
]

/** For those: another content has another name. */
export const immutable = 'public, max-age=31536000, immutable'

/** For all others: asked for again each time; the answer is short when nothing has changed. */
export const revalidate = 'no-cache'
