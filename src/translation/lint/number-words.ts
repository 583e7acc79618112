/** Numbers that are written as words. */
import { primary } from '../language/detect-language.ts'

/** From 0 on; what is left out is hard to tell from other words, or rare. */
const words: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'en',
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
      ' ',
    ),
  ],
  [
    'fr',
    'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt'.split(
      ' ',
    ),
  ],
])
/** Other words that say a number, by language. */
const others: ReadonlyMap<string, ReadonlyMap<number, RegExp>> = new Map([
  [
    'en',
    new Map([
      [1, /\b(?:once|single|an?|first)\b/i],
      [2, /\b(?:twice|both|couple|second|double)\b/i],
      [30, /\b(?:thirty|month)\b/i],
      [100, /\bhundred\b/i],
      [1000, /\bthousand\b/i],
    ]),
  ],
  [
    'fr',
    new Map([
      [1, /(?<!\p{L})(?:une|seule?|premi(?:er|ère)|1er)(?!\p{L})/iu],
      [2, /(?<!\p{L})(?:deuxième|seconde?|double)(?!\p{L})/iu],
      [15, /(?<!\p{L})quinzaine(?!\p{L})/iu],
      [30, /(?<!\p{L})(?:trente|mois)(?!\p{L})/iu],
      [100, /(?<!\p{L})(?:cents?|centaines?)(?!\p{L})/iu],
      [1000, /(?<!\p{L})(?:mille|milliers?)(?!\p{L})/iu],
    ]),
  ],
])

/**
 * Whether a text may have `number` in words. Of a language without a list, small numbers may be
 * anywhere: a false alarm costs more than a missed one.
 */
export function hasNumberWord(text: string, number: number, locale: string): boolean {
  const list = words.get(primary(locale))
  if (!list) return number <= 12
  const word = list[number]
  const isWord = word && new RegExp(`(?<!\\p{L})${word}s?(?!\\p{L})`, 'iu').test(text)
  return Boolean(isWord) || (others.get(primary(locale))?.get(number)?.test(text) ?? false)
}

const months = new Map<string, readonly string[]>()

/** Months that a text names, 1 to 12. */
export function monthsOf(text: string, locale: string): Set<number> {
  const lower = text.toLowerCase()
  const names = months.get(locale) ?? namesOf(locale)
  months.set(locale, names)
  return new Set(names.flatMap((name, index) => (lower.includes(name) ? index + 1 : [])))
}

function namesOf(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) =>
    format.format(new Date(Date.UTC(2020, month, 1))).toLowerCase(),
  )
}
