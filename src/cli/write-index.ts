/** Index the pages and steps of a built site for Pagefind, one index for each language. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { PagefindIndex } from 'pagefind'
import type { ReadSite } from '../docsets/read-site.ts'
import {
  isSearchable,
  separateWords,
  textOfBody,
  withFilters,
  withoutForeign,
} from '../search/indexed.ts'
import { filtersOf, orderIn, stepRecords } from '../search/records.ts'
import { wordsOf } from '../search/vocabulary.ts'

type Site = Pick<ReadSite, 'documents' | 'contents'>
/** What was indexed of each language, by its tag in small letters. */
type Texts = Map<string, string[]>

/**
 * Write `pagefind/` into `folder`; gives the number of pages that can be found.
 *
 * Only pages whose article carries `data-pagefind-body` count. The language of an index is that of
 * `<html lang>`: nothing of one language is found in another's. Beside each index lie its words,
 * `words-<language>.txt`, for the correction of queries.
 */
export async function writeIndex(folder: string, site: Site): Promise<number> {
  const pagefind = await import('pagefind')
  try {
    const { index, errors } = await pagefind.createIndex({})
    if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`)
    const texts: Texts = new Map()
    const { pages, failures } = await addPages(index, folder, site, texts)
    failures.push(...(await addSteps(index, site, texts)))
    const bundle = join(folder, 'pagefind')
    const written = await index.writeFiles({ outputPath: bundle })
    failures.push(...written.errors)
    if (failures.length) throw new Error(`Pagefind did not index the site: ${failures.join('; ')}`)
    await removeWidgets(bundle)
    for (const [language, all] of texts) {
      await writeFile(join(bundle, `words-${language}.txt`), wordsOf(all).join('\n'))
    }
    return pages
  } finally {
    await pagefind.close()
  }
}

async function addPages(index: PagefindIndex, folder: string, site: Site, texts: Texts) {
  const order = orderIn(site.contents)
  const known = new Map(
    site.documents.map(({ page }) => [`${decodeURI(page.path).slice(1)}index.html`, page]),
  )
  const failures: string[] = []
  let pages = 0
  for await (const [path, html] of searchablePages(folder)) {
    const page = known.get(path)
    const own = page ? withFilters(html, filtersOf(page), order(page.path)) : html
    const content = separateWords(withoutForeign(own))
    const added = await index.addHTMLFile({ sourcePath: path, content })
    failures.push(...added.errors)
    const language = /<html[^>]*\slang="([^"]+)"/.exec(html)?.[1]
    if (language) keep(texts, language, textOfBody(content))
    pages++
  }
  return { pages, failures }
}

async function addSteps(index: PagefindIndex, { documents, contents }: Site, texts: Texts) {
  const pages = documents.map(({ page }) => page)
  const failures: string[] = []
  const order = orderIn(contents)
  for (const record of contents.flatMap((one) => stepRecords(one, pages, order))) {
    const added = await index.addCustomRecord({ ...record })
    failures.push(...added.errors)
    keep(texts, record.language, Object.values(record.meta).join(' '))
  }
  return failures
}

function keep(texts: Texts, language: string, text: string): void {
  const key = language.toLowerCase()
  if (!texts.has(key)) texts.set(key, [])
  texts.get(key)?.push(text)
}

async function* searchablePages(folder: string): AsyncGenerator<[path: string, html: string]> {
  for (const path of (await readdir(folder, { recursive: true })).toSorted()) {
    if (!path.endsWith('.html')) continue
    const html = await readFile(join(folder, path), 'utf8')
    if (isSearchable(html)) yield [path.replaceAll(sep, '/'), html]
  }
}

/** Pagefind adds widgets of its own, 400 kB of them, that no page here uses. */
async function removeWidgets(bundle: string): Promise<void> {
  for (const name of await readdir(bundle)) {
    if (/^pagefind-(ui|component-ui|modular-ui|highlight)\./.test(name))
      await rm(join(bundle, name))
  }
}
