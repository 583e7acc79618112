/** Which of two languages a sentence is in, if that is clear. */
import { type Lexicon, isInLexicon, lexicons, loadLexicon, loadLexicons } from './lexicon.ts'
import { hasOwnLetters, lettersBetween, scriptOf } from './scripts.ts'
import { splitWords } from './words.ts'
import { distance } from 'fastest-levenshtein'

/**
 * Gives the primary subtag of one of two languages for a text without code and names; undefined is
 * the answer wherever there is doubt: a false alarm costs more trust than a missed one.
 *
 * @param original - The text of the source, if there is one. What both have may be a name that was kept; what only the
 *   translation has shows its language. A text that is the same is in the target’s language only if much says so.
 */
export type Vote = (text: string, original?: string) => string | undefined

/** What it takes to decide. Set on one half of the sentences of `bench/detection.ts`, reported of the other. */
const enough = {
  /** Small words of a language. One proves little: `Skype for Business` occurs in French, too. */
  words: 2,
  /** Small words of the target’s language in a text that the source has, too, where the languages are close. */
  wordsOfSame: 3,
  /** Small words of a language for each one of the other. */
  majority: 3,
  /** Part of the words that are the source’s where a translation is an earlier version of it. */
  shared: 0.5,
  /** The same of languages that are close: there a translation has many words of its source. */
  sharedIfClose: 0.65,
  /** The same where another word is nearly one of the source. */
  sharedWithTwins: 0.9,
  /** Part of the letters in which such a word differs, at most. */
  twin: 0.4,
  /** Part of the small words that close languages have in common: Danish and Norwegian 0.6, Spanish and Italian 0.1. */
  close: 0.3,
  /** Words in small letters at which the library is enough for languages that are close. */
  long: 7,
  /** Words in small letters that the library needs. */
  prose: 4,
  /** By how much the library’s scores of close languages differ where no small word distinguishes them. */
  margin: 0.02,
  /** Latin letters for each one of another script where a word of it occurs in a Latin sentence. */
  latin: 8,
  /** Chinese letters without any Japanese one. */
  han: 10,
}

/** The vote of a library; undefined where its scores of the two languages differ by less than `margin`. */
type Library = (text: string, margin?: number) => string | undefined

const undecided = () => undefined

/** The vote of a pair of languages that have word lists here; undefined for any other pair. */
export function wordVote(source: string, target: string): Vote | undefined {
  const [first, second] = [lexicons.get(primary(source)), lexicons.get(primary(target))]
  if (!first || !second || first === second) return undefined
  return voteByWords([source, target], [first, second], undecided)
}

/**
 * The vote for any pair: by script where the scripts differ, else by word lists and a library, which are loaded
 * only then. Variants of one language, such as British and American English, are not distinguished.
 */
export async function loadVote(source: string, target: string): Promise<Vote> {
  if (areVariants(source, target)) return undecided
  const scripts = [scriptOf(source), scriptOf(target)] as const
  if (scripts[0] !== scripts[1]) {
    const lexicon = scripts[0] === 'Latn' ? await loadLexicon(source) : undefined
    return voteByScript([source, target], scripts, lexicon)
  }
  const {
    lexicons: [first, second],
    hasSpellings,
  } = await loadLexicons(source, target)
  const library = await libraryVote([source, target])
  if (!first || !second) return (text) => library(text)
  return voteByWords([source, target], [first, second], library, hasSpellings)
}

/** Whether two locales are variants of one language in one script. */
export function areVariants(source: string, target: string): boolean {
  return primary(source) === primary(target) && scriptOf(source) === scriptOf(target)
}

/** Distinct words of a text and those of its source, folded. */
interface Words {
  all: readonly string[]
  /** Those in small letters; any other may be a name. */
  small: readonly string[]
  original?: ReadonlySet<string>
}

function wordsOf(text: string, original: string | undefined): Words {
  const typed = splitWords(text)
  const all = [...new Set(typed.map(fold))]
  const small = typed.filter((word) => /^\p{Ll}{3,}$/u.test(word)).map(fold)
  if (original === undefined) return { all, small }
  return { all, small, original: new Set(splitWords(original).map(fold)) }
}

function fold(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('’', "'")
}

/** What part of the words the source has, too. */
function sharedPart({ all, original }: Words): number {
  return all.filter((word) => original?.has(word)).length / (all.length || 1)
}

/** Whether a text has so much of its source that it is hardly anything but an earlier version of it. */
function isEarlierText(words: Words, isClose: boolean): boolean {
  if (words.original === undefined) return false
  const part = sharedPart(words)
  if (!isClose) return part >= enough.shared
  return part >= (hasTwins(words) ? enough.sharedWithTwins : enough.sharedIfClose)
}

/**
 * Whether words of a text are nearly words that only its source has: `attributter` for `attribut`. Close languages have
 * many such words, and who edits a sentence seldom writes one.
 */
function hasTwins({ all, original = new Set() }: Words): boolean {
  const own = new Set(all)
  const theirs = [...original].filter((word) => word.length >= 4 && !own.has(word))
  return all.some(
    (word) =>
      word.length >= 4 &&
      !original.has(word) &&
      theirs.some((twin) => {
        const most = enough.twin * Math.max(word.length, twin.length)
        return twin[0] === word[0] && distance(twin, word) <= most
      }),
  )
}

function voteByWords(
  locales: readonly [string, string],
  [first, second]: readonly [Lexicon, Lexicon],
  library: Library,
  hasSpellings = false,
): Vote {
  const [source, target] = locales.map(primary)
  const isClose = commonPart(first, second) >= enough.close
  return (text, original) => {
    const isSame = original === text
    const words = wordsOf(text, isSame ? undefined : original)
    const own = onlyIn(first, second, words)
    const other = onlyIn(second, first, words)
    if (isSame && own.length < other.length) {
      return isClearlyTarget(own, other, text) ? target : undefined
    }
    if (other.length > own.length) {
      return isClear(other, own, words) && library(text) !== source ? target : undefined
    }
    const isEarlier = isEarlierText(words, isClose)
    if (isClear(own, other, words) && isOwnText(own, words, { isEarlier, isClose })) {
      return library(text) === target ? undefined : source
    }
    // A translation into a close language has many words of its source, but those that only the source’s has are not among
    // them; that the library finds the same makes up for what the lists lack.
    if (isClose && isClear(own, other, words) && own.length >= enough.words) {
      const answer = library(text)
      const isMuch = hasSpellings && own.length > enough.words && answer !== target
      return answer === source || isMuch ? source : undefined
    }
    // Much may have changed since: a word that only the source’s language has and the source does not is no kept name.
    const isAdded = own.some((word) => words.original && !words.original.has(word))
    if (isAdded && other.length === 0 && words.small.length >= enough.long) {
      return library(text) === source ? source : undefined
    }
    // Short sentences of close languages look alike to the library: it is not enough by itself.
    const isAlike = isClose || hasTwins(words)
    const isLong = !isAlike || words.small.length >= enough.long
    const isMore = own.length > other.length || (isLong && other.length === 0)
    const margin = isAlike && own.length === 0 ? enough.margin : 0
    return isEarlier && isMore && library(text, margin) === source ? source : undefined
  }

  function isClearlyTarget(own: readonly string[], other: readonly string[], text: string) {
    const least = isClose ? enough.wordsOfSame : enough.words
    return own.length === 0 && other.length >= least && library(text) !== source
  }

  function isClear(evidence: readonly string[], against: readonly string[], words: Words): boolean {
    const isEnough =
      evidence.length >= enough.words || (evidence.length === 1 && words.small.some(isContent))
    return isEnough && evidence.length >= enough.majority * against.length
  }

  /** Whether it is a word that is in neither list. */
  function isContent(word: string): boolean {
    return !isInLexicon(word, first) && !isInLexicon(word, second)
  }
}

/** Words that only one of two languages has. */
function onlyIn(lexicon: Lexicon, other: Lexicon, { all }: Words): string[] {
  return all.filter((word) => isInLexicon(word, lexicon) && !isInLexicon(word, other))
}

/** Whether small words of the source’s language are the text’s own, and not of a name that was kept. */
function isOwnText(
  evidence: readonly string[],
  { original }: Words,
  { isEarlier, isClose = false }: { isEarlier: boolean; isClose?: boolean },
): boolean {
  if (!original) return evidence.length > 0
  if (isEarlier && evidence.length >= enough.words) return true
  const added = evidence.filter((word) => !original.has(word))
  return !isClose && added.length >= enough.words
}

/** What part of the shorter list both have. */
function commonPart({ words }: Lexicon, { words: others }: Lexicon): number {
  return words.intersection(others).size / Math.min(words.size, others.size)
}

/** By letters, where the two languages are not written with the same ones. */
function voteByScript(
  locales: readonly [string, string],
  scripts: readonly [string, string],
  lexicon: Lexicon | undefined,
): Vote {
  const own = lettersBetween(scripts[0], scripts[1])
  const other = lettersBetween(scripts[1], scripts[0])
  const languages = locales.map(primary) as [string, string]
  const count = (text: string) => [countOf(own, text), countOf(other, text)] as const
  if (scripts[0] === 'Latn') return voteByLatin(languages, count, lexicon)
  const [source, target] = languages
  return (text, original) => {
    const [mine, theirs] = count(text)
    // Chinese has no letter that Japanese does not have.
    if (!hasOwnLetters(scripts[0], scripts[1])) {
      return theirs > 0 ? target : mine >= enough.han ? source : undefined
    }
    if (!hasOwnLetters(scripts[1], scripts[0])) return mine > 0 ? source : undefined
    // The same in the source: its code may have more letters than its words.
    if ((original === undefined || original === text) && mine > 1) return source
    // A Latin word has several letters for one of Chinese.
    const weight = scripts[1] === 'Latn' ? 3 : 1
    if (mine === 0 && theirs === 0) return undefined
    return weight * mine > theirs ? source : target
  }
}

/** A Latin sentence on a page in another script may be a name; small words show that it is none. */
function voteByLatin(
  [source, target]: readonly [string, string],
  count: (text: string) => readonly [number, number],
  lexicon: Lexicon | undefined,
): Vote {
  return (text, original) => {
    const [mine, theirs] = count(text)
    if (theirs > 0 && mine < enough.latin * theirs) return target
    const words = wordsOf(text, original)
    const evidence = lexicon ? words.all.filter((word) => isInLexicon(word, lexicon)) : []
    const isEarlier = sharedPart(words) >= enough.shared
    const isOwn = isOwnText(evidence, words, { isEarlier })
    return evidence.length >= enough.words && isOwn ? source : undefined
  }
}

function countOf(letters: RegExp, text: string): number {
  return text.match(letters)?.length ?? 0
}

/** What the library calls a language by another tag. */
const libraryNames: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', fil: 'tl' }

async function libraryVote(locales: readonly [string, string]): Promise<Library> {
  const languages = locales.map((locale) => libraryNames[primary(locale)] ?? primary(locale))
  const { eld } = await import('eld/small')
  const detector = eld.newInstance()
  const understood = Object.values(detector.setLanguageSubset(languages))
  // With only one of the two known to it, everything would be in that one.
  if (languages.some((language) => !understood.includes(language))) return undecided
  return (text, margin = 0) => {
    // Names look like English to it, whatever language they are in.
    const prose = splitWords(text).filter((word) => !/\p{Lu}/u.test(word))
    if (prose.length < enough.prose || !prose.some((word) => word.length > 3)) return undefined
    const result = detector.detect(prose.join(' '))
    const [first = 0, second = 0] = languages.map((name) => result.getScores()[name] ?? 0)
    const isClear = result.isReliable() && Math.abs(first - second) >= margin
    const index = isClear ? languages.indexOf(result.language) : -1
    return index < 0 ? undefined : primary(locales[index]!)
  }
}

/** The language of a locale; Norwegian has one tag for all of it here. */
export function primary(locale: string): string {
  return locale.toLowerCase().split('-')[0] ?? ''
}
