/**
 * Small words of a language, by which it differs from another one.
 *
 * Of two lists only words count that the other does not have: `as`, `on` and `or` are no evidence between English and
 * French. The lists of the package `stopword` lack what documentation is full of, and some are short; those words are
 * in `small-words.ts`. English and French need no package.
 */
import { alphabets, spellings } from './spellings.ts'
import { english, french, more } from './small-words.ts'
import { scriptOf } from './scripts.ts'

export interface Lexicon {
  words: ReadonlySet<string>
  /** Its letters besides a to z. */
  letters: ReadonlySet<string>
  /** Elided and contracted words such as `l’`. */
  signs: readonly RegExp[]
}

/** Names of the package’s lists by language. */
export const packageLists: Readonly<Record<string, readonly string[]>> = {
  af: ['afr'],
  bg: ['bul'],
  ca: ['cat'],
  cs: ['ces'],
  da: ['dan'],
  de: ['deu'],
  eo: ['epo'],
  es: ['spa'],
  et: ['est'],
  eu: ['eus'],
  fa: ['fas'],
  fi: ['fin'],
  fil: ['tgl'],
  ga: ['gle'],
  gl: ['glg'],
  hr: ['hrv'],
  hu: ['hun'],
  id: ['ind'],
  it: ['ita'],
  lt: ['lit'],
  lv: ['lav'],
  ms: ['msa'],
  nb: ['nob'],
  nl: ['nld'],
  nn: ['nob'],
  no: ['nob'],
  pl: ['pol'],
  pt: ['por', 'porBr'],
  ro: ['ron'],
  ru: ['rus'],
  sk: ['slk'],
  sl: ['slv'],
  sv: ['swe'],
  sw: ['swa'],
  tl: ['tgl'],
  tr: ['tur'],
  uk: ['ukr'],
  vi: ['vie'],
}

/** @param alphabet - Where it is not known, the letters of the words. */
function lexiconOf(
  words: readonly string[],
  signs: readonly RegExp[] = [],
  alphabet?: string,
): Lexicon {
  const all = words.map((word) => word.normalize('NFC').toLowerCase())
  const ownLetters = (word: string): string[] => word.match(/(?![a-z])\p{L}/gu) ?? []
  if (alphabet === undefined) {
    return { words: new Set(all), letters: new Set(all.flatMap(ownLetters)), signs }
  }
  const letters = new Set(alphabet)
  const whole = all.filter((word) => ownLetters(word).every((letter) => letters.has(letter)))
  return { words: new Set(whole), letters, signs }
}

/**
 * The lists of two languages, with the spellings that distinguish them where they are close, and without the letters that
 * both have: `ø` is no sign of Danish beside Norwegian.
 */
export async function loadLexicons(
  source: string,
  target: string,
): Promise<{ lexicons: [Lexicon | undefined, Lexicon | undefined]; hasSpellings: boolean }> {
  const [first, second] = [await loadLexicon(source), await loadLexicon(target)]
  if (!first || !second) return { lexicons: [first, second], hasSpellings: false }
  const names = [listNameOf(source), listNameOf(target)]
  const signs = spellings[names.toSorted().join(' ')]
  const [own, other] = names[0]! < names[1]! ? (signs ?? []) : (signs?.toReversed() ?? [])
  const lexicons: [Lexicon, Lexicon] = [besides(first, second, own), besides(second, first, other)]
  return { lexicons, hasSpellings: signs !== undefined }
}

function besides({ words, letters, signs }: Lexicon, other: Lexicon, sign?: RegExp): Lexicon {
  return {
    words,
    letters: letters.difference(other.letters),
    signs: sign ? [...signs, sign] : signs,
  }
}

/** The language whose list a locale has here. */
function listNameOf(locale: string): string {
  const { language } = new Intl.Locale(locale)
  // Serbian and Bosnian in Latin letters have the small words of Croatian.
  if (scriptOf(locale) === 'Latn' && ['bs', 'sr', 'sh'].includes(language)) return 'hr'
  return language === 'no' || language === 'nn' ? 'nb' : language
}

function listed(text: string): string[] {
  return text.trim().split(/\s+/)
}

/** Lists that are always here, by primary language subtag. */
export const lexicons: ReadonlyMap<string, Lexicon> = new Map([
  ['en', lexiconOf(listed(english), [/^[a-z]+'(?:s|t|re|ll|ve)$/])],
  [
    'fr',
    lexiconOf(
      [...listed(french), ...'âçëîïôùûœ'],
      [/^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\p{L})/u],
    ),
  ],
])

/** The list of a locale’s language; undefined if there is none. */
export async function loadLexicon(locale: string): Promise<Lexicon | undefined> {
  const { language } = new Intl.Locale(locale)
  const own = lexicons.get(language)
  if (own) return own
  const name = listNameOf(locale)
  const lists = (await import('stopword')) as Readonly<Record<string, unknown>>
  const words = (packageLists[name] ?? []).flatMap((list) => lists[list] as string[])
  const all = [...words, ...listed(more[name] ?? '')]
  // The package has single letters in some lists, which are no words.
  const whole = all.filter((word) => word.length > 1)
  return whole.length ? lexiconOf(whole, [], alphabets[name]) : undefined
}

/** Whether a word, folded, is one of the list, or has a letter or a form that only its language has. */
export function isInLexicon(word: string, { words, letters, signs }: Lexicon): boolean {
  return (
    words.has(word) ||
    signs.some((sign) => sign.test(word)) ||
    [...word].some((letter) => letters.has(letter))
  )
}
