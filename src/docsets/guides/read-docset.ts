/** Read a docset of guides: pages in every language, and navigation. */
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { composed, pagePath } from '../address.ts'
import type { ReadContext } from '../context.ts'
import type { DocsetIndex } from '../docset.ts'
import type { DocsetDocuments, PageDocument } from '../document.ts'
import {
  type Alternate,
  type DocsetContents,
  type NavigationItem,
  type Page,
  phaseAndServiceOf,
} from '../page.ts'
import { placeOfString } from '../source-position.ts'
import { nearestName } from '#plugins/nearest-name.ts'
import type { TocPage } from '../../config/docset-options.ts'
import { missingLabels } from './names.ts'
import type { GuideDocset } from './find-docsets.ts'
import { reservedPages } from './generated-pages.ts'
import { processOf, processProblems } from './process.ts'
import { guideReader } from './read-page.ts'
import { taskProblems, tasksOf } from './tasks.ts'

const problem = defineProblems('configuration', {
  'toc-page-missing': (docset: string, slug: string, near: string | undefined) => ({
    severity: 'error',
    reason:
      `The table of contents of \`${docset}\` names a page \`${slug}\`, which does not exist.` +
      (near ? ` Did you mean \`${near}\`?` : ' Write the page, or take it out.'),
  }),
  'toc-page-left-out': (docset: string, slug: string) => ({
    severity: 'warning',
    reason: `Page is not in the table of contents. Add \`${slug}\` to the \`toc\` of \`${docset}\`.`,
  }),
})

/** A docset and its pages. */
interface ReadGuides {
  docset: GuideDocset
  index: DocsetIndex
  documents: readonly PageDocument[]
}

type ReadPage = ReturnType<typeof guideReader>

/** Read every page of the docset. */
export async function readGuideDocset(
  docset: GuideDocset,
  index: DocsetIndex,
  context: ReadContext,
): Promise<DocsetDocuments> {
  const readPage = guideReader(context)
  const pages = await readPages(docset, index, readPage)
  const documents = docset.editions.flatMap(({ locale }) =>
    index.slugs.map((slug) => documentOf(docset, pages, locale, slug)),
  )
  const guides = { docset, index, documents }
  const source = inTocOrder(guides, docset.sourceLocale)
  return {
    documents,
    contents: docset.editions.map(({ locale }) => contentsIn(guides, locale, context.locales)),
    messages: [
      ...tocProblems(guides),
      ...(await shadowedProblems(docset, index, readPage)),
      ...missingLabels(docset.id, docset.names, { ...docset, locales: context.locales }),
      ...processProblems(source, docset),
      ...taskProblems(docset, source),
      ...reservedPages(docset, documents),
    ],
  }
}

/** The pages that have a file, by `keyOf`. */
async function readPages(
  { editions }: GuideDocset,
  index: DocsetIndex,
  readPage: ReadPage,
): Promise<ReadonlyMap<string, PageDocument>> {
  const pages = new Map<string, PageDocument>()
  // The source language comes first: translations take anchors from its titles.
  for (const { locale } of editions) {
    for (const slug of index.slugs) {
      const file = index.pageIn(locale, slug)
      if (file) pages.set(keyOf(locale, slug), await readPage(index, locale, file))
    }
  }
  return pages
}

/** The page with its alternates, or one of kind `missing` where the language lacks it. */
function documentOf(
  docset: GuideDocset,
  pages: ReadonlyMap<string, PageDocument>,
  locale: string,
  slug: string,
): PageDocument {
  const own = pages.get(keyOf(locale, slug))
  const existing = docset.editions.flatMap((edition) => {
    const other = pages.get(keyOf(edition.locale, slug))
    return other && other.page.kind !== 'missing' ? [other.page] : []
  })
  const alternates = existing.map((page): Alternate => ({ locale: page.locale, path: page.path }))
  return own && own.page.kind !== 'missing'
    ? { ...own, page: { ...own.page, alternates } }
    : missingDocument(docset.id, { locale, slug, alternates }, own, existing[0])
}

/** A page without content, titled as its own file if that can be read, else as in another language. */
function missingDocument(
  docset: string,
  address: { locale: string; slug: string; alternates: readonly Alternate[] },
  own: PageDocument | undefined,
  other: Page | undefined,
): PageDocument {
  const { locale, slug, alternates } = address
  const titled = own?.page.title ? own.page : other
  const title = titled?.title ?? (slug || docset)
  const { phase, service } = titled ? phaseAndServiceOf(titled) : {}
  const page = {
    kind: 'missing' as const,
    docset,
    locale,
    contentLocale: titled?.contentLocale ?? locale,
    slug,
    path: pagePath(locale, docset, slug),
    title,
    heading: { id: '', text: title },
    description: '',
    headings: [],
    ...(phase && { phase }),
    ...(service && { service }),
    alternates,
  }
  const nothing = { images: [], links: [], ids: [], offers: [] }
  return { page, ...nothing, ...(own?.name && { name: own.name }), messages: own?.messages ?? [] }
}

/** Problems for two files with one address: only the first becomes a page. */
async function shadowedProblems(
  { editions }: GuideDocset,
  index: DocsetIndex,
  readPage: ReadPage,
): Promise<VFileMessage[]> {
  const messages: VFileMessage[] = []
  for (const { locale, pages } of editions) {
    for (const file of pages) {
      if (index.pageIn(locale, file.slug) === file) continue
      append(messages, (await readPage(index, locale, file)).messages)
    }
  }
  return messages
}

function contentsIn(
  guides: ReadGuides,
  locale: string,
  locales: ReadContext['locales'],
): DocsetContents {
  const { docset } = guides
  const pages = inTocOrder(guides, locale)
  const siteLocale = locales.find(({ tag }) => tag === locale)
  const sources = inTocOrder(guides, docset.sourceLocale)
  const process = siteLocale && processOf(docset, siteLocale, pages, sources)
  const tasks = siteLocale && tasksOf(docset, siteLocale, pages)
  return {
    docset: docset.id,
    locale,
    items: docset.toc.flatMap((item) => navigationItem(guides, item, locale)),
    redirects: [],
    ...(process && { process }),
    ...(tasks?.length && { tasks }),
  }
}

/** Pages that the table of contents does not name come last. */
function inTocOrder({ docset, documents }: ReadGuides, locale: string): PageDocument[] {
  const order = namesIn(docset.toc).map(slugOfName)
  const rank = ({ page }: PageDocument) =>
    order.includes(page.slug) ? order.indexOf(page.slug) : order.length
  return documents
    .filter(({ page }) => page.locale === locale)
    .toSorted((a, b) => rank(a) - rank(b))
}

function navigationItem(guides: ReadGuides, item: TocPage, locale: string): NavigationItem[] {
  const { page: name, pages } = typeof item === 'string' ? { page: item, pages: [] } : item
  const slug = slugOfName(name)
  const match = guides.documents.find(({ page }) => page.slug === slug && page.locale === locale)
  const items = pages.flatMap((child) => navigationItem(guides, child, locale))
  // Pages below a draft are not drafts themselves.
  if (!match) return items
  const { title, contentLocale } = match.page
  const lang = contentLocale === locale ? undefined : contentLocale
  const href = pagePath(locale, guides.docset.id, slug)
  return [{ title, ...(lang && { lang }), href, items }]
}

/** Problems for entries of the table of contents without a page, and for pages that it lacks. */
function* tocProblems({ docset, index, documents }: ReadGuides): Generator<VFileMessage> {
  const { config } = docset
  const named = new Set(namesIn(docset.toc).map(slugOfName))
  for (const slug of named) {
    if (index.slugs.includes(slug) || docset.drafts?.some((draft) => draft.slug === slug)) continue
    const name = slug || 'index'
    const missing = problem('toc-page-missing', docset.id, name, nearestName(slug, index.slugs))
    const after = [`id: '${docset.id}'`, 'toc:']
    yield problemAt(config.name, missing, placeOfString(config.text, name, after))
  }
  for (const slug of index.slugs) {
    const document = documents.find(({ page }) => page.slug === slug && page.kind !== 'missing')
    if (named.has(slug) || !document?.name) continue
    yield problemAt(document.name, problem('toc-page-left-out', docset.id, slug || 'index'))
  }
}

function namesIn(toc: readonly TocPage[]): string[] {
  return toc.flatMap((item) =>
    typeof item === 'string' ? [item] : [item.page, ...namesIn(item.pages)],
  )
}

function keyOf(locale: string, slug: string): string {
  return `${locale} ${slug}`
}

function slugOfName(name: string): string {
  return name === 'index' ? '' : composed(name).replace(/\/index$/, '')
}
