/** Read a docset of guides whole: pages in every language, and navigation. */
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/append.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { composed, pagePath } from '../address.ts'
import type { ReadContext } from '../context.ts'
import type { DocsetIndex } from '../docset.ts'
import type { DocsetDocuments, PageDocument } from '../document.ts'
import type { Alternate, DocsetContents, NavigationItem } from '../page.ts'
import { placeOfString } from '../place.ts'
import { nearestName } from '#plugins/nearest-name.ts'
import type { TocPage } from './config.ts'
import { missingLabels } from './names.ts'
import type { GuideDocset } from './find-docsets.ts'
import { reservedPages } from './generated-pages.ts'
import { processOf, processProblems } from './process.ts'
import { guideReader } from './read-page.ts'
import { taskProblems, tasksOf } from './tasks.ts'

const problem = defineProblems({
  'toc-page-missing': (docset: string, slug: string, near: string | undefined) => ({
    severity: 'error',
    reason:
      `Unexpected page \`${slug}\` in the table of contents of \`${docset}\`, expected a page that exists` +
      (near ? `; did you mean \`${near}\`?` : ''),
  }),
  'toc-page-left-out': (docset: string, slug: string) => ({
    severity: 'warning',
    reason: `Unexpected page that no table of contents names, expected \`${slug}\` in the \`toc\` of \`${docset}\``,
  }),
})

/** Read every page of the docset. */
export async function readGuideDocset(
  docset: GuideDocset,
  index: DocsetIndex,
  context: ReadContext,
): Promise<DocsetDocuments> {
  const readPage = guideReader(context)
  const results = new Map<string, PageDocument>()
  // The source language comes first: its titles name the anchors of all the others.
  for (const { locale } of docset.editions) {
    for (const slug of index.slugs) {
      const file = index.pageIn(locale, slug)
      if (file) results.set(keyOf(locale, slug), await readPage(index, locale, file))
    }
  }
  const documents = docset.editions.flatMap(({ locale }) =>
    index.slugs.map((slug) => documentOf(locale, slug)),
  )
  return {
    documents,
    contents: docset.editions.map(({ locale }) => contentsIn(locale)),
    messages: [
      ...tocProblems(),
      ...(await shadowedProblems()),
      ...missingLabels(docset.id, docset.names, { ...docset, locales: context.locales }),
      ...processProblems(inTocOrder(docset.sourceLocale), docset),
      ...taskProblems(docset, inTocOrder(docset.sourceLocale)),
      ...reservedPages(docset, documents),
    ],
  }

  function documentOf(locale: string, slug: string): PageDocument {
    const own = results.get(keyOf(locale, slug))
    const real = docset.editions.flatMap((edition) => {
      const other = results.get(keyOf(edition.locale, slug))
      return other && other.page.kind !== 'missing' ? [other.page] : []
    })
    const alternates = real.map((page): Alternate => ({ locale: page.locale, path: page.path }))
    if (own && own.page.kind !== 'missing') return { ...own, page: { ...own.page, alternates } }

    // A page that cannot be read may still say its title.
    const titled = own?.page.title ? own.page : real[0]
    const title = titled?.title ?? (slug || docset.id)
    const page = {
      kind: 'missing' as const,
      docset: docset.id,
      locale,
      contentLocale: titled?.contentLocale ?? locale,
      slug,
      path: pagePath(locale, docset.id, slug),
      title,
      heading: { id: '', text: title },
      description: '',
      headings: [],
      ...(titled?.phase && { phase: titled.phase }),
      ...(titled?.service && { service: titled.service }),
      alternates,
    }
    const nothing = { images: [], links: [], ids: [], offers: [] }
    return { page, ...nothing, ...(own?.name && { name: own.name }), messages: own?.messages ?? [] }
  }

  /** Of two files for one address only the first is a page; the author has to repair both. */
  async function shadowedProblems(): Promise<VFileMessage[]> {
    const messages: VFileMessage[] = []
    for (const { locale, pages } of docset.editions) {
      for (const file of pages) {
        if (index.pageIn(locale, file.slug) === file) continue
        append(messages, (await readPage(index, locale, file)).messages)
      }
    }
    return messages
  }

  function contentsIn(locale: string): DocsetContents {
    const pages = inTocOrder(locale)
    const known = context.locales.find(({ tag }) => tag === locale)
    const process = known && processOf(docset, known, pages, inTocOrder(docset.sourceLocale))
    const tasks = known && tasksOf(docset, known, pages)
    return {
      docset: docset.id,
      locale,
      items: docset.toc.flatMap((item) => itemOf(item, locale)),
      redirects: [],
      ...(process && { process }),
      ...(tasks?.length && { tasks }),
    }
  }

  /** Pages that the table of contents does not name come last. */
  function inTocOrder(locale: string): PageDocument[] {
    const order = namesIn(docset.toc).map(slugOfName)
    const rank = ({ page }: PageDocument) =>
      order.includes(page.slug) ? order.indexOf(page.slug) : order.length
    return documents
      .filter(({ page }) => page.locale === locale)
      .toSorted((a, b) => rank(a) - rank(b))
  }

  function itemOf(item: TocPage, locale: string): NavigationItem[] {
    const { page: name, pages } = typeof item === 'string' ? { page: item, pages: [] } : item
    const slug = slugOfName(name)
    const match = documents.find(({ page }) => page.slug === slug && page.locale === locale)
    if (!match) return []
    const { title, contentLocale } = match.page
    const items = pages.flatMap((child) => itemOf(child, locale))
    const lang = contentLocale === locale ? undefined : contentLocale
    return [{ title, ...(lang && { lang }), href: pagePath(locale, docset.id, slug), items }]
  }

  function* tocProblems(): Generator<VFileMessage> {
    const { config } = docset
    const named = new Set(namesIn(docset.toc).map(slugOfName))
    for (const name of named) {
      if (index.slugs.includes(name)) continue
      const missing = problem(
        'toc-page-missing',
        docset.id,
        name || 'index',
        nearestName(name, index.slugs),
      )
      const after = [`id: '${docset.id}'`, 'toc:']
      yield problemAt(config.name, missing, placeOfString(config.text, name || 'index', after))
    }
    for (const slug of index.slugs) {
      const document = documents.find(({ page }) => page.slug === slug && page.kind !== 'missing')
      if (named.has(slug) || !document?.name) continue
      yield problemAt(document.name, problem('toc-page-left-out', docset.id, slug || 'index'))
    }
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
