/**
 * What a built page names: its ids, and every address in it.
 *
 * It reads the tags only, for a site has many pages and this runs in each build. What it is given was
 * written by serializers, which close what they open.
 */

/** An address as it is in a page. */
export interface BuiltAddress {
  /** Its element and attribute: `a href`, `img srcset`, `meta refresh`. */
  where: string
  /** Without entities. */
  value: string
  /** The link says itself that it leads to another language. */
  isOfLanguage: boolean
}

export interface Scan {
  /** `<html lang>`, in small letters. */
  lang: string
  ids: readonly string[]
  /** Each once. */
  addresses: readonly BuiltAddress[]
}

const tags =
  /<!--[^]*?-->|<(script|style)\b((?:"[^"]*"|'[^']*'|[^"'>])*)>[^]*?<\/\1\s*>|<([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi
const attributes = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g

/** Most tags have nothing but a class, or no attribute at all. */
const ofInterest =
  /\b(?:action|content|data|formaction|href|id|imagesrcset|lang|name|poster|src|srcset)\b/i

const single = new Set(['href', 'xlink:href', 'src', 'poster', 'action', 'formaction'])
const several = new Set(['srcset', 'imagesrcset'])

export function scanHtml(html: string): Scan {
  const ids = new Set<string>()
  const addresses = new Map<string, BuiltAddress>()
  let lang = ''
  for (const [, raw, rawAttributes, name = raw, text = rawAttributes] of html.matchAll(tags)) {
    if (name === undefined || text === undefined || !ofInterest.test(text)) continue
    const given = readAttributes(text)
    const tag = name.toLowerCase()
    if (tag === 'html') lang = (given.get('lang') ?? '').toLowerCase()
    const id = given.get('id') ?? (tag === 'a' ? given.get('name') : undefined)
    if (id) ids.add(id)
    const isOfLanguage = given.has('hreflang')
    const add = (attribute: string, value: string) => {
      const address = { where: `${tag} ${attribute}`, value: value.trim(), isOfLanguage }
      addresses.set([isOfLanguage, address.where, address.value].join(' '), address)
    }
    for (const [key, value] of given) {
      if (single.has(key)) add(key, value)
      else if (several.has(key)) for (const item of sourcesOf(value)) add(key, item)
    }
    if (tag === 'object' && given.has('data')) add('data', given.get('data') ?? '')
    if (tag === 'meta') for (const [where, value] of metaAddress(given)) add(where, value)
  }
  return { lang, ids: [...ids], addresses: [...addresses.values()] }
}

/**
 * What is kept of pages: a piece of a text keeps the whole text in memory, and many pages have the same addresses, which
 * are one object.
 */
export function scanKeeper(): (scan: Scan) => Scan {
  const own = ownTexts()
  const seen = new Map<string, Map<string, BuiltAddress>>()
  const ownAddress = (address: BuiltAddress) => {
    const kind = address.isOfLanguage ? `${address.where} of language` : address.where
    let values = seen.get(kind)
    if (!values) seen.set(own(kind), (values = new Map<string, BuiltAddress>()))
    const before = values.get(address.value)
    if (before) return before
    const kept = { ...address, where: own(address.where), value: own(address.value) }
    values.set(kept.value, kept)
    return kept
  }
  return ({ lang, ids, addresses }) => ({
    lang: own(lang),
    ids: ids.map(own),
    addresses: addresses.map(ownAddress),
  })
}

/** A copy of each text, the same one each time. */
function ownTexts(): (text: string) => string {
  const seen = new Map<string, string>()
  return (text) => {
    const before = seen.get(text)
    if (before !== undefined) return before
    const copy = Buffer.from(text).toString()
    seen.set(copy, copy)
    return copy
  }
}

function readAttributes(text: string): Map<string, string> {
  const results = new Map<string, string>()
  for (const [, name = '', double, simple, bare] of text.matchAll(attributes)) {
    results.set(name.toLowerCase(), decodeEntities(double ?? simple ?? bare ?? ''))
  }
  return results
}

/** `a.png 1x, b.png 2x` */
function sourcesOf(value: string): string[] {
  return value.split(/,\s+/).flatMap((part) => part.trim().split(/\s+/)[0] || [])
}

function metaAddress(given: ReadonlyMap<string, string>): [where: string, value: string][] {
  const content = given.get('content') ?? ''
  if (given.get('http-equiv')?.toLowerCase() === 'refresh') {
    const [, url] = /^\s*[\d.]*\s*[;,]?\s*url\s*=\s*(.*)$/i.exec(content) ?? []
    return url ? [['refresh', url.replace(/^(['"])(.*)\1$/, '$2')]] : []
  }
  const property = given.get('property') ?? ''
  return /^og:(?:url|image)$/.test(property) ? [[property, content]] : []
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u{a0}',
}

/** The entities that serializers write. */
export function decodeEntities(text: string): string {
  return text.includes('&')
    ? text.replaceAll(
        /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
        (typed, hex?: string, code?: string, name = '') => {
          if (hex) return String.fromCodePoint(parseInt(hex, 16))
          if (code) return String.fromCodePoint(Number(code))
          return named[String(name)] ?? typed
        },
      )
    : text
}
