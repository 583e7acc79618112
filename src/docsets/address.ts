/** From the path of a file in its docset to the path of its page on the site. */

/** First segment of every address in a language. */
export function localePath(tag: string): string {
  return tag.toLowerCase()
}

/** The most bytes that a file name may have on common file systems. */
const mostBytes = 255

/**
 * `O365-Onboarding.md` → `o365-onboarding`, `migrate/index.mdx` → `migrate`, `index.yml` → ``.
 *
 * Lower case, as on Microsoft’s site, and because case gets lost in links. A name that is too long for a file system
 * is cut, so that the other pages can be published: see `hasLongName`.
 */
export function slugOf(file: string): string {
  return wholeSlug(file).split('/').map(cutToBytes).join('/')
}

function wholeSlug(file: string): string {
  return (
    file
      .replace(/\.[^./]+$/, '')
      .replace(/(^|\/)index$/i, '$1')
      .replace(/\/$/, '')
      .toLowerCase()
      // After the change of case, which decomposes some letters.
      .normalize('NFC')
      // Characters with a meaning in URLs, or that some hosts refuse, cannot be part of a name.
      .replace(/[^\p{L}\p{M}\p{N}/._~-]+/gu, '-')
      // `.` and `..` are relative path segments, not names.
      .replace(
        /(^|\/)(\.{1,2})(?=\/|$)/g,
        (_, before: string, dots: string) => before + '-'.repeat(dots.length),
      )
      // A page becomes a folder, which cannot have the name of a file that the site publishes there.
      .replace(/(^|\/)(index|steps|progress|my-services)\.(html|csv|json)(?=\/|$)/g, '$1$2-$3')
  )
}

function cutToBytes(name: string): string {
  // Only complete characters are written into the buffer.
  const { read } = new TextEncoder().encodeInto(name, new Uint8Array(mostBytes))
  return name.slice(0, read)
}

/**
 * A path for comparison: macOS stores names in decomposed Unicode, and docfx ignores case. Only for look-ups; a file
 * is read by the path that the file system returned.
 */
export function pathKey(path: string): string {
  return composed(path).toLowerCase().normalize('NFC')
}

/** A path or id in composed Unicode (NFC), the one form that addresses are written in. */
export function composed(text: string): string {
  return text.normalize('NFC')
}

/** Whether a segment of the file’s address has more bytes than file systems allow. */
export function hasLongName(file: string): boolean {
  return wholeSlug(file) !== slugOf(file)
}

/** The page's path from the site's root, with a slash at both ends. */
export function pagePath(locale: string, docset: string, slug: string): string {
  return encodeURI(`/${[localePath(locale), docset, slug].filter(Boolean).join('/')}/`)
}

/** Folder of files that a browser might run: hosts send it with a policy of its own. No locale can have this name. */
export const downloadsFolder = 'downloads'

/** Path of the page with the translation status of a language. */
export function statusPath(locale: string): string {
  return `/${localePath(locale)}/translation/`
}

/** Path of the page of terms. */
export function glossaryPath(locale: string): string {
  return `/${localePath(locale)}/terms/`
}

/** A key that identifies a page in all languages. */
export function pageKey(docset: string, slug: string): string {
  return slug ? `${docset}/${slug}` : docset
}

/** Put the site's `base` before a path that starts with `/`. */
export function withBase(base: string, path: string): string {
  return base.replace(/\/$/, '') + path
}
