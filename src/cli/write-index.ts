/** Index the pages and steps of a site, one index for each language, and only what changed. */
import { append } from '#plugins/large-arrays.ts'
import { digest, digestAll } from '../facts/digest.ts'
import { packRecord, unpackRecord } from '../facts/record-file.ts'
import {
  type IndexedLanguages,
  type IndexInfo,
  indexFile,
  languagesFile,
} from '../search/bundle.ts'
import {
  type EntryOrder,
  indexSources,
  type IndexedLanguage,
  type IndexedSite,
} from '../search/entries.ts'
import type { IndexPart } from '../search/index-part.ts'
import { mergeParts } from '../search/merge-parts.ts'
import { languageParts, type PartMaker, searchProgram } from './index-cache.ts'
import { pagefindVersion, stopPagefind } from './pagefind-process.ts'
import type { SiteWriter } from './site-writer.ts'

/** What was written. */
export interface WrittenIndex {
  /** How many pages can be found. */
  searchable: number
  /** Where results lead: paths from the site’s root, without `base`. */
  targets: readonly string[]
  /** Paths of the files that the readers of a language use, by its tag in small letters. */
  files: ReadonlyMap<string, readonly string[]>
}

/** The indexes that the readers of one language use, as files. */
interface LanguageBundle {
  info: IndexedLanguages[string]
  /** By path below the bundle. */
  files: ReadonlyMap<string, Uint8Array>
  targets: readonly string[]
}

/** What the cache says of a bundle; the bytes of the files follow in this order. */
interface BundleHead extends Pick<LanguageBundle, 'info' | 'targets'> {
  /** Digest of the parts that it is made of. */
  parts: string
  files: [path: string, length: number][]
}

/**
 * Write `pagefind/`.
 *
 * Nothing of one language is found in another's index. What the pages of a language have in another one
 * goes into an index of that one, for the words are taken apart by its rules.
 *
 * @param kept - Where parts that did not change are taken from, and kept for the next time.
 */
export async function writeIndex(
  writer: Pick<SiteWriter, 'write'>,
  site: IndexedSite,
  kept: Pick<PartMaker, 'cache' | 'program'>,
): Promise<WrittenIndex> {
  const maker: PartMaker = { ...kept, version: await pagefindVersion(), started: false }
  const languages: IndexedLanguages = {}
  const targets: string[] = []
  const files = new Map<string, string[]>()
  let searchable = 0
  try {
    for (const [language, indexed] of indexSources(site)) {
      const made = await languageBundle(maker, language, indexed)
      if (made.targets.length === 0) continue
      languages[language] = made.info
      append(targets, made.targets)
      searchable += indexed.sources.filter(({ isOwn }) => isOwn).length
      for (const [path, content] of made.files) writer.write(`pagefind/${path}`, content)
      const names = [...made.files.keys(), languagesFile]
      files.set(
        language,
        names.map((path) => `pagefind/${path}`),
      )
    }
  } finally {
    if (maker.started) await stopPagefind()
  }
  writer.write(`pagefind/${languagesFile}`, JSON.stringify(languages))
  return { searchable, targets, files }
}

/** Makes the index of one docset in one language, by path below `pagefind/`, from the parts that are kept. */
export async function docsetIndexes(
  site: IndexedSite,
  kept: Pick<PartMaker, 'cache' | 'program'>,
): Promise<(docset: string, locale: string) => Promise<ReadonlyMap<string, Uint8Array>>> {
  const sources = indexSources(site)
  const version = await pagefindVersion()
  return async (docset, locale) => {
    const language = locale.toLowerCase()
    const all = sources.get(language)
    if (!all) return new Map()
    const own = all.sources.filter((source) => source.docset === docset)
    const maker: PartMaker = { ...kept, version, started: false }
    try {
      const { info, files } = await languageBundle(maker, language, { ...all, sources: own })
      const languages = JSON.stringify({ [language]: info })
      return new Map([...files, [languagesFile, Buffer.from(languages)]])
    } finally {
      if (maker.started) await stopPagefind()
    }
  }
}

/** Index the pages of one docset in one language, for the cache alone. */
export async function indexShard(
  site: IndexedSite,
  { docset, locale }: { docset: string; locale: string },
  kept: Pick<PartMaker, 'cache' | 'program'>,
): Promise<void> {
  const language = locale.toLowerCase()
  const sources = indexSources(site).get(language)?.sources ?? []
  const own = sources.filter((source) => source.docset === docset)
  const maker: PartMaker = { ...kept, version: await pagefindVersion(), started: false }
  try {
    await languageParts(maker, language, own)
  } finally {
    if (maker.started) await stopPagefind()
  }
}

/** The bundle of one language: the one that was kept where no part of it and no order has changed. */
async function languageBundle(
  maker: PartMaker,
  language: string,
  { sources, order }: IndexedLanguage,
): Promise<LanguageBundle> {
  const parts = await languageParts(maker, language, sources)
  const orders = sources.map(({ path }) => [path, order.orderOf(path), order.isLast(path)])
  const partsDigest = digestAll([...parts.map((part) => part.key), orders])
  // One for each language of a site: it is large, and the next one takes its place.
  const docsets = new Set(sources.map(({ docset }) => docset))
  const key = digestAll(['bundle', language, ...docsets])
  const kept = unpackRecord<BundleHead>(key, await maker.cache.read(key))
  const before = kept && filesIn(kept.head.files, kept.body)
  if (before && kept.head.parts === partsDigest) return { ...kept.head, files: before }
  const byLanguage = Map.groupBy(
    parts.flatMap((part) => [...part.read()]),
    ([tongue]) => tongue,
  )
  const made = await mergeLanguages(maker, language, byLanguage, { order, before })
  const files = [...made.files]
  const head: BundleHead = {
    parts: partsDigest,
    info: made.info,
    targets: made.targets,
    files: files.map(([path, content]) => [path, content.length]),
  }
  const body = Buffer.concat(files.map(([, content]) => content))
  await maker.cache.write(key, packRecord(key, head, body))
  return made
}

function filesIn(list: BundleHead['files'], body: Uint8Array): Map<string, Uint8Array> {
  let start = 0
  return new Map(
    list.map(([path, length]) => {
      const content = body.subarray(start, start + length)
      start += length
      return [path, content]
    }),
  )
}

async function mergeLanguages(
  maker: PartMaker,
  language: string,
  byLanguage: ReadonlyMap<string, readonly (readonly [string, IndexPart])[]>,
  { order, before }: { order: EntryOrder; before: LanguageBundle['files'] | undefined },
): Promise<LanguageBundle> {
  const files = new Map<string, Uint8Array>()
  const targets: string[] = []
  const merge = async (tongue: string): Promise<IndexInfo> => {
    const parts = (byLanguage.get(tongue) ?? []).map(([, part]) => part)
    const merged = mergeParts(parts, maker.version, order, before)
    for (const [path, content] of merged.files) files.set(path, content)
    append(
      targets,
      parts.flatMap(({ pages }) => pages.flatMap((page) => page.targets)),
    )
    const wasm = parts.length ? await searchProgram(maker, tongue) : new Uint8Array()
    const name = digest(wasm).slice(0, 10)
    files.set(indexFile('wasm', name), wasm)
    return { ...merged.info, wasm: name }
  }
  const own = await merge(language)
  const others: [string, IndexInfo][] = []
  for (const tongue of byLanguage.keys()) {
    if (tongue !== language) others.push([tongue, await merge(tongue)])
  }
  return { info: { ...own, foreign: Object.fromEntries(others) }, files, targets }
}
