/** Index the pages and steps of a site, one index for each language, and only what changed. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  type IndexedLanguages,
  type IndexInfo,
  indexFile,
  languagesFile,
} from '../search/bundle.ts'
import { indexEntries, type IndexedSite, type IndexEntry } from '../search/entries.ts'
import { mergeParts } from '../search/merge-parts.ts'
import { indexParts, type PartMaker } from './index-cache.ts'
import { pagefindVersion, stopPagefind } from './pagefind-process.ts'

export interface IndexOptions {
  /** Where parts that did not change are taken from, and kept for the next time. */
  cache: string | undefined
}

/** What the indexes of a site share. */
interface Bundle extends PartMaker {
  folder: string
}

/**
 * Write `pagefind/` into `folder`; gives the number of pages that can be found.
 *
 * Nothing of one language is found in another's index. What the pages of a language have in another one
 * goes into an index of that one, for the words are taken apart by its rules.
 */
export async function writeIndex(
  folder: string,
  site: IndexedSite,
  { cache }: IndexOptions,
): Promise<number> {
  const all = indexEntries(site)
  const bundle: Bundle = {
    folder: join(folder, 'pagefind'),
    cache,
    version: await pagefindVersion(),
    started: false,
  }
  try {
    const languages: IndexedLanguages = {}
    for (const [language, { own, foreign }] of all) {
      const others: [string, IndexInfo][] = []
      for (const [other, records] of Map.groupBy(foreign, (record) => record.language)) {
        others.push([other, await writeOne(bundle, other, records)])
      }
      const info = await writeOne(bundle, language, own)
      languages[language] = { ...info, foreign: Object.fromEntries(others) }
    }
    await writeTo(join(bundle.folder, languagesFile), JSON.stringify(languages))
    return [...all.values()].flatMap(({ own }) => own.filter((entry) => 'html' in entry)).length
  } finally {
    if (bundle.started) await stopPagefind()
  }
}

/** Write the index of some entries in one language. */
async function writeOne(
  bundle: Bundle,
  language: string,
  entries: readonly IndexEntry[],
): Promise<IndexInfo> {
  const { parts, wasm } = await indexParts(bundle, language, entries)
  const { files, info } = mergeParts(parts, bundle.version)
  files.set(indexFile('wasm', wasm.name), wasm.content)
  for (const [path, content] of files) await writeTo(join(bundle.folder, path), content)
  return { ...info, wasm: wasm.name }
}

async function writeTo(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}
