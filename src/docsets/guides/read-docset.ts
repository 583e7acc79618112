/** Read a docset of guides whole: pages in every language, and navigation. */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { pagePath } from '../address.ts'
import type { ReadContext } from '../context.ts'
import type { DocsetIndex } from '../docset.ts'
import type { DocsetDocuments, PageDocument } from '../document.ts'
import type { Alternate, DocsetContents, NavigationItem } from '../page.ts'
import { placeOf } from '../place.ts'
import { nearest } from '../resolve.ts'
import type { TocPage } from './config.ts'
import type { GuideDocset } from './open.ts'
import { guideReader } from './read-page.ts'

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
  const documents: PageDocument[] = []
  for (const { locale } of docset.editions) {
    for (const slug of index.slugs) documents.push(await readSlug(locale, slug))
  }
  return {
    documents,
    contents: docset.editions.map(({ locale }) => contentsIn(locale)),
    messages: [...tocProblems()],
  }

  async function readSlug(locale: string, slug: string): Promise<PageDocument> {
    const alternates = alternatesOf(slug)
    const file = index.pageIn(locale, slug)
    return file ? readPage(index, locale, file, alternates) : missingPage(locale, slug, alternates)
  }

  function alternatesOf(slug: string): Alternate[] {
    return docset.editions
      .filter(({ locale }) => index.pageIn(locale, slug))
      .map(({ locale }) => ({ locale, path: pagePath(locale, docset.id, slug) }))
  }

  function missingPage(locale: string, slug: string, alternates: Alternate[]): PageDocument {
    const twin = documents.find(({ page }) => page.slug === slug && page.kind !== 'missing')
    const title = twin?.page.title ?? slug
    const page = {
      kind: 'missing' as const,
      docset: docset.id,
      locale,
      contentLocale: locale,
      slug,
      path: pagePath(locale, docset.id, slug),
      title,
      heading: { id: '', text: title },
      description: '',
      headings: [],
      alternates,
    }
    return { page, images: [], links: [], ids: [], offers: [], messages: [] }
  }

  function contentsIn(locale: string): DocsetContents {
    return {
      docset: docset.id,
      locale,
      items: docset.toc.flatMap((one) => itemOf(one, locale)),
      redirects: [],
    }
  }

  function itemOf(one: TocPage, locale: string): NavigationItem[] {
    const { page: name, pages } = typeof one === 'string' ? { page: one, pages: [] } : one
    const slug = slugOfName(name)
    const found =
      documents.find(({ page }) => page.slug === slug && page.locale === locale) ??
      documents.find(({ page }) => page.slug === slug)
    if (!found) return []
    const items = pages.flatMap((child) => itemOf(child, locale))
    return [{ title: found.page.title, href: pagePath(locale, docset.id, slug), items }]
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
        nearest(name, index.slugs),
      )
      yield problemAt(config.name, missing, placeOf(config.text, `'${name || 'index'}'`))
    }
    for (const slug of index.slugs) {
      const document = documents.find(({ page }) => page.slug === slug && page.kind !== 'missing')
      if (named.has(slug) || !document?.name) continue
      yield problemAt(document.name, problem('toc-page-left-out', docset.id, slug || 'index'))
    }
  }
}

function namesIn(toc: readonly TocPage[]): string[] {
  return toc.flatMap((one) => (typeof one === 'string' ? [one] : [one.page, ...namesIn(one.pages)]))
}

function slugOfName(name: string): string {
  return name === 'index' ? '' : name.replace(/\/index$/, '')
}
