/** The zip of each docset and language that is to be read without a network, made of the built pages. */
import { join } from 'node:path'
import { docsetKey, docsetsOf, type DocsetView } from '../docsets/docset-view.ts'
import type { ReadSite } from '../docsets/read-site.ts'
import { digest, digestAll } from '../facts/digest.ts'
import { packRecord, unpackRecord } from '../facts/record-file.ts'
import { contentLang } from '../i18n/locales.ts'
import { docsetPath, offlinePath, searchPath } from '../i18n/paths.ts'
import { translator } from '../i18n/text.ts'
import { offlineZip, type CopySources } from '../offline/copy.ts'
import type { IndexedSite } from '../search/entries.ts'
import { type BuildPlaces, diskStore, searchCache } from './cache.ts'
import type { SiteFiles, SiteWriter } from './site-writer.ts'
import { docsetIndexes } from './write-index.ts'

/** What a kept zip was made of: the digest of each file that was asked for, `null` where there was none. */
type Used = readonly (readonly [file: string, digest: string | null])[]

/**
 * Write a zip beside the first page of each docset that asks for it, into the built site. One whose pages and index are
 * what they were is taken from the cache.
 */
export async function writeOffline(
  writer: Pick<SiteWriter, 'write' | keyof SiteFiles>,
  { site, documents, contents }: ReadSite,
  indexed: IndexedSite,
  places: BuildPlaces,
): Promise<void> {
  const wanted = site.docsets.filter(({ offline }) => offline)
  if (wanted.length === 0) return
  const views = docsetsOf(
    site,
    documents.map(({ page }) => page),
    contents,
  )
  const docsets = wanted.flatMap(({ id }) =>
    site.locales.flatMap((locale) => views.get(docsetKey(id, locale.tag)) ?? []),
  )
  const indexOf = await docsetIndexes(indexed, searchCache(places))
  for (const docset of docsets.filter(({ hasPages }) => hasPages)) {
    const { id, locale } = docset
    const index = await indexOf(id, locale.tag)
    const bytes = await keptZip(sourcesOf(writer, docset, site, index), places)
    writer.write(offlinePath(locale, id).slice(1), bytes)
  }
}

function sourcesOf(
  site: SiteFiles,
  docset: DocsetView,
  { url, base }: ReadSite['site'],
  index: CopySources['index'],
): CopySources {
  const { id, locale, path, title, start } = docset
  const own = pagesBelow(site, docsetPath(locale, id).slice(1))
  const besides = [`${searchPath(locale).slice(1)}index.html`, `${locale.path}/link.json`]
  return {
    edition: {
      site: { url, base },
      locale: { path: locale.path },
      docset: id,
      start: path,
    },
    title,
    language: start.lang ?? contentLang(locale) ?? locale.tag,
    files: [...own, ...besides].filter(site.has),
    read: site.read,
    index,
    notice: translator(locale)('offline.notice'),
  }
}

/** Paths of the pages below a folder of the site, and of what they load, in the order of their names. */
export function pagesBelow({ list }: Pick<SiteFiles, 'list'>, folder: string): string[] {
  return list().filter((file) => file.startsWith(folder) && /\.(?:html|json|csv)$/.test(file))
}

async function keptZip(sources: CopySources, { cache, program }: BuildPlaces): Promise<Uint8Array> {
  const { read, index, ...given } = sources
  const store = diskStore(join(cache, 'offline'))
  const key = digestAll(['offline', program, given.edition, given.title])
  const state = digestAll([given, [...index].map(([path, bytes]) => [path, digest(bytes)])])
  const kept = unpackRecord<{ state: string; used: Used }>(key, await store.read(key))
  const digestOf = (file: string) => {
    const bytes = read(file)
    return bytes ? digest(bytes) : null
  }
  const isSame = kept?.head.used.every(([file, before]) => digestOf(file) === before)
  if (kept && kept.head.state === state && isSame) return kept.body
  const used = new Map<string, string | null>()
  const zip = await offlineZip({
    ...sources,
    read(file) {
      const bytes = read(file)
      if (!used.has(file)) used.set(file, bytes ? digest(bytes) : null)
      return bytes
    },
  })
  await store.write(key, packRecord(key, { state, used: [...used] }, zip))
  return zip
}
