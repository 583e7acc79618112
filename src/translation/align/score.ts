/** How well a unit of the source and one of the translation go together, without a dictionary. */
import type { Block } from '../blocks/block.ts'
import { primary } from '../language/detect-language.ts'
import { scriptOf } from '../language/scripts.ts'
import { type NamesApart, compareNames } from './names.ts'
import { constants } from './constants.ts'
import type { AlignUnit } from './units.ts'

/** Weights by stem, and their sum by unit: a stem that is in many blocks says little about one of them. */
export interface Weights {
  of: ReadonlyMap<string, number>
  total: ReadonlyMap<AlignUnit, number>
  namesApart: NamesApart
  signsApart: NamesApart
  /** Characters of a translation for one of its source. */
  ratio: number
}

export function weightsOf(
  sources: readonly AlignUnit[],
  targets: readonly AlignUnit[],
  ratio = 1,
): Weights {
  const units = [...sources, ...targets]
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
  return {
    ...{ of, total, ratio },
    namesApart: compareNames(sources, targets),
    signsApart: compareNames(
      sources.map(({ signs }) => signs),
      targets.map(({ signs }) => signs),
    ),
  }
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
  const { score: add } = constants
  const words = shared(source, target, weights)
  let score = add.kind + add.words * words
  if (source.columns === target.columns) {
    score -= add.names * weights.namesApart(source, target)
    score -= add.signs * weights.signsApart(source.signs, target.signs)
    score -= lengthCost(source, target, weights)
  } else {
    // What one of the rows has more is in a column of its own.
    score -= add.columns
  }
  if (source.codes.size || target.codes.size) {
    const codes = jaccard(source.codes, target.codes)
    score += codes > 0 ? codes : -add.codes
  }
  score += source.path === target.path ? add.path : -add.otherPath
  const [block] = source.blocks
  const [other] = target.blocks
  if (block && other) score += scorePlace(block, other)
  return { score, words }
}

/** What says where a block belongs, whatever its words. */
function scorePlace(block: Block, other: Block): number {
  const { score: add } = constants
  let score = block.depth === other.depth ? 0 : -add.depth
  if (block.place.key !== other.place.key) score -= add.id
  else if (block.place.key) score += add.id
  if (block.id && other.id) {
    const isSame = block.id === other.id
    if (other.borrowed) score += isSame ? add.borrowed : -add.otherBorrowed
    else score += isSame ? add.id : -add.otherId
  }
  return score
}

function lengthCost(source: AlignUnit, target: AlignUnit, { ratio }: Weights): number {
  const { length, lengthMost, lengthLeast } = constants.score
  const longer = Math.log(
    (target.length / Math.min(1, ratio) + lengthLeast) /
      (source.length * Math.max(1, ratio) + lengthLeast),
  )
  return Math.min(lengthMost, longer * longer * length)
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
const characters: Readonly<Record<string, number>> = {
  ...{ en: 100, zh: 36, ja: 50, ko: 50, de: 114, fr: 118 },
}
const usual = 105

/** Characters of a translation for one of its source, learnt from the lengths of two pages in all. */
export function lengthRatio(
  [source, target]: readonly [string, string],
  [from, to]: readonly [number, number],
): number {
  const { prior: weight, range: known, unknown } = constants.ratio
  const prior = density(target) / density(source)
  const range = [source, target].every(isMeasured) ? known : unknown
  const learnt = (to + weight * prior) / (from + weight)
  return Math.min(prior * range, Math.max(prior / range, learnt))
}

function density(locale: string): number {
  return characters[languageOf(locale)] ?? usual
}

function isMeasured(locale: string): boolean {
  return languageOf(locale) in characters
}

/** A key of the table: Cantonese is as short as Mandarin. */
function languageOf(locale: string): string {
  return ['Hans', 'Hant'].includes(scriptOf(locale)) ? 'zh' : primary(locale)
}
