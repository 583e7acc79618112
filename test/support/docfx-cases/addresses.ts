/** Addresses of docfx and of ours in one form: the path of what they lead to, from the docset’s folder. */
import { slugOf } from '#src/docsets/address.ts'
import type { ComparedPage } from './compared-page.ts'

const root = 'https://docset.invalid'
const ownFolder = /^\/en-us\/guide(?=\/|$)/
const microsoft = /^https:\/\/learn\.microsoft\.com\/en-us(?=\/|$)/

/**
 * - A page is called by its path without `.md`, `index` and `/` at its end: docfx’s engine keeps the file’s name, a
 *   build of docfx has `b`, ours has `/en-us/guide/b/`.
 * - `~/` is the docset’s folder; what is typed relative counts from the page.
 * - A path from the site’s root leads to Microsoft’s site, where docfx docsets are published; ours says so, as docfx does
 *   where it was typed whole.
 * - Hosts that docfx takes off (`removeHostName`) are taken off ours.
 * - Letter case does not count in paths: docfx builds everything in lower case.
 * - A page’s path has no signs that mean something in an address: ours replaces them (`slugOf`).
 * - An empty address is the page itself (`#`).
 */
export function canonicalAddress(typed: string, page: ComparedPage): string {
  const url = typed.trim()
  if (url === '' || url === '#') return '#'
  if (/^[?#]/.test(url)) return decoded(url)
  if (microsoft.test(url)) return siteRoot(url.replace(microsoft, ''))
  if (/^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(url)) return foreign(url, page)
  if (url.startsWith('/')) {
    return page.from === 'ours' && ownFolder.test(url)
      ? own(url.replace(ownFolder, ''), page)
      : siteRoot(url.replace(/^\/en-us(?=\/|$)/, ''))
  }
  return own(url.replace(/^(?:~|%7e)\//i, '/'), page)
}

function foreign(url: string, { hosts, from }: ComparedPage): string {
  const host = hosts.find((name) => url.startsWith(`https://${name}/`))
  const isTakenOff = from === 'ours' && host !== undefined
  return isTakenOff ? siteRoot(url.slice(`https://${host}`.length)) : decoded(url)
}

function siteRoot(path: string): string {
  return `site:${decoded(path)}`
}

function own(url: string, { path }: ComparedPage): string {
  const { pathname, search, hash } = new URL(url, `${root}/${encodeURI(path)}`)
  const file = decoded(pathname).toLowerCase().replace(/\/$/, '')
  const isPage = !/\.(?!md$)[a-z]\w*$/.test(file)
  const name = isPage ? slugOf(file.endsWith('.md') ? file : `${file}.md`) : file
  return `${name || '/'}${decoded(search + hash)}`
}

function decoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })
}
