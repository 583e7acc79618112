/** A page as it goes into the index: its article alone, made of what was read of it. */
import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { CardGroup, Page } from '../docsets/page.ts'
import {
  type Filters,
  filterProperties,
  separateWords,
  withoutForeign,
  withPictureWords,
  withStepWeights,
} from './indexed.ts'

/** What the index has of a page besides its content. */
export interface ArticlePlace {
  /** From the docset down to the page above it. */
  places: readonly string[]
  filters: Filters
  /** What else readers may call it. */
  keywords?: string | undefined
}

/**
 * The HTML of a page as Pagefind gets it, with nothing around the article.
 *
 * A page that another language lends has no body to index, only the language of its words: they are
 * entries of an index of that language (`untranslated-index.ts`).
 *
 * @param content - The HTML of its text; none for a page of cards.
 */
export function articleOf(page: Page, content: string, place: ArticlePlace): string {
  const isLent = page.contentLocale !== page.locale
  const article = element(
    'article',
    isLent
      ? { lang: page.contentLocale }
      : {
          dataPagefindBody: '',
          dataPagefindMeta: 'breadcrumb[data-place]',
          dataPlace: place.places.join(' › '),
          ...filterProperties(place.filters),
        },
    [
      element('h1', { id: page.heading.id || undefined, lang: page.heading.lang }, [
        text(page.heading.text),
      ]),
      ...(page.kind === 'hub' ? cardsOf(page) : []),
      { type: 'raw', value: content },
      ...paragraph(place.keywords),
    ],
  )
  const html = element('html', { lang: page.locale }, [element('body', {}, [article])])
  return toHtml({ type: 'root', children: [html] }, { allowDangerousHtml: true })
}

/** The article without what is in other languages, its words apart and its steps of little weight. */
export function indexedArticle(article: string): string {
  return separateWords(withoutForeign(withPictureWords(withStepWeights(article))))
}

function cardsOf({ summary, cards }: Extract<Page, { kind: 'hub' }>): ElementContent[] {
  return [...paragraph(summary), ...cards.flatMap(groupOf)]
}

function groupOf({ title, summary, cards, footer = [] }: CardGroup): ElementContent[] {
  const items = cards.map((card) =>
    element('li', {}, [
      ...(card.title ? [element(title ? 'h3' : 'h2', {}, [text(card.title)])] : []),
      ...paragraph(card.summary),
      // A card with one link of its own name is that link.
      ...card.links
        .filter((link) => card.links.length > 1 || link.text !== card.title)
        .flatMap((link) => paragraph(link.text)),
    ]),
  )
  return [
    ...(title ? [element('h2', {}, [text(title)])] : []),
    ...paragraph(summary),
    ...(items.length ? [element('ul', {}, items)] : []),
    ...paragraph(footer.map((link) => link.text).join('')),
  ]
}

function paragraph(words: string | undefined): Element[] {
  return words ? [element('p', {}, [text(words)])] : []
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: readonly (ElementContent | { type: 'raw'; value: string })[],
): Element {
  return { type: 'element', tagName, properties, children: children as ElementContent[] }
}
