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
  all: ReadonlySet<string>
  /** The words of the unit that it is paired with. */
  partner?: ReadonlySet<string>
}

interface KnownWord {
  word: string
  twins: readonly Twin[]
}

/** A candidate, weighed for one unit. */
interface Twin extends Weight {
  candidate: Candidate
  /** The unit’s own pair has both words: it proves nothing of itself. */
  own: number
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
  const items = compared(left, right, forth, matches)
  const others = compared(
    right,
    left,
    back,
    matches.map(([item, other]) => [other, item]),
  )
  const ofUnits = (item: number, other: number) => {
    const [one, two] = [items[item]!, others[other]!]
    return compare(one, two, one.partner === two.all)
  }
  const ofParts: WordEvidence['ofParts'] = ([item, other], [text, twin]) =>
    compare(
      partOf(items[item]!, wordsIn([text], from)),
      partOf(others[other]!, wordsIn([twin], to)),
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

function partOf({ known, partner }: Words, all: ReadonlySet<string>): Words {
  return { known: known.filter(({ word }) => all.has(word)), all, ...(partner && { partner }) }
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

function compared(
  sets: readonly ReadonlySet<string>[],
  partners: readonly ReadonlySet<string>[],
  candidates: Candidates,
  matches: Readonly<Matches>,
): Words[] {
  const partner = new Map(matches)
  return sets.map((all, index): Words => {
    const other = partner.get(index)
    const own = other === undefined ? undefined : partners[other]
    const known = [...all].flatMap((word): KnownWord[] => {
      const twins = candidates.get(word)?.map((candidate) => twinOf(candidate, own))
      return twins ? [{ word, twins }] : []
    })
    return { known, all, ...(own && { partner: own }) }
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
  let [known, hits, missed] = [0, 0, 0]
  for (const { word, twins } of unit.known) {
    let [best, found, sure] = [0, 0, 0]
    for (const twin of twins) {
      const isHere = other.all.has(twin.candidate.word)
      const isTheirs = !isPair && isHere && other.partner !== undefined
      const theirs = isTheirs && other.partner?.has(word) ? 1 : 0
      // This is asked of all pairs that could be: what does not depend on the other unit is known.
      const { weight, isSure } = isTheirs ? weigh(twin, unit, { isTheirs, theirs }) : twin
      if (weight > best) best = weight
      if (isSure && weight > sure) sure = weight
      if (isHere && weight > found) found = weight
    }
    known += best
    hits += found
    missed += Math.max(0, sure - found)
  }
  return { known, hits, missed }
}

function twinOf(candidate: Candidate, partner: ReadonlySet<string> | undefined): Twin {
  const own = partner?.has(candidate.word) ? 1 : 0
  const weight = weigh({ candidate, own }, { partner }, { isTheirs: false, theirs: 0 })
  return { candidate, own, ...weight }
}

/** How sure a translation is by the pairs other than those of the two units that are compared. */
function weigh(
  { candidate, own }: Pick<Twin, 'candidate' | 'own'>,
  { partner }: { partner?: ReadonlySet<string> | undefined },
  { isTheirs, theirs }: { isTheirs: boolean; theirs: number },
): Weight {
  const { together, counts } = candidate
  const left = together - own - theirs
  const one = counts[0] - (partner ? 1 : 0) - theirs
  const share = Math.min(1, shareOf(left, one, counts[1] - own - (isTheirs ? 1 : 0)))
  if (left < numbers.together || share < numbers.share) return { weight: 0, isSure: false }
  const isSure = left >= numbers.sureTogether && share >= numbers.sureShare
  return { weight: share / Math.sqrt(one || 1), isSure }
}

function add(map: Map<string, Candidate[]>, word: string, candidate: Candidate): void {
  const list = map.get(word)
  if (list) list.push(candidate)
  else map.set(word, [candidate])
}
