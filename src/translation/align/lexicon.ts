/**
 * Words that translate each other on two pages, learnt from a first alignment of their units.
 *
 * Without it, where two languages share no letters, short sentences differ in length only. What two
 * units say themselves in the pairs that they are in does not count for them: else each pair would prove itself.
 */
import { constants } from './constants.ts'
import type { Matches } from './sequence.ts'
import { type AlignUnit, segmentsIn } from './units.ts'

const { lexicon: numbers } = constants

/** What the words of two units say of them: added to their score. */
export interface WordEvidence {
  /** Of two units, by their indices. */
  (item: number, other: number): number
  /** Of two texts that are parts of the units of a pair, such as cells of a row. */
  ofParts: (pair: Matches[number], texts: readonly [string, string]) => number
}

/** A unit as its words are compared. */
interface Words {
  /** Those that may have a translation here. */
  known: readonly KnownWord[]
  all: Flags
  /** The words of the unit that it is paired with. */
  partner?: Flags
}

/** Of the words of a side that have candidates, by their numbers: 1 for those that a unit has. */
type Flags = Uint8Array

interface KnownWord {
  number: number
  /** Numbers of its candidates. */
  twins: readonly number[]
  /**
   * Three for each candidate: without the unit’s own pair, which proves nothing of itself; without that and a pair of the
   * other unit that has only one of both words; without that and one that has both.
   */
  weights: readonly number[]
  /** The same of candidates that are sure, or 0. */
  sure: readonly number[]
}

interface Weight {
  /** 0 for a translation that is not sure enough. */
  weight: number
  isSure: boolean
}

interface Candidate {
  word: string
  together: number
  /** Pairs that have the one word, and the other. */
  counts: readonly [number, number]
}

type Candidates = ReadonlyMap<string, readonly Candidate[]>

export function learnLexicon(
  [sources, targets]: readonly [readonly AlignUnit[], readonly AlignUnit[]],
  [from, to]: readonly [string, string],
  matches: Readonly<Matches>,
): WordEvidence {
  const left = wordSets(sources, from)
  const right = wordSets(targets, to)
  const pairs = matches.map(([item, other]) => [left[item]!, right[other]!] as const)
  const counts = [
    countsOf(pairs.map(([set]) => set)),
    countsOf(pairs.map(([, set]) => set)),
  ] as const
  const [forth, back] = candidatesOf(pairs, counts)
  const [lefts, rights] = [numbered(left, forth), numbered(right, back)]
  const items = compared(lefts, rights, matches)
  const others = compared(
    rights,
    lefts,
    matches.map(([item, other]) => [other, item]),
  )
  const ofUnits = (item: number, other: number) => {
    const [one, two] = [items[item]!, others[other]!]
    return compare(one, two, one.partner === two.all)
  }
  const ofParts: WordEvidence['ofParts'] = ([item, other], [text, twin]) =>
    compare(
      partOf(items[item]!, wordsIn([text], from), lefts),
      partOf(others[other]!, wordsIn([twin], to), rights),
      items[item]?.partner === others[other]?.all,
    )
  return Object.assign(ofUnits, { ofParts })

  function compare(one: Words, two: Words, isPair: boolean): number {
    const there = evidence(one, two, isPair)
    const here = evidence(two, one, isPair)
    const known = there.known + here.known
    const hits = there.hits + here.hits
    const missed = there.missed + here.missed
    return (numbers.agree * hits - numbers.miss * missed) / (known + numbers.half)
  }
}

function wordSets(units: readonly AlignUnit[], locale: string): ReadonlySet<string>[] {
  return units.map(({ blocks }) =>
    wordsIn(
      blocks.map(({ text }) => text),
      locale,
    ),
  )
}

function wordsIn(texts: readonly string[], locale: string): ReadonlySet<string> {
  const all = texts.flatMap((text) => segmentsIn(text.toLowerCase(), locale))
  return new Set([...new Set(all.map(root))].slice(0, numbers.most))
}

function partOf(
  { known, partner }: Words,
  words: ReadonlySet<string>,
  { numbers: own }: NumberedWords,
): Words {
  const all = flagsOf(words, own)
  return { known: known.filter(({ number }) => all[number]), all, ...(partner && { partner }) }
}

/** Without most of what inflection adds. */
function root(word: string): string {
  if (/^\p{Script=Hangul}/u.test(word)) return word.slice(0, 2)
  return /^\p{Lo}/u.test(word) ? word : word.slice(0, 6)
}

/** How many of some units have a word, for words that can say anything. */
function countsOf(sets: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const set of sets) for (const word of set) counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Map(
    [...counts].filter(([, count]) => count > numbers.together && count <= numbers.common),
  )
}

type Pairs = readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[]

/** Words of both sides that occur together in enough pairs. */
function candidatesOf(
  pairs: Pairs,
  [counts, others]: readonly [ReadonlyMap<string, number>, ReadonlyMap<string, number>],
): [Candidates, Candidates] {
  const forth = new Map<string, Candidate[]>()
  const back = new Map<string, Candidate[]>()
  for (const [word, row] of togetherIn(pairs, counts, others)) {
    const one = counts.get(word) ?? 0
    for (const [twin, together] of row) {
      const two = others.get(twin) ?? 0
      if (together <= numbers.together || shareOf(together, one, two) < numbers.share) continue
      add(forth, word, { word: twin, together, counts: [one, two] })
      add(back, twin, { word, together, counts: [two, one] })
    }
  }
  return [forth, back]
}

function togetherIn(
  pairs: Pairs,
  counts: ReadonlyMap<string, number>,
  others: ReadonlyMap<string, number>,
): Map<string, Map<string, number>> {
  const together = new Map<string, Map<string, number>>()
  for (const [words, twins] of pairs) {
    const usable = [...twins].filter((twin) => others.has(twin))
    for (const word of words) {
      if (!counts.has(word)) continue
      const row = together.get(word) ?? new Map<string, number>()
      together.set(word, row)
      for (const twin of usable) row.set(twin, (row.get(twin) ?? 0) + 1)
    }
  }
  return together
}

/** Dice’s coefficient. */
function shareOf(together: number, one: number, two: number): number {
  return (2 * together) / (one + two || 1)
}

/** The words of one side. All pairs of units are compared, and numbers are looked up faster than words. */
interface NumberedWords {
  sets: readonly ReadonlySet<string>[]
  candidates: Candidates
  /** Of the words that have candidates. */
  numbers: ReadonlyMap<string, number>
  flags: readonly Flags[]
}

function numbered(sets: readonly ReadonlySet<string>[], candidates: Candidates): NumberedWords {
  const own = new Map([...candidates.keys()].map((word, number) => [word, number]))
  return { sets, candidates, numbers: own, flags: sets.map((set) => flagsOf(set, own)) }
}

function flagsOf(words: ReadonlySet<string>, numbersOf: ReadonlyMap<string, number>): Flags {
  const flags = new Uint8Array(numbersOf.size)
  for (const word of words) {
    const number = numbersOf.get(word)
    if (number !== undefined) flags[number] = 1
  }
  return flags
}

function compared(side: NumberedWords, there: NumberedWords, matches: Readonly<Matches>): Words[] {
  const partner = new Map(matches)
  return side.sets.map((set, index): Words => {
    const other = partner.get(index)
    const own = other === undefined ? undefined : there.flags[other]
    const known = [...set].flatMap((word): KnownWord[] => {
      const number = side.numbers.get(word)
      if (number === undefined) return []
      const candidates = side.candidates.get(word) ?? []
      return [knownWord(number, candidates, there.numbers, own)]
    })
    return { known, all: side.flags[index]!, ...(own && { partner: own }) }
  })
}

/**
 * Weights of the words with a translation, of those that have it on the other side, and of those that surely would.
 *
 * @param isPair - The two units are one of the pairs that the words were learnt from.
 */
function evidence(
  unit: Words,
  other: Words,
  isPair: boolean,
): { known: number; hits: number; missed: number } {
  const pair = isPair ? undefined : other.partner
  let [known, hits, missed] = [0, 0, 0]
  for (const { number, twins, weights, sure: sures } of unit.known) {
    let [best, found, sure] = [0, 0, 0]
    const apart = pair ? 1 + pair[number]! : 0
    for (let index = 0; index < twins.length; index++) {
      const isHere = other.all[twins[index]!] === 1
      const at = 3 * index + (isHere ? apart : 0)
      const weight = weights[at]!
      if (weight > best) best = weight
      if (sures[at]! > sure) sure = sures[at]!
      if (isHere && weight > found) found = weight
    }
    known += best
    hits += found
    missed += Math.max(0, sure - found)
  }
  return { known, hits, missed }
}

/** Weights are computed once for each unit, not for each comparison. */
function knownWord(
  number: number,
  candidates: readonly Candidate[],
  numbersOf: ReadonlyMap<string, number>,
  partner: Flags | undefined,
): KnownWord {
  const one = partner ? 1 : 0
  const [twins, weights, sure]: [number[], number[], number[]] = [[], [], []]
  for (const candidate of candidates) {
    const twin = numbersOf.get(candidate.word)!
    twins.push(twin)
    const both = partner?.[twin] ?? 0
    for (const without of [
      { both, one, other: both },
      { both, one, other: both + 1 },
      { both: both + 1, one: one + 1, other: both + 1 },
    ]) {
      const { weight, isSure } = weigh(candidate, without)
      weights.push(weight)
      sure.push(isSure ? weight : 0)
    }
  }
  return { number, twins, weights, sure }
}

/**
 * How sure a translation is.
 *
 * @param without - How many pairs do not count: of those with both words, with the word, and with its candidate.
 */
function weigh(
  { together, counts }: Candidate,
  without: { both: number; one: number; other: number },
): Weight {
  const left = together - without.both
  const one = counts[0] - without.one
  const share = Math.min(1, shareOf(left, one, counts[1] - without.other))
  if (left < numbers.together || share < numbers.share) return { weight: 0, isSure: false }
  const isSure = left >= numbers.sureTogether && share >= numbers.sureShare
  return { weight: share / Math.sqrt(one || 1), isSure }
}

function add(map: Map<string, Candidate[]>, word: string, candidate: Candidate): void {
  const list = map.get(word)
  if (list) list.push(candidate)
  else map.set(word, [candidate])
}
