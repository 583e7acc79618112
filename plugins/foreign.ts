/** Tell addresses that leave the site from those inside it, as browsers read them. */

/** Pages of two sites that differ in scheme and host: an address inside its site follows either. */
const pages = ['https://one.invalid/a/b', 'http://two.invalid/a/b'].map((page) => new URL(page))

/** A path from the page’s folder, a query or an anchor: most addresses, and inside the site whatever the page. */
const inside = /^[\w.~#?-][\w./~#?&=%-]*$/

/** An address that leaves the site. */
export interface ForeignAddress {
  /** In lower case, without the colon; `https` where the address takes the page's own scheme. */
  scheme: string
  /** The address in a form that every browser reads alike. */
  href: string
}

/**
 * Where an address leads if it leaves the site; undefined for one inside it.
 *
 * The URL Standard decides (https://url.spec.whatwg.org): tabs and line breaks do not count, `\` is `/`,
 * and `https:host/x` is relative on an https page but leads to `host` from an http page. A page may be
 * read under either scheme, so an address that leaves either page is foreign.
 */
export function foreignAddress(address: string): ForeignAddress | undefined {
  if (inside.test(address)) return undefined
  // The parser ignores these, too.
  const typed = address.replace(/[\t\n\r]/g, '').replace(/^[\0- ]+|[\0- ]+$/g, '')
  const [, scheme] = /^([a-z][a-z\d+.-]*):/i.exec(typed) ?? []
  const read = pages.map((page) => ({ page, url: URL.parse(typed, page) }))
  // No site has an address that cannot be read, such as `https://<tenant>.example`.
  if (read.every(({ url }) => !url))
    return { scheme: scheme?.toLowerCase() ?? 'https', href: typed }
  const away = read.find(({ page, url }) => url && !isOn(page, url))?.url
  if (!away) return undefined
  const isPlain = /^(?:https?:)?\/\/[^/\\]/i.test(typed) || !/^https?:$/.test(away.protocol)
  return {
    scheme: scheme ? away.protocol.slice(0, -1) : 'https',
    href: isPlain ? typed : away.href,
  }
}

function isOn(page: URL, { host, protocol }: URL): boolean {
  return host === page.host && protocol === page.protocol
}
