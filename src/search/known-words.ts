/** What words stand under in an index: Pagefind is asked once for each word. */
import { wordsBetweenSpaces } from './article-text.ts'
import { usualWeight } from './article-words.ts'
import { CborReader } from './cbor.ts'
import type { EntryText } from './read-article.ts'
import { formMark } from './word-table.ts'

/** A word with all its signs, as it stands between spaces. */
interface KnownWord {
  word: string
  /** Numbers of the names that it stands under; those of parts of a compound are below zero. */
  names: number[]
  /** How many parts it has as a compound. */
  parts: number
}

/**
 * What the words of a language stand under in an index. Pagefind is asked for it: it knows stems, accents, and the
 * parts of compounds.
 */
export interface KnownWords {
  text: Map<string, KnownWord>
  /** Words of metadata, of which Pagefind makes fewer compounds. */
  fields: Map<string, KnownWord>
  /** Each word of the index, and each form of it. */
  names: { name: string; of: number | undefined }[]
  numbers: Map<string, number>
}

/** Words that Pagefind has to be asked for. */
export interface NewWords {
  text: KnownWord[]
  fields: KnownWord[]
}

/** The words of an entry, one by one. */
export interface EntryWords {
  text: readonly KnownWord[]
  weights: readonly number[]
  /** By the name of a field. */
  fields: ReadonlyMap<string, readonly KnownWord[]>
}

export function noKnownWords(): KnownWords {
  // Numbers begin at 1, for 0 has no sign.
  return { text: new Map(), fields: new Map(), names: [{ name: '', of: 0 }], numbers: new Map() }
}

/** The words of an entry; those that nothing is known of are added to `fresh`. */
export function findWords(
  { words, weights, meta }: EntryText,
  known: KnownWords,
  fresh: NewWords,
): EntryWords {
  const find = (list: readonly string[], kind: 'text' | 'fields') =>
    list.map((word) => {
      const found = known[kind].get(word)
      if (found) return found
      const added: KnownWord = { word, names: [], parts: 0 }
      known[kind].set(word, added)
      fresh[kind].push(added)
      return added
    })
  const fields = new Map<string, readonly KnownWord[]>()
  for (const name in meta) fields.set(name, find(wordsBetweenSpaces(meta[name]!), 'fields'))
  return { text: find(words, 'text'), weights, fields }
}

/**
 * Learn words from an index of one entry, whose text and whose only field they are.
 *
 * @param chunks - As Pagefind writes them.
 */
export function learnWords(
  { text, fields }: NewWords,
  chunks: readonly Uint8Array[],
  known: KnownWords,
): void {
  for (const chunk of chunks) {
    const reader = new CborReader(chunk)
    reader.array()
    for (let words = reader.array(); words > 0; words--) {
      reader.array()
      const word = reader.word()
      const number = numberOf(word, undefined, known)
      learnName(reader, number)
      for (let forms = reader.array(); forms > 0; forms--) {
        reader.array()
        learnName(reader, numberOf(word + formMark + reader.word(), number, known))
      }
    }
  }

  function learnName(reader: CborReader, name: number): void {
    for (let pages = reader.array(); pages > 0; pages--) {
      reader.array()
      reader.number()
      learnPlaces(reader, name, text)
      learnPlaces(reader, name, fields)
    }
  }
}

/** A number below zero is a weight, or a field, and after it no place counts on. */
function learnPlaces(reader: CborReader, name: number, words: readonly KnownWord[]): void {
  let [weight, place] = [0, 0]
  for (let left = reader.array(); left > 0; left--) {
    const number = reader.number()
    if (number < 0) [weight, place] = [-1 - number, 0]
    else {
      const word = words[(place += number)]
      const isPart = weight !== usualWeight
      word?.names.push(isPart ? -name : name)
      if (word && isPart) word.parts++
    }
  }
}

function numberOf(key: string, of: number | undefined, { names, numbers }: KnownWords): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, names.length)
  const name = of === undefined ? key : key.slice(key.indexOf(formMark))
  return names.push({ name, of }) - 1
}
