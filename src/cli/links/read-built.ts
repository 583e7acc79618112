/** Read a built site, for what checks it. */
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { downloadsFolder } from '../../docsets/address.ts'
import type { BuiltSite } from '../../permalinks/built/check.ts'
import {
  azureTargets,
  nginxTargets,
  redirectTargets,
  sitemapAddresses,
} from '../../permalinks/built/lists.ts'
import { type Scan, scanHtml, scanKeeper } from '../../permalinks/built/scan.ts'
import { searchTargets } from '../../search/index-part.ts'
import type { SiteFiles } from '../site-writer.ts'

/** What is known of a site that was just built, so that it need not be read again. */
export interface KnownSite extends Pick<BuiltSite, 'origin' | 'base'> {
  /** By path of the page. */
  scans: ReadonlyMap<string, Scan>
  /** What search finds: paths from the site’s root, without `base`. */
  searchTargets: readonly string[]
}

/** Undefined for files that are no site. */
export async function readBuilt(
  { read: readBytes, list }: Pick<SiteFiles, 'read' | 'list'>,
  nameOf: BuiltSite['nameOf'],
  known?: KnownSite,
): Promise<BuiltSite | undefined> {
  const paths = list()
  const files = new Set(paths)
  const read = (path: string) => Buffer.from(readBytes(path) ?? []).toString()
  const place = known ?? (files.has('index.html') ? placeOf(read('index.html')) : undefined)
  if (!place) return undefined
  const { origin, base } = place
  const keep = scanKeeper()
  const pages = new Map<string, Scan>()
  for (const path of paths)
    if (path.endsWith('.html') && !path.startsWith(`${downloadsFolder}/`))
      pages.set(path, known?.scans.get(path) ?? keep(scanHtml(read(path))))
  const lists: { file: string; addresses: readonly string[] }[] = []
  for (const [file, addressesIn] of [
    ['sitemap.xml', sitemapAddresses],
    ['_redirects', redirectTargets],
    ['.nginx/http.conf', nginxTargets],
    ['staticwebapp.config.json', azureTargets],
  ] as const) {
    if (files.has(file)) lists.push({ file, addresses: addressesIn(read(file)) })
  }
  // The reader's search engine puts the base before them.
  const withBase = (path: string) => base.replace(/\/$/, '') + path
  if (known) lists.push({ file: 'pagefind', addresses: known.searchTargets.map(withBase) })
  else
    for (const list of await searchLists(readBytes, paths))
      lists.push({ ...list, addresses: list.addresses.map(withBase) })
  return { origin, base, files, pages, lists, nameOf }
}

async function searchLists(read: SiteFiles['read'], paths: readonly string[]) {
  const unpack = promisify(gunzip)
  const fragments = paths.filter((path) => path.endsWith('.pf_fragment'))
  return Promise.all(
    fragments.map(async (file) => {
      const fragment = await unpack(read(file) ?? new Uint8Array())
      return { file, addresses: searchTargets(fragment.toString('utf8')) }
    }),
  )
}

/** The first page's canonical address is that of the site. */
function placeOf(html: string): { origin: string; base: string } | undefined {
  const [, address = ''] = /<link rel="canonical" href="([^"]*)"/.exec(html) ?? []
  const url = URL.parse(address)
  return url ? { origin: url.origin, base: url.pathname } : undefined
}
