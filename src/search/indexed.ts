/** How the words of a page stand in the index. */
import { markAttribute } from '#plugins/image-marks.ts'
import { markLetters, unmarkLetters } from './letters.ts'

/** Runs of text between tags: attributes, ids above all, are left alone. */
const textRuns = />[^<]+/g
/** Between letters, or beside a tag: `l’<strong>offre</strong>`. */
const apostrophe = /(?<=[\p{L}>])’(?=\p{L}|$)/gu
const dash = /(?<=[\p{L}\p{N}.)])[–—](?=[\p{L}\p{N}])/gu
/** Most texts have none of them, and to look behind each letter takes a while. */
const signs = /[’–—]/
/** A step, or a place that names one: the matrix, the diagram. */
const step = /(<[a-z]+)(?=\s[^>]*\bdata-step\b)/gi

/** Words of another language than the page’s, and what a page says of changes of its original. */
const foreign = /(<[a-z][a-z\d]*)(?=\s[^>]*(?:\bdata-state="untranslated|\bclass="change"))/gi

/** The first image of a page. */
const picture = /<img\s(?:"[^"]*"|[^">])*>/i
/** The attributes of an image that is yet to be sized, as they stand in the content. */
const unsized = new RegExp(`${markAttribute}="([^"]*)"`)

/** What a page or a step is about: names of filters and the ids that it has of each. */
export type Filters = Readonly<Record<string, readonly string[]>>

/**
 * How much a step’s words count in its page, from 0 to 10; other text counts 1.
 *
 * Each step is in the index by itself. In the page its words only help to find the page: the engine
 * tells the weight of every word that it finds, and so a step can be told apart from the text around it.
 */
export const stepWeight = 0.2

/**
 * Keep words that are not translated out of the page’s index, which is one language’s: `foreign.ts` makes
 * entries of them for an index of their own.
 */
export function withoutForeign(html: string): string {
  return html.replace(foreign, '$1 data-pagefind-ignore="all"')
}

/**
 * Take words apart where Pagefind would not.
 *
 * It splits `d'évaluation` into its parts, but takes a typographic `d’évaluation` and `phases—assess`
 * for one word each, which nobody looks for. Letters that few keyboards have get their plain spelling.
 * `typographic()` is the way back.
 */
export function separateWords(html: string): string {
  return html.replace(textRuns, separate)
}

/** The same for text without markup. */
export function separate(text: string): string {
  const marked = markLetters(text)
  return signs.test(marked) ? marked.replace(apostrophe, "'").replace(dash, ' $& ') : marked
}

/** Text that comes out of the index, as it was written. */
export function typographic(text: string): string {
  return unmarkLetters(text).replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
}

/** Properties of an article that say what it can be narrowed by. */
export function filterProperties(filters: Filters): Record<string, string> {
  // In a list of filters a value can only come from an attribute, and so several have one each.
  const values = Object.entries(filters).flatMap(([name, ids]) =>
    ids.map((id, index) => ({ name, id, from: `data-filter-${name}-${index}` })),
  )
  return {
    ...Object.fromEntries(values.map(({ id, from }) => [from, id])),
    'data-pagefind-filter': values.map(({ name, from }) => `${name}[${from}]`).join(', '),
  }
}

/** Say in a page that its steps have entries of their own. */
export function withStepWeights(html: string): string {
  return html.replace(step, `$1 data-pagefind-weight="${stepWeight}"`)
}

/** Let a page be found by the words of its first image. */
export function withPictureWords(html: string): string {
  return html.replace(picture, (tag) => {
    const [, attributes] = unsized.exec(tag) ?? []
    const alt = attributes ? ` alt="${altIn(attributes)}"` : ''
    return `<img data-pagefind-meta="image_alt[alt]"${alt}${tag.slice('<img'.length)}`
  })
}

/** From an attribute that holds JSON, to another attribute. */
function altIn(attributes: string): string {
  const json = attributes.replace(/&#x([\da-f]+);/gi, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  )
  const { alt = '' } = JSON.parse(json) as { alt?: string }
  return alt.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}

/** Text that Pagefind reads of an article, more or less: for the list of its words. */
export function textOfArticle(html: string): string {
  return html
    .replace(/<([a-z]+\d?) data-pagefind-ignore="all".*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[#\w]+;/g, ' ')
}
