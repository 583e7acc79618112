/**
 * How well a unit of the source and one of the translation go together, without a dictionary.
 *
 * The numbers were set by hand; see `pages.ts`.
 */
import { primary } from '../language/detect-language.ts'
import { scriptOf } from '../language/scripts.ts'
import type { AlignUnit } from './units.ts'

/** The score of a unit without a counterpart. */
export const gap = -0.15

/** Weights by stem, and their sum by unit: a stem that is in many blocks says little about one of them. */
export interface Weights {
  of: ReadonlyMap<string, number>
  total: ReadonlyMap<AlignUnit, number>
  /** Characters of a translation for one of its source. */
  ratio: number
}

export function weightsOf(units: readonly AlignUnit[], ratio = 1): Weights {
  const counts = new Map<string, number>()
  for (const { stems } of units) {
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  }
  const of = new Map([...counts].map(([stem, count]) => [stem, 1 / Math.sqrt(count)]))
  const total = new Map(
    units.map((unit) => [
      unit,
      [...unit.stems].reduce((sum, stem) => sum + (of.get(stem) ?? 0), 0),
    ]),
  )
  return { of, total, ratio }
}

export interface PairScore {
  /** From about -1 to 8; two units that share nothing but their kind have about 0. */
  score: number
  /** Part of the weight of their words that they share, 0 to 1. */
  words: number
}

/** Undefined for units of different kinds, which are never a pair. */
export function scorePair(
  source: AlignUnit,
  target: AlignUnit,
  weights: Weights,
): PairScore | undefined {
  if (source.kind !== target.kind) return undefined
  const words = shared(source, target, weights)
  let score = 0.05 + 2.2 * words
  const { ratio } = weights
  const longer = Math.log(
    (target.length / Math.min(1, ratio) + 12) / (source.length * Math.max(1, ratio) + 12),
  )
  score -= Math.min(0.6, longer * longer * 0.5)
  if (source.codes.size || target.codes.size) {
    const codes = jaccard(source.codes, target.codes)
    score += codes > 0 ? codes : -0.3
  }
  const [block] = source.blocks
  const [other] = target.blocks
  if (block && other) {
    score += source.path === target.path ? 0.1 : -0.3
    if (block.depth !== other.depth) score -= 0.6
    if (block.place.key !== other.place.key) score -= 4
    if (block.place.key && block.place.key === other.place.key) score += 4
    if (block.id && other.id) {
      const isSame = block.id === other.id
      // The order of the page is a good hint until something has moved.
      score += other.borrowed ? (isSame ? 0.6 : -0.2) : isSame ? 4 : -2
    }
  }
  if (source.columns !== target.columns) score -= 0.3
  return { score, words }
}

function shared(unit: AlignUnit, other: AlignUnit, { of, total }: Weights): number {
  const [few, many] = unit.stems.size < other.stems.size ? [unit, other] : [other, unit]
  let common = 0
  for (const stem of few.stems) if (many.stems.has(stem)) common += of.get(stem) ?? 0
  const all = (total.get(unit) ?? 0) + (total.get(other) ?? 0)
  return all ? (2 * common) / all : 0
}

function jaccard(item: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0
  for (const code of item) if (other.has(code)) common++
  return common / (item.size + other.size - common || 1)
}

/** Characters for what English says in a hundred, before any page is read; measured by `test/translation/align/languages.test.ts`. */
const characters: Readonly<Record<string, number>> = { zh: 36, ja: 50, ko: 50, de: 114, fr: 118 }
const usual = 105
/** A page of fewer characters than that says less than the table does. */
const priorWeight = 2000
/** What a page may differ from the table: the rest is blocks that only one language has. */
const range = 1.5

/** Characters of a translation for one of its source, learnt from the lengths of two pages in all. */
export function lengthRatio(
  [source, target]: readonly [string, string],
  [from, to]: readonly [number, number],
): number {
  const prior = density(target) / density(source)
  const learnt = (to + priorWeight * prior) / (from + priorWeight)
  return Math.min(prior * range, Math.max(prior / range, learnt))
}

function density(locale: string): number {
  const isHan = ['Hans', 'Hant'].includes(scriptOf(locale))
  return isHan ? characters['zh']! : (characters[primary(locale)] ?? usual)
}
