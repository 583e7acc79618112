/** What a reader types, in the form that the engine needs. */
import { markLetters } from './letters.ts'

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

/** A query as the program of Pagefind takes it: words with and without accents, in the same order. */
export function programQuery(query: string, language: string): { words: string; typed: string } {
  const plain = query.replace(/[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/gu, '').toLocaleLowerCase()
  const pairs = wordsOf(markLetters(plain), language)
    .map((typed) => ({ typed, word: withoutAccents(typed) }))
    .filter(({ word }) => word)
  return {
    words: pairs.map(({ word }) => word).join(' '),
    typed: pairs.map(({ typed }) => typed).join(' '),
  }
}

/** Some languages have no spaces between their words. */
function wordsOf(text: string, language: string): string[] {
  if (!/^(?:zh|ja|th)\b/i.test(language)) return text.split(/\s+/)
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(text)
  return [...segments].map(({ segment }) => segment.trim())
}

/** The marks of Japanese syllables make other ones of them, and stay. */
function withoutAccents(word: string): string {
  return word
    .normalize('NFD')
    .replace(/(?![\u3099\u309A])\p{M}/gu, '')
    .normalize(/[\u3040-\u30ff]/.test(word) ? 'NFC' : 'NFD')
}
