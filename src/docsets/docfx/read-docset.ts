/** Read a docfx docset: pages in every language, navigation, redirects. */
import { append } from '#plugins/large-arrays.ts'
import { pagePath } from '../address.ts'
import type { ReadContext } from '../context.ts'
import type { DocsetIndex, PageFile } from '../docset.ts'
import type { DocsetDocuments, PageDocument } from '../document.ts'
import type { Alternate, DocsetContents, NavigationItem, Page, PageToc } from '../page.ts'
import { digestAll } from '../../facts/digest.ts'
import { recallHere } from '../../facts/store.ts'
import { recordedContext } from '../recorded-context.ts'
import { addAfter } from './added-page.ts'
import { type Navigation, readNavigation, withTitles } from './navigation.ts'
import type { DocfxDocset } from './find-docsets.ts'
import type { DocfxEdition } from './find-editions.ts'
import { docfxReader } from './read-page.ts'
import { readRedirects } from './read-redirects.ts'
import { readResponsibilities } from './read-responsibilities.ts'
import { readXrefMaps } from './xref-maps.ts'
import { type PagePaths, pagesIn, tocsWithPages } from './toc-owners.ts'
import { type FindUid, uidFinder } from './xrefs.ts'

/** A docset that is being read. */
interface Reading {
  docset: DocfxDocset
  index: DocsetIndex
  context: ReadContext
  readPage: ReturnType<typeof docfxReader>
}

/** Read every page of a docset; `index` is the index of `docset`. */
export async function readDocfxDocset(
  docset: DocfxDocset,
  index: DocsetIndex,
  given: ReadContext,
): Promise<DocsetDocuments> {
  const { editions } = docset
  // Before any page: a link to a moved page leads to its new address.
  const moves = await Promise.all(editions.map((edition) => readRedirects(edition, index, given)))
  const moved = moves.flatMap((move) => move.moved)
  const context = { ...given, moved: new Map(moved) }
  const maps = await Promise.all(
    editions.map((edition) => readXrefMaps(edition, given.files, given.nameOf)),
  )
  const findUid = uidFinder(docset, maps, given.files.read)
  const readPage = docfxReader(context, new Map(), findUid)
  const reading = { docset, index, context, readPage }
  const pages = await readPages(reading)
  const added = await readResponsibilities(docset, index, context, (edition, locale, file) =>
    readSource(reading, pages, edition, locale, file),
  )
  const documents = [...pages, ...added.documents]
  const navigations = await readNavigations(docset, index, context, findUid)
  const titles = new Map(documents.map(({ page }) => [page.path, titleOf(page)]))
  const contents = editions.map(({ locale }, position) => {
    const tocs = tocsWithPages(navigations[position]?.tocs ?? [], pathsOf(reading, locale))
    const titled = tocs.map(({ items, pages: own }) => ({
      items: withTitles(items, (path) => titles.get(path)),
      pages: own,
    }))
    const redirects = moves[position]?.redirects ?? []
    return { docset: docset.id, locale, ...contentsOf(withAdded(titled, added, locale)), redirects }
  })
  return {
    documents,
    contents,
    links: [...moves, ...navigations].flatMap(({ links }) => links),
    offers: [...moves, ...navigations].flatMap(({ offers }) => offers),
    messages: [...moves, ...maps, added, ...navigations].flatMap(({ messages }) => messages),
  }
}

/** Cached, because tables of contents are long and all entries are resolved. */
function readNavigations(
  { id, editions }: DocfxDocset,
  index: DocsetIndex,
  given: ReadContext,
  findUid: FindUid,
): Promise<Navigation[]> {
  const {
    context,
    indexOf,
    answerOf,
    key: world,
  } = recordedContext(given, {
    uid: (locale = '', uid = '') => findUid(locale, uid),
  })
  const memory = given.facts?.memory
  const tocs = editions.map((edition) => edition.tocs)
  return Promise.all(
    editions.map((edition) =>
      recallHere(
        { memory, answerOf },
        `navigation ${id} ${edition.locale}`,
        memory ? digestAll([world, tocs]) : '',
        () => readNavigation(edition, indexOf(index), context, findUid),
      ),
    ),
  )
}

async function readPages(reading: Reading): Promise<PageDocument[]> {
  const documents: PageDocument[] = []
  // The source language comes first: translations take anchors from its headings.
  for (const edition of reading.docset.editions) {
    const { slugs } = reading.index
    append(documents, await inTurns(slugs, (slug) => readSlug(reading, edition, slug)))
  }
  return documents
}

/** How many pages are read at a time: the trees of each are in memory until it is done. */
const atOnce = 16

async function inTurns<T, R>(items: readonly T[], read: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const left = items.entries()
  const readOn = async () => {
    for (const [index, item] of left) results[index] = await read(item)
  }
  await Promise.all(Array.from({ length: atOnce }, readOn))
  return results
}

function readSlug(
  { docset, index, readPage }: Reading,
  { locale, build }: DocfxEdition,
  slug: string,
): Promise<PageDocument> {
  const alternates = alternatesOf(docset, index, slug)
  return readPage({ index, locale, ...fileOf(docset, index, locale, slug), alternates, build })
}

/** Read a page in the language of an edition, for a page that is generated from it. */
async function readSource(
  { docset, index, readPage }: Reading,
  documents: readonly PageDocument[],
  { locale, build }: DocfxEdition,
  contentLocale: string,
  file: PageFile,
): Promise<PageDocument> {
  const { slug } = file
  const known = documents.find(({ page }) => page.locale === locale && page.slug === slug)
  if (known?.page.contentLocale === contentLocale) return known
  const alternates = alternatesOf(docset, index, slug)
  return readPage({ index, locale, contentLocale, file, alternates, build })
}

/**
 * The file of a page: the language's own, else the fallback in its repository, else the source language's, else any
 * other's.
 */
function fileOf(
  { editions, sourceLocale }: DocfxDocset,
  index: DocsetIndex,
  locale: string,
  slug: string,
): { contentLocale: string; file: PageFile } {
  const found = (contentLocale: string, file: PageFile | undefined) =>
    file ? [{ contentLocale, file }] : []
  const others = editions.map((edition) => edition.locale)
  const [first] = [
    ...found(locale, index.pageIn(locale, slug)),
    ...found(sourceLocale, index.fallbackIn(locale, slug)),
    ...others.flatMap((other) => found(other, index.pageIn(other, slug))),
    ...others.flatMap((other) => found(sourceLocale, index.fallbackIn(other, slug))),
  ]
  if (first) return first
  throw new Error(`No language has the page ${slug} that its index lists`)
}

function alternatesOf(
  { id, editions }: DocfxDocset,
  index: DocsetIndex,
  slug: string,
): Alternate[] {
  return editions
    .filter(({ locale }) => index.pageIn(locale, slug))
    .map(({ locale }) => ({ locale, path: pagePath(locale, id, slug) }))
}

/** Every page of a language, by its address and its file. */
function pathsOf({ docset, index }: Reading, locale: string): PagePaths[] {
  return index.slugs.map((slug) => ({
    path: pagePath(locale, docset.id, slug),
    file: fileOf(docset, index, locale, slug).file.path,
  }))
}

function contentsOf(tocs: readonly PageToc[]): Pick<DocsetContents, 'items' | 'tocs'> {
  return { items: tocs.flatMap(({ items }) => items), ...(tocs.length > 1 && { tocs }) }
}

function titleOf(page: Page): Pick<NavigationItem, 'title' | 'lang' | 'appliesTo'> {
  const { title, locale, contentLocale } = page
  const appliesTo = page.kind === 'docfx' ? page.appliesTo : undefined
  return {
    title,
    ...(contentLocale !== locale && { lang: contentLocale }),
    ...(appliesTo && { appliesTo }),
  }
}

/** The tables of contents with the page of responsibilities after the pages that it is made of. */
function withAdded(
  tocs: readonly PageToc[],
  added: Awaited<ReturnType<typeof readResponsibilities>>,
  locale: string,
): readonly PageToc[] {
  const page = added.documents.find((document) => document.page.locale === locale)?.page
  if (!page) return tocs
  const paths = added.sources.map((slug) => pagePath(locale, page.docset, slug))
  const found = tocs.findIndex(({ items }) => pagesIn(items).some((path) => paths.includes(path)))
  const index = Math.max(found, 0)
  const { items, pages } = tocs[index] ?? { items: [], pages: [] }
  const entry = { ...titleOf(page), href: page.path, items: [] }
  return tocs.toSpliced(index, 1, {
    items: addAfter(items, paths, entry),
    pages: [...pages, page.path],
  })
}
