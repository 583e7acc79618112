/** The words of an index, for the correction of what a reader mistyped. */
import { plainLetters } from './letters.ts'

/** Shorter words are one letter away from too many others. */
const shortest = 4
/** Words of one stem differ in so many last letters; a slip further in front is a slip. */
const ending = 2
/** So much of a word is the same in all its forms, at least. */
const stem = 0.6

/** Most letters are these few, which are quicker to tell than by the tables of Unicode. */
const letterRuns = /(?:[a-zß-öø-ÿ-]|[\p{L}\p{M}])+/gu

/** As words are compared: small letters, no accents, `œ` as `oe`. */
export function fold(text: string): string {
  return plainLetters(text.toLowerCase())
}

/** All words of some texts that can be a correction, and how often they occur. */
export function countIndexWords(texts: Iterable<string>): Map<string, number> {
  const runs = new Map<string, { count: number }>()
  for (const text of texts) {
    for (const run of text.toLowerCase().match(letterRuns) ?? []) {
      const known = runs.get(run)
      if (known) known.count++
      else runs.set(run, { count: 1 })
    }
  }
  // A text has most of its words many times, and letters are the same wherever a word stands.
  const typed = new Map<string, number>()
  for (const [run, { count }] of runs) {
    for (const word of plainLetters(run).match(/\p{L}+(?:-\p{L}+)*/gu) ?? []) {
      typed.set(word, (typed.get(word) ?? 0) + count)
    }
  }
  const counts = new Map<string, number>()
  for (const [word, count] of typed) {
    // The engine finds « pare-feu » as two words, and as one.
    const forms = word.includes('-')
      ? new Set([word.replaceAll('-', ''), ...word.split('-')])
      : [word]
    for (const form of forms) {
      if (form.length >= shortest) counts.set(form, (counts.get(form) ?? 0) + count)
    }
  }
  return counts
}

/** The words of several texts or parts of an index, by the list that has them, the most frequent first. */
export function wordLists(
  parts: readonly Iterable<readonly [word: string, count: number]>[],
): Map<string, string[]> {
  const counts = new Map<string, number>()
  for (const part of parts) {
    for (const [word, count] of part) counts.set(word, (counts.get(word) ?? 0) + count)
  }
  // Without a function that compares two words, to sort them takes a third of the time.
  const byCount = Map.groupBy([...counts.keys()].sort(), (word) => counts.get(word)!)
  const sorted = [...byCount].toSorted(([m], [n]) => n - m).flatMap(([, words]) => words)
  const lists = new Map<string, string>()
  return Map.groupBy(sorted, ([letter = '']) => {
    const list = lists.get(letter) ?? wordList(letter)
    lists.set(letter, list)
    return list
  })
}

/**
 * The list that has a word and all that it could be a slip of: they begin with the same letter.
 *
 * Letters of other scripts share some lists, for Chinese has thousands.
 */
export function wordList(word: string): string {
  const [letter = ''] = fold(word)
  return /[a-z]/.test(letter) ? letter : `x${(letter.codePointAt(0) ?? 0) % 16}`
}

/**
 * The word of `vocabulary` that is one slip away from `typed`: a letter more, less, other, or two
 * changed over, but not the first letter, which people get right. Undefined where there is none, or
 * where it is no misspelling at all.
 *
 * A word that the engine finds something for, by its stem, is only corrected when the slip is not
 * in its ending: `migrated` is no misspelling of `migrate`.
 */
export function nearestWord(
  typed: string,
  vocabulary: readonly string[],
  finds: boolean,
): string | undefined {
  const word = fold(typed)
  if (word.length < shortest || /[^\p{L}]/u.test(word)) return undefined
  // Nor is the beginning of a word that is still being typed.
  if (vocabulary.some((known) => known.startsWith(word))) return undefined
  return vocabulary.find((known) => {
    const index = slip(word, known)
    return index && (!finds || index <= Math.min(word.length, known.length) - ending)
  })
}

/**
 * Two words of an index that were typed as one: “activedirectory”.
 *
 * @param vocabulary - The words that begin like it.
 * @param vocabularyOf - Gives those that begin like other words.
 */
export async function wordsRunTogether(
  typed: string,
  vocabulary: readonly string[],
  vocabularyOf: (words: readonly string[]) => Promise<readonly string[] | undefined>,
): Promise<string | undefined> {
  const word = fold(typed)
  const heads = vocabulary
    .filter((known) => word.startsWith(known) && word.length - known.length >= shortest)
    .toSorted((a, b) => b.length - a.length)
  if (heads.length === 0) return undefined
  const tails = new Set(await vocabularyOf(heads.map((head) => word.slice(head.length))))
  const head = heads.find((known) => tails.has(word.slice(known.length)))
  return head && `${head} ${word.slice(head.length)}`
}

/**
 * Whether no word of an index begins as this one does.
 *
 * Of such a word the engine drops letters at the end until it finds something: `xyzzy` would find `x`.
 * A word of less than five letters may be the plural of an abbreviation, which the vocabulary lacks; and
 * not every script has spaces between its words.
 */
export function isUnknown(typed: string, vocabulary: readonly string[]): boolean {
  // Of a word with a hyphen the index has all letters together, too.
  const word = fold(typed).replace(/\p{Pd}/gu, '')
  if (word.length <= shortest || /\P{Script=Latin}/u.test(word)) return false
  const beginning = word.slice(0, Math.ceil(word.length * stem))
  return !vocabulary.some((known) => known.startsWith(beginning))
}

/** The words of a question, without the signs between them. */
export function wordsIn(question: string): string[] {
  return question.match(/\p{L}+/gu) ?? []
}

/** How many words of a question an index may have. */
export function knownWords(
  words: readonly string[],
  vocabulary: readonly string[] | undefined,
): number {
  return words.filter((word) => !vocabulary || !isUnknown(word, vocabulary)).length
}

/** Where the one edit is that makes one word of the other. */
function slip(a: string, b: string): number | undefined {
  if (Math.abs(a.length - b.length) > 1 || a === b) return undefined
  let index = 0
  while (index < a.length && a[index] === b[index]) index++
  const swapped =
    a[index] === b[index + 1] &&
    a[index + 1] === b[index] &&
    a.slice(index + 2) === b.slice(index + 2)
  const rest = a.slice(a.length < b.length ? index : index + 1)
  const other = b.slice(b.length < a.length ? index : index + 1)
  return swapped || rest === other ? index : undefined
}
