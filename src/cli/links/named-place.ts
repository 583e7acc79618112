/** Which permalink a person means: an id, or an address copied from a browser. */
import type { Site } from '../../site.ts'
import { nearestName } from '#plugins/nearest-name.ts'
import { decodeAddress } from '#plugins/percent-encoding.ts'
import { UsageError } from '../arguments.ts'

/**
 * `fasttrack/assess#plan` as it is; `https://site/docs/fr-fr/fasttrack/assess/#plan` and
 * `/fr-fr/fasttrack/assess/#plan` without what depends on the site and the language.
 */
function idOf(typed: string, { base, locales }: Pick<Site, 'base' | 'locales'>): string {
  const [address = '', ...anchor] = decodeAddress(typed.trim()).split('#')
  const hash = anchor.length && anchor.join('#') ? `#${anchor.join('#')}` : ''
  const bare = address.replace(/^https?:\/\/[^/]*/i, '').replace(/\?.*$/, '')
  const path = bare.startsWith(base) ? bare.slice(base.length) : bare
  const [first, ...rest] = path.split('/').filter(Boolean)
  const isAddress = /^(?:\/|https?:)/i.test(address)
  const isLocale = isAddress && locales.some((locale) => locale.path === first)
  return [...(first === undefined || isLocale ? [] : [first]), ...rest].join('/') + hash
}

/** The id, if `known` has it; else wrong usage, with the nearest one that there is. */
export function knownId(
  typed: string,
  known: { has: (id: string) => boolean; keys: () => Iterable<string> },
  { site, wanted }: { site: Pick<Site, 'base' | 'locales'>; wanted: string },
): string {
  const id = idOf(typed, site)
  if (known.has(id)) return id
  const near = nearestName(id, [...known.keys()])
  throw new UsageError(
    `\`${typed}\` is not ${wanted}.` + (near ? ` Did you mean \`${near}\`?` : ''),
  )
}
