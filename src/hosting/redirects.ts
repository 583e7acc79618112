/** Old addresses in the formats of hosts, so that a reader gets there in one step, anchor and all. */
import { decodeAddress } from '#plugins/percent-encoding.ts'
import { withBase } from '../docsets/address.ts'
import type { Redirect } from '../docsets/page.ts'

/** Encoded addresses with the base, or an absolute URL as the target. */
export interface RedirectPair {
  from: string
  to: string
}

/**
 * What a host can send on its way.
 *
 * A page that became a part of another one stays out: its own anchors would be lost, which only the
 * page at the old address knows.
 */
export function redirectPairs(redirects: readonly Redirect[], base: string): RedirectPair[] {
  const kept = redirects.filter(
    ({ to, anchors = [], removed = [] }) =>
      !to.includes('#') || anchors.length + removed.length === 0,
  )
  return kept.map(({ from, to }) => ({
    from: withBase(base, from),
    to: to.startsWith('/') ? withBase(base, to) : to,
  }))
}

/** The format that Netlify and Cloudflare Pages read: `from to status`. */
export function netlifyRedirects(redirects: readonly Redirect[], base: string): string {
  const lines = redirectPairs(redirects, base).map(({ from, to }) => `${from} ${to} 301\n`)
  return lines.join('')
}

/** `.htaccess` for Apache; exact addresses, for `RedirectPermanent` would take those below them along. */
export function apacheRedirects(redirects: readonly Redirect[], base: string): string {
  const lines = redirectPairs(redirects, base).map(({ from, to }) => {
    const pattern = decodeURI(from)
      .replace(/\/$/, '')
      .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return `RedirectMatch permanent ${quoted(`^${pattern}/?$`)} ${quoted(apacheTarget(to))}`
  })
  if (lines.length === 0) return ''
  const head = '# Made by `passerelle build`: old addresses, and where they lead now.'
  return `${[head, ...lines].join('\n')}\n`
}

/** Apache encodes the path itself, and reads `$1` as a part of what was asked for. */
function apacheTarget(to: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(to) ?? []
  return (decodeAddress(path) + rest).replaceAll('$', '\\$')
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`
}
