/** What a reader types, in the form that the engine needs. */

/** A whole query in quotation marks of any language is searched for as a phrase. */
const phrase = /^\s*[«“„"]\s*(?<words>.+?)\s*[»”“"]\s*$/u
/** `l’` of « l’évaluation », but not `don` of “don’t”: what follows has to be a word by itself. */
const elision = /(\p{L}+)['’](?=\p{L}{3})/gu

/** The words of a query that is one phrase in quotation marks. */
export function phraseOf(typed: string): string | undefined {
  return phrase.exec(typed)?.groups?.['words']
}

/**
 * Free a query of what would hide results.
 *
 * An elided article goes, so that `l’évaluation` finds « d’évaluation » too; a longer word before an
 * apostrophe stays as a word. Dashes separate words, as they do in the index.
 */
export function engineQuery(typed: string): string {
  const text = phraseOf(typed)
  if (text) return `"${text}"`
  return typed
    .replace(/[–—]/g, ' ')
    .replace(elision, (_, before: string) => (before.length > 2 ? `${before} ` : ''))
    .replace(/\s+/g, ' ')
    .trim()
}
