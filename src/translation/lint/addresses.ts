/** Addresses compared across languages. */
import { decodeAddress } from '#plugins/percent-encoding.ts'

/** `en-us`, `fr-fr` as a whole part of a path; `fr.` before a host; `lang=fr` in a query. */
const inPath = /(?<=\/)[a-z]{2}(?:-[a-z]{4})?-[a-z]{2}(?=[/?#]|$)/gi
const inHost = /^(https?:\/\/)[a-z]{2}\.(?=[^/]+\.)/i
const inQuery = /([?&](?:lang|hl|locale|culture|mkt|ui|setlang)=)[\w-]+/gi

/**
 * The same for the same place in any language.
 *
 * @param locales - Of the two pages: `/fr/` is a language only where one of them is in it.
 */
export function anyLanguage(url: string, locales: readonly string[] = []): string {
  const own = locales.map((locale) => locale.toLowerCase())
  const plain = url
    .replace(/^\/([A-Za-z\d-]+)(?=[/?#]|$)/, (first, name: string) =>
      own.includes(name.toLowerCase()) ? '' : first,
    )
    .trim()
    .replace(/[\\/]+$/, '')
    .replace(inPath, '*')
    .replace(inHost, '$1*.')
    .replace(inQuery, '$1*')
    .replace(/\/\*(?=\/|$)/, '')
  return decodeAddress(plain).replace(/^https?:\/\/[^/]+/i, (host) =>
    host.toLowerCase().replace(/^http:/, 'https:'),
  )
}

/** The locales that the path of an address names. */
export function localesIn(url: string): string[] {
  return url.match(inPath) ?? []
}

/** The last part of a path: images of two languages are in two folders. */
export function fileIn(url: string): string {
  return /[^/]*$/.exec(decodeAddress(url))?.[0] ?? url
}
