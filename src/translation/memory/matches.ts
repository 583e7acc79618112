/** Find matches for a unit: translations of equal or similar texts, in the docset or the memory. */
import { distance } from 'fastest-levenshtein'
import { type Part, plainWords } from '../codec/codec.ts'
import { toTags } from '../codec/tags.ts'
import { isPending, type Match, type Unit, type UnitSet } from '../formats/unit.ts'
import type { Memory } from '../formats/tmx.ts'
import { sentences } from '../language/words.ts'
import { cutParts, fitCodes, shownShape } from './fit-codes.ts'

/** Least similarity in percent, as in other tools: a worse match is more work to correct than to write anew. */
const leastSimilarity = 70
/** Least share of common words in percent: a cheap test before letters are compared. */
const leastCommonWords = 60
/** How many matches a unit gets. */
const mostMatches = 2

interface Known {
  source: readonly Part[]
  target: readonly Part[]
  origin: Match['origin']
  /** The unit, if it is from the docset. */
  unit?: Unit
  shape: string
  words: ReadonlySet<string>
}

/**
 * Make a function that finds the best matches for a unit, the best first. 100 % means equal text and codes; a match that
 * is put together from known sentences has 99 %.
 */
export function matchFinder(set: UnitSet, memory?: Memory): (unit: Unit) => Match[] {
  const known = knownIn(set, memory)
  const near = indexOf(known)
  const sentence = sentenceFinder(set, known)
  return (unit) => {
    const shape = shownShape(unit.source)
    const words = wordSet(shape)
    const own = unit.target && toTags(unit.target)
    const whole = near(words)
      .filter((item) => item.unit !== unit)
      .flatMap((item): Match[] => {
        const { parts, isWhole } = fitCodes(unit.source, item.source, item.target)
        const likeness =
          item.shape === shape && isWhole ? 100 : Math.min(99, similarity(shape, item.shape))
        const { source, origin } = item
        return likeness < leastSimilarity ? [] : [{ source, target: parts, likeness, origin }]
      })
    const composed = whole.some(({ likeness }) => likeness >= 99) ? undefined : sentence(unit)
    const sorted = [...(composed ? [composed] : []), ...whole]
      .filter(({ target }) => toTags(target) !== own)
      .toSorted((a, b) => b.likeness - a.likeness)
    const once = Map.groupBy(sorted, ({ target }) => toTags(target))
    return [...once.values()].flatMap(([first]) => first ?? []).slice(0, mostMatches)
  }
}

/** `set` with matches for its pending units, found in the units of `all` and in the memory. */
export function withMatches(set: UnitSet, all: UnitSet, memory?: Memory): UnitSet {
  const find = matchFinder(all, memory)
  const units = set.units.map((unit): Unit => {
    const matches = isPending(unit) ? find(unit) : []
    return matches.length ? { ...unit, matches } : unit
  })
  return { ...set, units }
}

function knownIn({ units }: UnitSet, memory: Memory | undefined): Known[] {
  const known: Known[] = []
  const keys = new Set<string>()
  const add = (item: Omit<Known, 'shape' | 'words'>) => {
    const shape = shownShape(item.source)
    const key = `${shape}\n${shownShape(item.target)}`
    // Units of equal text are all kept, because a unit is no match for itself.
    if (!plainWords(item.target).trim() || (!item.unit && keys.has(key))) return
    keys.add(key)
    known.push({ ...item, shape, words: wordSet(shape) })
  }
  for (const unit of units) {
    const { source, target } = unit
    if (!isPending(unit) && target) add({ source, target, origin: 'docset', unit })
  }
  for (const { source, target } of memory?.entries ?? []) {
    if (target) add({ source, target, origin: 'memory' })
  }
  return known
}

/**
 * Find all texts with enough common words. To have 60 % in common, two sets share at least three sevenths of the words of
 * either one, so they share one of its four sevenths rarest words. Only texts with one of these are compared.
 */
function indexOf(known: readonly Known[]): (words: ReadonlySet<string>) => Known[] {
  const byWord = new Map<string, Known[]>()
  for (const item of known) {
    for (const word of item.words) {
      const list = byWord.get(word)
      if (list) list.push(item)
      else byWord.set(word, [item])
    }
  }
  return (words) => {
    const rarest = [...words].toSorted((a, b) => count(a) - count(b))
    const enough = words.size - Math.ceil((3 * words.size) / 7) + 1
    const near = new Set(rarest.slice(0, enough).flatMap((word) => byWord.get(word) ?? []))
    return [...near].filter((item) => 100 * commonWords(words, item.words) >= leastCommonWords)
  }

  function count(word: string): number {
    return byWord.get(word)?.length ?? 0
  }
}

/** Put together a match for a unit of which each sentence is known. */
function sentenceFinder(
  { sourceLocale, targetLocale }: UnitSet,
  known: readonly Known[],
): (unit: Unit) => Match | undefined {
  const pieces = new Map<string, Known>()
  for (const item of known) {
    const sources = sentencesOf(item.source, sourceLocale)
    const targets = sentencesOf(item.target, targetLocale)
    if (!sources || sources.length !== targets?.length) continue
    for (const [index, source] of sources.entries()) {
      const target = targets[index]
      const shape = shownShape(source)
      if (target && !pieces.has(shape)) pieces.set(shape, { ...item, source, target, shape })
    }
  }
  return (unit) => {
    const own = sentencesOf(unit.source, sourceLocale)
    if (!own || own.length < 2) return undefined
    const translated = own.map((source) => {
      const item = pieces.get(shownShape(source))
      const fitted = item && fitCodes(source, item.source, item.target)
      return item && fitted?.isWhole ? { item, parts: fitted.parts } : undefined
    })
    const whole = translated.filter((item) => item !== undefined)
    const [first] = whole
    if (!first || whole.length < own.length) return undefined
    const space = /^(?:zh|ja)\b/.test(targetLocale) ? '' : ' '
    const target = whole.flatMap(({ parts }, index): Part[] =>
      index ? [{ kind: 'text', text: space }, ...parts] : parts,
    )
    const { origin } = whole.find(({ item }) => item.origin === 'memory')?.item ?? first.item
    return { source: unit.source, target, likeness: 99, origin }
  }
}

function sentencesOf(parts: readonly Part[], locale: string): Part[][] | undefined {
  return cutParts(parts, sentences(plainWords(parts), locale))
}

/** Similarity by edit distance, in percent. */
function similarity(text: string, other: string): number {
  const [a, b] = [text.toLowerCase(), other.toLowerCase()]
  return Math.round(100 * (1 - distance(a, b) / Math.max(a.length, b.length, 1)))
}

/** Share of common words (Sørensen–Dice), 0 to 1. */
function commonWords(item: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0
  for (const word of item) if (other.has(word)) common++
  return (2 * common) / (item.size + other.size || 1)
}

/** Runs of letters and digits, or each Han or kana character; a text without any is one word. */
function wordSet(text: string): Set<string> {
  const words = text
    .toLowerCase()
    .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu)
  return new Set(words ?? [text])
}
