/** Index the pages and steps of a built site for Pagefind, one index for each language. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { PagefindIndex } from 'pagefind'
import { append } from '#plugins/large-arrays.ts'
import type { Page } from '../docsets/page.ts'
import type { ReadSite } from '../docsets/read-site.ts'
import { foreignFolder, type IndexedLanguages, languagesFile, wordsFile } from '../search/bundle.ts'
import { foreignRecords } from '../search/untranslated-index.ts'
import {
  isSearchable,
  separateWords,
  textOfBody,
  withFilters,
  withoutForeign,
} from '../search/indexed.ts'
import {
  filtersOf,
  guideTitle,
  type IndexRecord,
  fallbackStepRecords,
  orderIn,
  stepRecords,
} from '../search/records.ts'
import { indexWords } from '../search/vocabulary.ts'

type Site = Pick<ReadSite, 'documents' | 'contents'>

/** What was indexed of a language. */
interface Indexed {
  /** Of each page and step. */
  texts: string[]
  /** Words on its pages that are in other languages. */
  foreign: IndexRecord[]
}

/** By language, in small letters. */
type All = Map<string, Indexed>

/**
 * Write `pagefind/` into `folder`; gives the number of pages that can be found.
 *
 * Only pages whose article carries `data-pagefind-body` count. The language of an index is that of
 * `<html lang>`: nothing of one language is found in another's. What its pages have in another language
 * goes into an index of that one, in a folder of its own, for the words are taken apart by its rules.
 * Beside the indexes lie their words, `words-<language>.txt`, for the correction of queries.
 */
export async function writeIndex(folder: string, site: Site): Promise<number> {
  const pagefind = await import('pagefind')
  try {
    const all: All = new Map()
    const bundle = join(folder, 'pagefind')
    let pages = 0
    await writeBundle(bundle, async (index) => {
      const added = await addPages(index, folder, site, all)
      pages = added.pages
      return [...added.failures, ...(await addSteps(index, site, all))]
    })
    const languages: IndexedLanguages = {}
    for (const [language, { texts, foreign }] of all) {
      await writeWords(bundle, language, texts)
      const others = Map.groupBy(foreign, (record) => record.language)
      for (const [other, records] of others) {
        const to = join(bundle, foreignFolder(language, other))
        await writeBundle(to, (index) => addRecords(index, records))
        await writeWords(
          to,
          other,
          records.map(({ content }) => content),
        )
      }
      languages[language] = {
        size: texts.length,
        foreign: Object.fromEntries([...others].map(([other, records]) => [other, records.length])),
      }
    }
    await writeFile(join(bundle, languagesFile), JSON.stringify(languages))
    return pages
  } finally {
    await pagefind.close()
  }
}

/** Write one index; `fill` gives what Pagefind did not take. */
async function writeBundle(
  outputPath: string,
  fill: (index: PagefindIndex) => Promise<string[]>,
): Promise<void> {
  const { createIndex } = await import('pagefind')
  const { index, errors } = await createIndex({})
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`)
  const failures = await fill(index)
  const written = await index.writeFiles({ outputPath })
  append(failures, written.errors)
  if (failures.length) throw new Error(`Pagefind did not index the site: ${failures.join('; ')}`)
  await removeWidgets(outputPath)
}

async function writeWords(bundle: string, language: string, texts: readonly string[]) {
  await writeFile(join(bundle, wordsFile(language)), indexWords(texts).join('\n'))
}

async function addPages(index: PagefindIndex, folder: string, site: Site, all: All) {
  const order = orderIn(site.contents)
  const everyPage = site.documents.map(({ page }) => page)
  const known = new Map(
    everyPage.map((page) => [`${decodeURI(page.path).slice(1)}index.html`, page]),
  )
  const failures: string[] = []
  let pages = 0
  for await (const [path, html] of builtPages(folder)) {
    const language = /<html[^>]*\slang="([^"]+)"/.exec(html)?.[1]
    const page = known.get(path)
    if (page && language) append(indexedOf(all, language).foreign, foreignOf(html, page))
    if (!isSearchable(html)) continue
    const own = page ? withFilters(html, filtersOf(page), order(page.path)) : html
    const content = separateWords(withoutForeign(own))
    const added = await index.addHTMLFile({ sourcePath: path, content })
    append(failures, added.errors)
    if (language) indexedOf(all, language).texts.push(textOfBody(content))
    pages++
  }
  return { pages, failures }

  function foreignOf(html: string, page: Page): IndexRecord[] {
    const { path, title } = page
    const guide = guideTitle(everyPage, page)
    const place = { path, title, guide, filters: filtersOf(page), order: order(path) }
    return foreignRecords(html, place)
  }
}

async function addSteps(index: PagefindIndex, { documents, contents }: Site, all: All) {
  const pages = documents.map(({ page }) => page)
  const order = orderIn(contents)
  const records = contents.flatMap((content) => stepRecords(content, pages, order))
  for (const item of contents) {
    const steps = fallbackStepRecords(item, pages, order)
    if (steps.length) append(indexedOf(all, item.locale).foreign, steps)
  }
  for (const { language, meta } of records) {
    indexedOf(all, language).texts.push(Object.values(meta).join(' '))
  }
  return addRecords(index, records)
}

async function addRecords(index: PagefindIndex, records: readonly IndexRecord[]) {
  const failures: string[] = []
  for (const record of records) {
    const added = await index.addCustomRecord({ ...record })
    append(failures, added.errors)
  }
  return failures
}

function indexedOf(all: All, language: string): Indexed {
  const key = language.toLowerCase()
  const indexed = all.get(key) ?? { texts: [], foreign: [] }
  all.set(key, indexed)
  return indexed
}

async function* builtPages(folder: string): AsyncGenerator<[path: string, html: string]> {
  // A page is a folder, and its name may end like that of a file: `404.html`.
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
  for (const path of paths.toSorted())
    yield [path.replaceAll(sep, '/'), await readFile(join(folder, path), 'utf8')]
}

/** Pagefind adds widgets of its own, 400 kB of them, that no page here uses. */
async function removeWidgets(bundle: string): Promise<void> {
  for (const name of await readdir(bundle)) {
    if (/^pagefind-(ui|component-ui|modular-ui|highlight)\./.test(name))
      await rm(join(bundle, name))
  }
}
