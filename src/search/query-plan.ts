/** Split a reader’s question into the concepts to search for. */
import { largest } from '#plugins/large-arrays.ts'
import { engineQuery } from './query.ts'
import { fold } from './vocabulary.ts'

/** The words for questions in one language: `content/search/<locale>.json`. */
export interface Wordings {
  /** Lines of words that say nothing about the subject. */
  stop: readonly string[]
  /** Groups of words or phrases for one thing. */
  synonyms: readonly (readonly string[])[]
}

/** One thing to search for. */
export interface Concept {
  /** As it was typed. */
  typed: string
  /** Queries for the engine; what any of them finds has the concept. */
  queries: readonly string[]
}

/** Nobody types more; the rest of a pasted text does not help. */
const maxConcepts = 10

/**
 * The concepts of a question, in its order.
 *
 * Words that are stop words are left out, unless there is nothing else. The longest run of words
 * that has synonyms is one concept.
 */
export function planOf(typed: string, { stop, synonyms }: Wordings): Concept[] {
  const empty = new Set(stop.flatMap((line) => line.split(' ')).map(key))
  const groups = synonyms.map((group) => group.map((name) => engineQuery(name).split(' ')))
  const words = engineQuery(typed).split(' ').filter(key)
  const concepts = read(words).slice(0, maxConcepts)
  const telling = concepts.filter(({ typed: own }) => !empty.has(key(own)))
  return telling.length ? telling : concepts

  function read(rest: readonly string[]): Concept[] {
    if (!rest.length) return []
    const keys = rest.map(singular)
    const here = groups.flatMap((group) => {
      const name = group.find((item) => item.every((word, index) => singular(word) === keys[index]))
      // Readers write names of several words as one, too: “office365”, “singlesignon”, « motdepasse ».
      const isJoined = group.some((item) => item.length > 1 && joinedOf(item) === keys[0])
      return name || isJoined ? [{ group, length: name?.length ?? 1 }] : []
    })
    const length = largest(
      here.map((item) => item.length),
      1,
    )
    const own = rest.slice(0, length).join(' ')
    const others = here.filter((item) => item.length === length).flatMap(({ group }) => group)
    const names = new Map([own.split(' '), ...others].map((name) => [singularOf(name), name]))
    const queries = here.length > 0 ? queriesFor([...names.values()]) : spellingsOf(own)
    return [{ typed: own, queries }, ...read(rest.slice(length))]
  }
}

/** The question with some of its words in another spelling. */
export function respell(typed: string, spellings: ReadonlyMap<string, string>): string {
  return [...spellings].reduce((text, [from, to]) => text.replace(from, to), typed)
}

/** A word as words are compared, without the signs around it; empty for signs alone. */
function key(word: string): string {
  return fold(word).replace(/[^\p{L}\p{N}]/gu, '')
}

/** The same without the plural of English and French, near enough. */
function singular(word: string): string {
  return key(word).replace(/(?<=\p{L}{3})[sx]$/u, '')
}

function joinedOf(name: readonly string[]): string {
  return singular(name.join(''))
}

/** A word with a hyphen, or of letters and digits, may stand as two words in the index: as these, together. */
function spellingsOf(word: string): string[] {
  const parts = word.split(/[-\u2010\u2011]|(?<=\p{L}{3})(?=\p{N}{2})/u).filter(key)
  const together = parts.length > 1 ? [parts.join(' ')] : otherNumber(word)
  return [word, ...together.map((name) => `"${name}"`)]
}

/**
 * The plural of a singular and the other way round, after the vowels where the French stemmer of the engine leaves
 * the `s` or `x` (https://snowballstem.org/algorithms/french/stemmer.html, step 4): « numéros » and « numéro », « lieux ».
 */
function otherNumber(word: string): string[] {
  const [, single, plural] = /^(\p{L}{2,}[aiouè])([sx]?)[^\p{L}\p{N}]*$/iu.exec(word) ?? []
  if (single === undefined) return []
  return [plural ? single : single + (/eu$/i.test(single) ? 'x' : 's')]
}

function singularOf(name: readonly string[]): string {
  return name.map(singular).join(' ')
}

/**
 * The words of a name must be together. A name that has synonyms must be there as a word: of a word that it
 * does not know the engine drops letters, and `Entra` would find « entre ».
 */
function queriesFor(names: readonly (readonly string[])[]): string[] {
  return names.flatMap((name) => {
    const own = name.join(' ')
    if (name.length > 1) return [`"${own}"`]
    if (names.length === 1) return spellingsOf(own)
    // Names of products have capitals, and no plural.
    const others = /\p{Lu}/u.test(own) ? [] : otherNumber(own)
    return [own, ...others].map((word) => `"${word}"`)
  })
}
