/** Addresses of a built site that are on no page: its sitemap and its redirects. */
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

/**
 * Where the maps of nginx lead that redirect, or answer for what was removed: `"from" "to$is_args$args";`.
 */
export function nginxTargets(text: string): string[] {
  const maps = text.matchAll(/^map \$uri \$passerelle\w*_(?:moved|removed) \{\n([^]*?)^\}/gm)
  const lines = [...maps].flatMap(([, map = '']) => [
    ...map.matchAll(/^\s*"(?:[^"\\]|\\.)*"\s+"((?:[^"\\]|\\.)+)";$/gm),
  ])
  return lines.map(([, to = '']) => to.replaceAll(/\\(.)/g, '$1').replace('$is_args$args', ''))
}

/** Where the routes of `staticwebapp.config.json` lead. */
export function azureTargets(json: string): string[] {
  const { routes = [] } = JSON.parse(json) as { routes?: readonly { redirect?: string }[] }
  return routes.flatMap(({ redirect }) => redirect ?? [])
}
