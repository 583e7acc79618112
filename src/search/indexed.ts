/** How the copy of a page that goes into the index differs from the page. */

/** Runs of text between tags: what stands in attributes, ids above all, is left alone. */
const textRuns = />[^<]+/g
/** Between letters, or beside a tag: `l’<strong>offre</strong>`. */
const apostrophe = /(?<=[\p{L}>])’(?=\p{L}|$)/gu
const dash = /(?<=[\p{L}\p{N}.)])[–—](?=[\p{L}\p{N}])/gu

/** Has the page text that readers should find? */
export function isSearchable(html: string): boolean {
  return /<[a-z]+\s[^>]*\bdata-pagefind-body\b/i.test(html)
}

/**
 * Take words apart where Pagefind would not.
 *
 * It splits `d'évaluation` into its parts, but takes a typographic `d’évaluation` and `phases—assess`
 * for one word each, which nobody looks for. `typographic()` is the way back.
 */
export function separateWords(html: string): string {
  return html.replace(textRuns, (text) => text.replace(apostrophe, "'").replace(dash, ' $& '))
}

/** The apostrophes of text that comes out of the index. */
export function typographic(text: string): string {
  return text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
}
