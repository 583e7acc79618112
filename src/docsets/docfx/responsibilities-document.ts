/** The document of the page of responsibilities: the table, and its facts. */
import type { Root } from 'hast'
import { htmlOf } from '#plugins/safe-html.ts'
import { translator } from '../../i18n/text.ts'
import { pagePath, withBase } from '../address.ts'
import type { ReadContext } from '../context.ts'
import { type PageDocument, pageContentOf } from '../document.ts'
import type { Page, TranslatedBy } from '../page.ts'
import { sideBySide } from './responsibilities.ts'

/** What a party does, in one language. */
export interface Source {
  party: string
  document: PageDocument
  /** Its content, and the images in that. */
  tree: Root
  images: readonly string[]
}

/** Make the document. Changes the content of `sources`. */
export function responsibilitiesDocument(
  page: Pick<Page, 'docset' | 'slug' | 'locale' | 'contentLocale' | 'alternates'>,
  sources: readonly Source[],
  { base, locales }: ReadContext,
): PageDocument {
  // This text is among that of the sources: in the language of the content, as titles of alerts.
  const strings = locales.find(({ tag }) => tag === page.contentLocale)?.strings ?? {}
  const t = translator({ strings })
  const parts = sources.map(({ party, document, tree }) => ({
    party,
    label: strings[`${page.docset}.party.${party}`] ?? party,
    tree,
    address: withBase(base, document.page.path),
  }))
  const { tree, headings, ids } = sideBySide(parts, {
    caption: t('responsibilities.caption'),
    section: t('responsibilities.section'),
    nothing: t('responsibilities.nothing'),
  })
  const title = t('responsibilities.title')
  const absolute = sources[0]?.document.absolute
  return {
    page: {
      kind: 'docfx',
      hasForms: true,
      ...page,
      path: pagePath(page.locale, page.docset, page.slug),
      title,
      heading: { id: '', text: title },
      description: t('responsibilities.description'),
      ...factsOf(sources),
      headings,
    },
    // The page has no file; its images are relative to the first page that it is made of.
    ...(absolute !== undefined && { absolute }),
    content: pageContentOf([htmlOf(tree)]),
    images: [...new Set(sources.flatMap(({ images }) => images))],
    // Links and downloads of the sources are checked and published with the sources.
    links: [],
    ids,
    offers: [],
    messages: [],
  }
}

function factsOf(sources: readonly Source[]): Pick<Page, 'updated'> & TranslatedBy {
  const pages = sources.map(({ document }) => document.page)
  const updated = pages
    .flatMap((page) => page.updated ?? [])
    .toSorted()
    .at(-1)
  const all = pages.flatMap((page) => (page.kind === 'docfx' && page.translation) || [])
  // Machine translation must be labelled here, too.
  const translation = all.includes('machine') ? 'machine' : all[0]
  return { ...(updated && { updated }), ...(translation && { translation }) }
}
