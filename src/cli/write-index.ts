/** Index the pages and steps of a site for Pagefind, one index for each language. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PagefindIndex } from 'pagefind'
import { append } from '#plugins/large-arrays.ts'
import type { PageDocument } from '../docsets/document.ts'
import { foreignFolder, type IndexedLanguages, languagesFile, wordsFile } from '../search/bundle.ts'
import {
  entriesOf,
  type IndexedSite,
  type IndexEntry,
  type LanguageEntries,
  textOfEntry,
} from '../search/entries.ts'
import { indexWords } from '../search/vocabulary.ts'

export interface IndexOptions {
  /** Where what did not change is taken from, and kept for the next time. */
  cache: string | undefined
  /** The drawn pages, as long as the content of guides is only there. */
  built: string
}

/** So many entries are with Pagefind at once. */
const atOnce = 64

/**
 * Write `pagefind/` into `folder`; gives the number of pages that can be found.
 *
 * The language of an index is that of its pages: nothing of one language is found in another's. What its
 * pages have in another language goes into an index of that one, in a folder of its own, for the words
 * are taken apart by its rules. Beside the indexes lie their words, `words-<language>.txt`, for the
 * correction of queries.
 */
export async function writeIndex(
  folder: string,
  site: IndexedSite,
  { built }: IndexOptions,
): Promise<number> {
  const all = await entriesOf(site, (document) => contentOf(document, built))
  const pagefind = await import('pagefind')
  try {
    const bundle = join(folder, 'pagefind')
    await writeBundle(bundle, all)
    const languages: IndexedLanguages = {}
    for (const [language, { own, foreign }] of all) {
      await writeWords(bundle, language, own)
      const others = Map.groupBy(foreign, (record) => record.language)
      for (const [other, records] of others) {
        const to = join(bundle, foreignFolder(language, other))
        await writeBundle(to, new Map([[other, { own: records, foreign: [] }]]))
        await writeWords(to, other, records)
      }
      languages[language] = {
        size: own.length,
        foreign: Object.fromEntries([...others].map(([other, records]) => [other, records.length])),
      }
    }
    await writeFile(join(bundle, languagesFile), JSON.stringify(languages))
    return [...all.values()].flatMap(({ own }) => own.filter((entry) => 'html' in entry)).length
  } finally {
    await pagefind.close()
  }
}

/** Write the indexes of one folder. */
async function writeBundle(
  outputPath: string,
  languages: ReadonlyMap<string, LanguageEntries>,
): Promise<void> {
  const { createIndex } = await import('pagefind')
  const { index, errors } = await createIndex({})
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`)
  const entries = [...languages.values()].flatMap(({ own }) => own)
  const failures = await addEntries(index, entries)
  const written = await index.writeFiles({ outputPath })
  append(failures, written.errors)
  if (failures.length) throw new Error(`Pagefind did not index the site: ${failures.join('; ')}`)
  await removeWidgets(outputPath)
}

/** Give Pagefind many entries at a time; gives what it did not take. */
async function addEntries(index: PagefindIndex, entries: readonly IndexEntry[]): Promise<string[]> {
  const failures: string[] = []
  for (let start = 0; start < entries.length; start += atOnce) {
    const added = await Promise.all(
      entries
        .slice(start, start + atOnce)
        .map((entry) =>
          'html' in entry
            ? index.addHTMLFile({ url: entry.url, content: entry.html })
            : index.addCustomRecord({ ...entry }),
        ),
    )
    for (const { errors } of added) append(failures, errors)
  }
  return failures
}

async function writeWords(bundle: string, language: string, entries: readonly IndexEntry[]) {
  await writeFile(
    join(bundle, wordsFile(language)),
    indexWords(entries.map(textOfEntry)).join('\n'),
  )
}

/**
 * The HTML of a page’s text.
 *
 * That of a guide is not yet known when it is read: it is taken from the built page.
 */
async function contentOf({ html, page }: PageDocument, built: string): Promise<string> {
  if (html !== undefined || page.kind !== 'guide') return html ?? ''
  const drawn = await readFile(join(built, decodeURI(page.path), 'index.html'), 'utf8')
  const start = drawn.indexOf('<div class="prose"')
  return drawn.slice(start, drawn.indexOf('</article>', start))
}

/** Pagefind adds widgets of its own, 400 kB of them, that no page here uses. */
async function removeWidgets(bundle: string): Promise<void> {
  for (const name of await readdir(bundle)) {
    if (/^pagefind-(ui|component-ui|modular-ui|highlight)\./.test(name))
      await rm(join(bundle, name))
  }
}
