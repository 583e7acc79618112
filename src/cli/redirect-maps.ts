/** Old addresses in the formats of web servers, so that a reader gets there in one step, anchor and all. */
import { withBase } from '../docsets/address.ts'
import type { Redirect } from '../docsets/page.ts'

/** The format that Netlify and Cloudflare Pages read: `from to status`. */
export function netlifyRedirects(redirects: readonly Redirect[], base: string): string {
  const lines = pairs(redirects, base).map(({ from, to }) => `${from} ${to} 301`)
  return `${lines.join('\n')}\n`
}

/**
 * A `map` for nginx, to be included in `http { }`; it compares decoded addresses.
 *
 * Long addresses need bigger buckets than nginx makes by itself.
 */
export function nginxRedirects(redirects: readonly Redirect[], base: string): string {
  const entries = pairs(redirects, base).map(({ from, to }) => {
    const path = decodeURI(from)
    // `$` would be a variable, and cannot be escaped.
    return { path, line: `  ${quoted(path)} ${quoted(to.replaceAll('$', '%24'))};` }
  })
  const longest = Math.max(0, ...entries.map(({ path }) => Buffer.byteLength(path)))
  // 24 bytes are nginx's own part of an entry, with room to spare.
  const bucket = 2 ** Math.ceil(Math.log2(longest + 24))
  return [
    '# Made by `passerelle build`: old addresses, and where they lead now. In http { }:',
    '#   include …/redirects.nginx.conf;',
    '# and in server { }:',
    '#   if ($passerelle_moved) { return 301 $passerelle_moved; }',
    ...(bucket > 64 ? [`map_hash_bucket_size ${bucket};`] : []),
    'map $uri $passerelle_moved {',
    '  default "";',
    ...entries.map(({ line }) => line),
    '}',
    '',
  ].join('\n')
}

/** `.htaccess` for Apache; exact addresses, for `RedirectPermanent` would take those below them along. */
export function apacheRedirects(redirects: readonly Redirect[], base: string): string {
  const lines = pairs(redirects, base).map(({ from, to }) => {
    const pattern = decodeURI(from)
      .replace(/\/$/, '')
      .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return `RedirectMatch permanent ${quoted(`^${pattern}/?$`)} ${quoted(apacheTarget(to))}`
  })
  const head = '# Made by `passerelle build`: old addresses, and where they lead now.'
  return `${[head, ...lines].join('\n')}\n`
}

/**
 * A page that became a part of another one stays out: its own anchors would be lost, which only the
 * page at the old address knows.
 */
function pairs(redirects: readonly Redirect[], base: string): { from: string; to: string }[] {
  const kept = redirects.filter(({ to, anchors = [] }) => !to.includes('#') || !anchors.length)
  return kept.map(({ from, to }) => ({
    from: withBase(base, from),
    to: to.startsWith('/') ? withBase(base, to) : to,
  }))
}

/** Apache encodes the path itself, and reads `$1` as a part of what was asked for. */
function apacheTarget(to: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(to) ?? []
  let decoded = path
  try {
    decoded = decodeURI(path)
  } catch {
    // Not encoded: as it stands.
  }
  return (decoded + rest).replaceAll('$', '\\$')
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`
}
