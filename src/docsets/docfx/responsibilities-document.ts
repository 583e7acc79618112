/** The page that is made of pages: the table, and what the site knows of it. */
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

/** Make the document; the content of the `sources` is changed. */
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
    // No file has the page; its images are found from the first of those that it is made of.
    ...(absolute !== undefined && { absolute }),
    content: pageContentOf([htmlOf(tree)]),
    images: [...new Set(sources.flatMap(({ images }) => images))],
    // The sources' links are checked, and what these offer is offered, where the sources are.
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
  // Nobody should take a machine's words for a person's.
  const translation = all.includes('machine') ? 'machine' : all[0]
  return { ...(updated && { updated }), ...(translation && { translation }) }
}
