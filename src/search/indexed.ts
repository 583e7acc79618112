/** How the copy of a page that goes into the index differs from the page. */

/** Runs of text between tags: attributes, ids above all, are left alone. */
const textRuns = />[^<]+/g
/** Between letters, or beside a tag: `l’<strong>offre</strong>`. */
const apostrophe = /(?<=[\p{L}>])’(?=\p{L}|$)/gu
const dash = /(?<=[\p{L}\p{N}.)])[–—](?=[\p{L}\p{N}])/gu
const body = /(<[a-z]+)(?=\s[^>]*\bdata-pagefind-body\b)/i
/** A step, or a place that names one: the matrix, the diagram. */
const step = /(<[a-z]+)(?=\s[^>]*\bdata-step\b)/gi

/** Words of another language than the page’s, and what a page says of changes of its original. */
const foreign = /(<[a-z][a-z\d]*)(?=\s[^>]*(?:\bdata-state="untranslated|\bclass="change"))/gi

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

/** Has the page text that readers should find? */
export function isSearchable(html: string): boolean {
  return body.test(html)
}

/**
 * Take words apart where Pagefind would not.
 *
 * It splits `d'évaluation` into its parts, but takes a typographic `d’évaluation` and `phases—assess`
 * for one word each, which nobody looks for. `typographic()` is the way back.
 */
export function separateWords(html: string): string {
  return html.replace(textRuns, separate)
}

/** The same for text without markup. */
export function separate(text: string): string {
  return text.replace(apostrophe, "'").replace(dash, ' $& ')
}

/** The apostrophes of text that comes out of the index. */
export function typographic(text: string): string {
  return text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
}

/**
 * Say in a page what it can be narrowed by, and that its steps have entries of their own.
 *
 * `order` is its place where results have no other order.
 */
export function withFilters(html: string, filters: Filters, order: string): string {
  // In a list of filters a value can only come from an attribute, and so several have one each.
  const values = Object.entries(filters).flatMap(([name, ids]) =>
    ids.map((id, index) => ({ name, id, from: `data-filter-${name}-${index}` })),
  )
  const attributes = [
    ...values.map(({ id, from }) => `${from}="${id}"`),
    `data-pagefind-filter="${values.map(({ name, from }) => `${name}[${from}]`).join(', ')}"`,
    `data-pagefind-sort="order:${order}"`,
  ].join(' ')
  return html
    .replace(body, `$1 ${attributes}`)
    .replace(step, `$1 data-pagefind-weight="${stepWeight}"`)
}

/** Text that Pagefind reads of a page, more or less: for the list of its words. */
export function textOfBody(html: string): string {
  const start = html.search(body)
  const end = html.indexOf('</article>', start)
  return html
    .slice(start, end === -1 ? undefined : end)
    .replace(/<([a-z]+\d?) data-pagefind-ignore="all".*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[#\w]+;/g, ' ')
}
