/** Index the pages and steps of a site, one index for each language, and only what changed. */
import { append } from '#plugins/large-arrays.ts'
import { type IndexedLanguages, languagesFile } from '../search/bundle.ts'
import { indexSources, type IndexedSite } from '../search/entries.ts'
import { languageBundle } from './index-bundle.ts'
import { languageParts, type PartMaker } from './index-cache.ts'
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

/**
 * Write `pagefind/`.
 *
 * Nothing of one language is found in another's index. What the pages of a language have in another one
 * goes into an index of that one, for the words are taken apart by its rules.
 *
 * @param kept - Where parts that did not change are taken from, and kept for the next time.
 */
export async function writeIndex(
  writer: Pick<SiteWriter, 'take' | 'write'>,
  site: IndexedSite,
  kept: Pick<PartMaker, 'cache' | 'program'>,
): Promise<WrittenIndex> {
  const maker: PartMaker = {
    ...kept,
    version: await pagefindVersion(),
    started: false,
    known: new Map(),
  }
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
      for (const [path, { digest, read }] of made.files) {
        const [name, known] = [`pagefind/${path}`, { digest }]
        if (!writer.take(name, known)) writer.write(name, await read(), known)
      }
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
    const indexed = sources.get(language)
    if (!indexed) return new Map()
    const own = indexed.sources.filter((source) => source.docset === docset)
    const maker: PartMaker = { ...kept, version, started: false, known: new Map() }
    try {
      const { info, files } = await languageBundle(maker, language, { ...indexed, sources: own })
      const all = new Map<string, Uint8Array>()
      for (const [path, { read }] of files) all.set(path, await read())
      return all.set(languagesFile, Buffer.from(JSON.stringify({ [language]: info })))
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
  const maker: PartMaker = {
    ...kept,
    version: await pagefindVersion(),
    started: false,
    known: new Map(),
  }
  try {
    for (const part of languageParts(maker, language, own)) await part.read()
  } finally {
    if (maker.started) await stopPagefind()
  }
}
