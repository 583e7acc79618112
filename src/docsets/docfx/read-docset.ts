/** Read a docfx docset: pages in every language, navigation, redirects. */
import { pagePath } from '../address.ts'
import type { ReadContext } from '../context.ts'
import type { DocsetIndex, PageFile } from '../docset.ts'
import type { DocsetDocuments, PageDocument } from '../document.ts'
import type { Alternate, DocsetContents, NavigationItem, Page, PageToc } from '../page.ts'
import { keptBy } from '../file-system.ts'
import { type PageRead, keptPages, readPages, worldOf } from '../kept-pages.ts'
import { keptResult } from '../open-questions.ts'
import { digest } from '../../facts/digest.ts'
import type { FactMemory } from '../../facts/store.ts'
import { recordedContext } from '../recorded-context.ts'
import { addAfter } from './added-page.ts'
import { type Navigation, readNavigation, withTitles } from './navigation.ts'
import type { DocfxDocset } from './find-docsets.ts'
import type { DocfxEdition } from './find-editions.ts'
import { type PageRequest } from './page-request.ts'
import { type SourceAnchors, answeredByPages, docfxReader } from './read-page.ts'
import { type Redirects, readRedirects } from './read-redirects.ts'
import { readResponsibilities } from './read-responsibilities.ts'
import { readXrefMaps } from './xref-maps.ts'
import { type PagePaths, pagesIn, tocsWithPages } from './toc-owners.ts'
import { type FindUid, uidFinder } from './xrefs.ts'

/** A docset that is being read. */
interface Reading {
  docset: DocfxDocset
  index: DocsetIndex
  context: ReadContext
  readPage: (request: PageRequest) => Promise<PageRead>
}

/** Read every page of a docset; `index` is the index of `docset`. */
export async function readDocfxDocset(
  docset: DocfxDocset,
  index: DocsetIndex,
  given: ReadContext,
): Promise<DocsetDocuments> {
  const { id, editions } = docset
  const { files } = given
  // Before any page: a link to a moved page leads to its new address.
  const moves = await readMoves(docset, index, given)
  const moved = await keptBy(files, `moved ${id}`, moves, async () => {
    return new Map(moves.flatMap((move) => move.moved))
  })
  const context = { ...given, moved }
  const maps = await Promise.all(
    editions.map((edition) =>
      keptBy(files, `xref maps ${id} ${edition.locale}`, [edition], (own) =>
        readXrefMaps(edition, own, given.nameOf),
      ),
    ),
  )
  const findUid = uidFinder(docset, maps, files.read)
  const { pages, reading } = await readAll(docset, index, context, findUid)
  const added = await readResponsibilities(docset, index, context, (edition, locale, file) =>
    readSource(reading, pages, edition, locale, file),
  )
  const documents = added.documents.length ? [...pages, ...added.documents] : pages
  const navigations = await readNavigations(docset, index, context, findUid)
  const contents = await readContents(reading, { documents, added, moves, navigations })
  return {
    documents,
    contents,
    links: [...moves, ...navigations].flatMap(({ links }) => links),
    offers: [...moves, ...navigations].flatMap(({ offers }) => offers),
    messages: [...moves, ...maps, added, ...navigations].flatMap(({ messages }) => messages),
  }
}

function readMoves({ id, editions }: DocfxDocset, index: DocsetIndex, given: ReadContext) {
  const { files, all, publicFiles, drawings, terms } = given
  return Promise.all(
    editions.map((edition) => {
      const inputs = [edition, index, all, publicFiles, drawings, terms]
      return keptBy(files, `redirects ${id} ${edition.locale}`, inputs, (own) =>
        readRedirects(edition, index, { ...given, files: own }),
      )
    }),
  )
}

/** Cached, because tables of contents are long and all entries are resolved. */
function readNavigations(
  { id, editions }: DocfxDocset,
  index: DocsetIndex,
  given: ReadContext,
  findUid: FindUid,
): Promise<Navigation[]> {
  const recorded = recordedContext(given, {
    uid: (locale = '', uid = '') => findUid(locale, uid),
  })
  return Promise.all(
    editions.map((edition) => {
      const kept = {
        name: `navigation ${id} ${edition.locale}`,
        inputs: [edition, index, ...worldOf(given)],
      }
      return keptResult(recorded, given.facts?.memory, kept, () =>
        readNavigation(edition, recorded.indexOf(index), recorded.context, findUid),
      )
    }),
  )
}

/** Questions that pages answer. */
interface Shared {
  anchors: SourceAnchors
}

const atOnce = 16

/** The pages, and what reads further ones. */
async function readAll(
  docset: DocfxDocset,
  index: DocsetIndex,
  context: ReadContext,
  findUid: FindUid,
): Promise<{ pages: readonly PageDocument[]; reading: Reading }> {
  const { id, editions } = docset
  const name = `pages ${id}`
  const memory = context.facts?.memory
  const kept = keptPages<Shared>(context, name, [docset, index], () => ({ anchors: new Map() }))
  const { recorded, readPage } = docfxReader(context, kept.shared.anchors, findUid)
  const reading = { docset, index, context, readPage }
  const all = await readPages(kept, memory, name, {
    recorded,
    slugs: index.slugs,
    // The source language comes first: translations take anchors from its headings.
    editions: editions.length,
    atOnce,
    read: (edition, slug) => readSlug(reading, editions[edition]!, slug),
    answered: answeredByPages,
  })
  // What is kept is gone.
  if (!all) return readAll(docset, index, context, findUid)
  const parts = all as (readonly PageDocument[])[]
  const pages = await keptBy(context.files, `documents ${id}`, parts, async () => parts.flat())
  return { pages, reading }
}

function readSlug(
  { docset, index, readPage }: Reading,
  { locale, build }: DocfxEdition,
  slug: string,
): Promise<PageRead> {
  const alternates = alternatesOf(docset, index, slug)
  return readPage({ index, locale, ...fileOf(docset, index, locale, slug), alternates, build })
}

/** What tables of contents are made of. */
interface ContentSources {
  documents: readonly PageDocument[]
  added: Awaited<ReturnType<typeof readResponsibilities>>
  moves: readonly Redirects[]
  navigations: readonly Navigation[]
}

/** The tables of contents in each language; the same as before while no title has changed. */
async function readContents(
  { docset, index, context }: Reading,
  { documents, added, moves, navigations }: ContentSources,
): Promise<DocsetContents[]> {
  const { id, editions } = docset
  const { files } = context
  const tocs = await Promise.all(
    editions.map(({ locale }, position) => {
      const navigation = navigations[position]?.tocs ?? []
      return keptBy(files, `tocs ${id} ${locale}`, [docset, index, navigation], async () =>
        tocsWithPages(navigation, pathsOf(docset, index, locale)),
      )
    }),
  )
  const titles = titlesOf(documents, context.facts?.memory, `titles ${id}`)
  const inputs = [docset, titles, ...added.documents, ...moves, ...tocs]
  return keptBy(files, `contents ${id}`, inputs, async () =>
    editions.map(({ locale }, position) => {
      const titled = (tocs[position] ?? []).map(({ items, pages }) => ({
        items: withTitles(items, (path) => titles.get(path)),
        pages,
      }))
      const redirects = moves[position]?.redirects ?? []
      return { docset: id, locale, ...contentsOf(withAdded(titled, added, locale)), redirects }
    }),
  )
}

type Titles = ReadonlyMap<string, ReturnType<typeof titleOf>>

interface KeptTitles {
  documents: readonly PageDocument[]
  titles: Titles
}

/** The titles of pages by path: the same map as before while none has changed. */
function titlesOf(
  documents: readonly PageDocument[],
  memory: FactMemory | undefined,
  name: string,
): Titles {
  const before = memory?.readings.get(name) as KeptTitles | undefined
  const titles =
    before && hasSameTitles(before.documents, documents)
      ? before.titles
      : new Map(documents.map(({ page }) => [page.path, titleOf(page)]))
  memory?.readings.set(name, { documents, titles } satisfies KeptTitles)
  return titles
}

function hasSameTitles(before: readonly PageDocument[], now: readonly PageDocument[]): boolean {
  if (before.length !== now.length) return false
  // Nothing is called for each page: most are the same.
  for (let index = 0; index < now.length; index++) {
    const [one, other] = [before[index]!.page, now[index]!.page]
    if (one === other) continue
    if (one.path !== other.path || digest(titleOf(one)) !== digest(titleOf(other))) return false
  }
  return true
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
  const read = await readPage({ index, locale, contentLocale, file, alternates, build })
  return read.document
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
function pathsOf(docset: DocfxDocset, index: DocsetIndex, locale: string): PagePaths[] {
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
