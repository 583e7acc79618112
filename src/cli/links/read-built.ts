/** Read a built site from its folder, for what checks it. */
import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { downloadsFolder } from '../../docsets/address.ts'
import type { BuiltSite } from '../../permalinks/built/check.ts'
import {
  azureTargets,
  nginxTargets,
  redirectTargets,
  searchTargets,
  sitemapAddresses,
} from '../../permalinks/built/lists.ts'
import { type Scan, scanHtml } from '../../permalinks/built/scan.ts'

/** `place` is where the site says that it lies; undefined for a folder that holds no such site. */
export async function readBuilt(
  folder: string,
  nameOf: BuiltSite['nameOf'],
): Promise<BuiltSite | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll(sep, '/'),
    )
    .toSorted()
  const files = new Set(paths)
  const read = (path: string) => readFile(join(folder, path), 'utf8')
  const place = files.has('index.html') ? placeOf(await read('index.html')) : undefined
  if (!place) return undefined

  const keep = flattened()
  const pages = new Map<string, Scan>()
  for (const path of paths)
    if (path.endsWith('.html') && !path.startsWith(`${downloadsFolder}/`))
      pages.set(path, keep(scanHtml(await read(path))))
  const lists: { file: string; addresses: string[] }[] = []
  for (const [file, addressesIn] of [
    ['sitemap.xml', sitemapAddresses],
    ['_redirects', redirectTargets],
    ['.nginx/http.conf', nginxTargets],
    ['staticwebapp.config.json', azureTargets],
  ] as const) {
    if (files.has(file)) lists.push({ file, addresses: addressesIn(await read(file)) })
  }
  const unpack = promisify(gunzip)
  for (const file of paths.filter((path) => path.endsWith('.pf_fragment'))) {
    const fragment = (await unpack(await readFile(join(folder, file)))).toString('utf8')
    // The reader's search engine puts the base before them.
    const addresses = searchTargets(fragment).map((path) => place.base.replace(/\/$/, '') + path)
    lists.push({ file, addresses })
  }
  return { ...place, files, pages, lists, nameOf }
}

/** The first page's canonical address is that of the site. */
function placeOf(html: string): { origin: string; base: string } | undefined {
  const [, address = ''] = /<link rel="canonical" href="([^"]*)"/.exec(html) ?? []
  const url = URL.parse(address)
  return url ? { origin: url.origin, base: url.pathname } : undefined
}

/**
 * A piece of a text keeps the whole text in memory. What is kept of pages is kept once, by itself.
 */
function flattened(): (scan: Scan) => Scan {
  const seen = new Map<string, string>()
  const flat = (text: string) => {
    const before = seen.get(text)
    if (before !== undefined) return before
    const own = Buffer.from(text).toString()
    seen.set(own, own)
    return own
  }
  return ({ lang, ids, addresses }) => ({
    lang: flat(lang),
    ids: new Set([...ids].map(flat)),
    addresses: addresses.map((address) => ({
      ...address,
      where: flat(address.where),
      value: flat(address.value),
    })),
  })
}
