/** From a file's path in its docset to its place on the site. */

/** First segment of every address in a language. */
export function localePath(tag: string): string {
  return tag.toLowerCase()
}

/** As many bytes as disks take in one name. */
const mostBytes = 255

/**
 * `O365-Onboarding.md` → `o365-onboarding`, `migrate/index.mdx` → `migrate`, `index.yml` → ``.
 *
 * Lower case, as Microsoft's site has it and because links on the web do not keep case. A name that is
 * longer than disks take is cut, so that the other pages can be published: see `hasLongName`.
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
      // After the change of case, which takes some letters apart.
      .normalize('NFC')
      // What has a meaning in an address, or none on some hosts, cannot be part of a name.
      .replace(/[^\p{L}\p{M}\p{N}/._~-]+/gu, '-')
      // `.` and `..` are not names but ways through folders.
      .replace(
        /(^|\/)(\.{1,2})(?=\/|$)/g,
        (_, before: string, dots: string) => before + '-'.repeat(dots.length),
      )
      // A page is a folder: it cannot have the name of a file that the site has there.
      .replace(/(^|\/)(index|steps|progress|my-services)\.(html|csv|json)(?=\/|$)/g, '$1$2-$3')
  )
}

function cutToBytes(name: string): string {
  // Into fewer bytes than given only whole letters are written.
  const { read } = new TextEncoder().encodeInto(name, new Uint8Array(mostBytes))
  return name.slice(0, read)
}

/**
 * A path as it is compared: macOS stores names in decomposed Unicode, and docfx ignores letter case.
 *
 * Only for looking up; a file is read by the path that the disk gave.
 */
export function pathKey(path: string): string {
  return composed(path).toLowerCase().normalize('NFC')
}

/** A path or id in composed Unicode (NFC), the one form that addresses are written in. */
export function composed(text: string): string {
  return text.normalize('NFC')
}

/** Whether a name in the address of a file has more bytes than disks take. */
export function hasLongName(file: string): boolean {
  return wholeSlug(file) !== slugOf(file)
}

/** The page's path from the site's root, with a slash at both ends. */
export function pagePath(locale: string, docset: string, slug: string): string {
  return encodeURI(`/${[localePath(locale), docset, slug].filter(Boolean).join('/')}/`)
}

/** Folder of files that a browser may run: hosts send it with a policy of its own. No locale has this name. */
export const downloadsFolder = 'downloads'

/** The page that says how much is translated into a language. */
export function statusPath(locale: string): string {
  return `/${localePath(locale)}/translation/`
}

/** The page that explains terms. */
export function glossaryPath(locale: string): string {
  return `/${localePath(locale)}/terms/`
}

/** What names a page in all languages at once. */
export function pageKey(docset: string, slug: string): string {
  return slug ? `${docset}/${slug}` : docset
}

/** Put the site's `base` before a path that starts with `/`. */
export function withBase(base: string, path: string): string {
  return base.replace(/\/$/, '') + path
}
