/** Read a docfx docset whole: pages in every language, navigation, redirects. */
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/append.ts'
import { pagePath } from '../address.ts'
import type { ReadContext } from '../context.ts'
import type { DocsetIndex, PageFile } from '../docset.ts'
import type { DocsetDocuments, FileLinks, PageDocument } from '../document.ts'
import type { Alternate, NavigationItem, Page } from '../page.ts'
import { addAfter } from './added-page.ts'
import { readNavigation, withTitles } from './navigation.ts'
import type { DocfxDocset, DocfxEdition } from './find-docsets.ts'
import { docfxReader } from './read-page.ts'
import { readHub } from './read-hub.ts'
import { readRedirects } from './read-redirects.ts'
import { readResponsibilities } from './read-responsibilities.ts'

/** Read every page of a docset; `index` is the index of `docset`. */
export async function readDocfxDocset(
  docset: DocfxDocset,
  index: DocsetIndex,
  given: ReadContext,
): Promise<DocsetDocuments> {
  // Before any page: a link to a page that has moved leads where its readers are sent.
  const moves = await Promise.all(docset.editions.map((item) => readRedirects(item, index, given)))
  const moved = moves.flatMap(({ redirects }) =>
    redirects.map(({ from, to }) => [from, to] as const),
  )
  const context = { ...given, moved: new Map(moved) }
  const readPage = docfxReader(context, new Map())
  const documents: PageDocument[] = []
  const links: FileLinks[] = moves.flatMap((move) => move.links)
  const offers = moves.flatMap((move) => move.offers)
  const messages: VFileMessage[] = moves.flatMap((move) => move.messages)
  // The source language comes first: its headings name the anchors of all the others.
  for (const edition of docset.editions) {
    append(documents, await Promise.all(index.slugs.map((slug) => readSlug(edition, slug))))
  }
  const added = await readResponsibilities(docset, index, context, readSource)
  append(documents, added.documents)
  append(messages, added.messages)
  const titles = new Map(documents.map(({ page }) => [page.path, titleOf(page)]))
  const contents = await Promise.all(
    docset.editions.map(async (edition, position) => {
      const navigation = await readNavigation(edition, index, context)
      append(links, navigation.links)
      append(offers, navigation.offers)
      append(messages, navigation.messages)
      const items = withAdded(
        withTitles(navigation.items, (path) => titles.get(path)),
        edition.locale,
      )
      const redirects = moves[position]?.redirects ?? []
      return { docset: docset.id, locale: edition.locale, items, redirects }
    }),
  )
  return { documents, contents, links, offers, messages }

  function titleOf({ title, locale, contentLocale }: Page): Pick<NavigationItem, 'title' | 'lang'> {
    return { title, ...(contentLocale !== locale && { lang: contentLocale }) }
  }

  function withAdded(items: NavigationItem[], locale: string): NavigationItem[] {
    const page = added.documents.find((document) => document.page.locale === locale)?.page
    if (!page) return items
    const paths = added.sources.map((slug) => pagePath(locale, docset.id, slug))
    return addAfter(items, paths, { ...titleOf(page), href: page.path, items: [] })
  }

  /** A page in the language of an edition, from the file that a page made of it goes by. */
  async function readSource(
    { locale, build }: DocfxEdition,
    contentLocale: string,
    file: PageFile,
  ): Promise<PageDocument> {
    const { slug } = file
    const here = documents.find(({ page }) => page.locale === locale && page.slug === slug)
    if (here?.page.contentLocale === contentLocale) return here
    return readPage({ index, locale, contentLocale, file, alternates: alternatesOf(slug), build })
  }

  function readSlug(edition: DocfxEdition, slug: string): Promise<PageDocument> {
    const { locale } = edition
    const request = {
      index,
      locale,
      ...fileOf(locale, slug),
      alternates: alternatesOf(slug),
      build: edition.build,
    }
    return /\.ya?ml$/i.test(request.file.path) ? readHub(request, context) : readPage(request)
  }

  /** The file of a page: the language's own, else the source language's, else any other's. */
  function fileOf(locale: string, slug: string): { contentLocale: string; file: PageFile } {
    for (const contentLocale of [locale, ...docset.editions.map((edition) => edition.locale)]) {
      const file = index.pageIn(contentLocale, slug)
      if (file) return { contentLocale, file }
    }
    throw new Error(`No language has the page ${slug} that its index lists`)
  }

  function alternatesOf(slug: string): Alternate[] {
    return docset.editions
      .filter(({ locale }) => index.pageIn(locale, slug))
      .map(({ locale }) => ({ locale, path: pagePath(locale, docset.id, slug) }))
  }
}
