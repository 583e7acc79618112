/** Addresses of a built site that stand in no page: its sitemap, its redirects, what search finds. */
import { decodeEntities } from './scan.ts'

/** Every address that a sitemap names, those of other languages included. */
export function sitemapAddresses(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>|\shref="([^"]*)"/g)].map(([, loc, href]) =>
    decodeEntities(loc ?? href ?? ''),
  )
}

/** Where the lines of `_redirects` lead: `from to status`. */
export function redirectTargets(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const [from, to] = line.trim().split(/\s+/)
    return from && to && !from.startsWith('#') ? [to] : []
  })
}

/** Where a `map` of nginx leads: `"from" "to";`. */
export function nginxTargets(text: string): string[] {
  return [...text.matchAll(/^\s*"(?:[^"\\]|\\.)*"\s+"((?:[^"\\]|\\.)+)";$/gm)].map(([, to = '']) =>
    to.replaceAll(/\\(.)/g, '$1'),
  )
}

/** What one entry of a Pagefind index leads to, from the site's root without `base`. */
export function searchTargets(fragment: string): string[] {
  const json = fragment.slice(fragment.indexOf('{'))
  const { url, anchors } = JSON.parse(json) as { url: string; anchors: readonly { id: string }[] }
  return [url, ...anchors.map(({ id }) => `${url.replace(/#.*$/, '')}#${encodeURIComponent(id)}`)]
}
