/** Two pages that are aligned: how well their units go together, by their indices. */
import type { LockIndex } from '../lock/lock-index.ts'
import type { Anchors } from './known-pairs.ts'
import type { WordEvidence } from './lexicon.ts'
import { constants } from './constants.ts'
import { type Weights, scorePair } from './score.ts'
import { type Matches, alignSequences } from './sequence.ts'
import type { AlignUnit } from './units.ts'

export interface AlignedPages {
  sources: readonly AlignUnit[]
  targets: readonly AlignUnit[]
  weights: Weights
  anchors: Anchors
  byTarget: LockIndex['byTarget']
  /** Known scores without the lexicon: pages are aligned several times. NaN for units that cannot be a pair. */
  scores: Map<number, number>
  /** Learnt from a first alignment. */
  lexicon?: WordEvidence
}

/** Undefined for units that cannot be a pair. */
export function scoreUnits(item: number, other: number, pages: AlignedPages): number | undefined {
  const key = item * pages.targets.length + other
  let score = pages.scores.get(key)
  if (score === undefined) {
    score = scoreWithoutWords(item, other, pages)
    pages.scores.set(key, score)
  }
  return Number.isNaN(score) ? undefined : score + (pages.lexicon?.(item, other) ?? 0)
}

function scoreWithoutWords(item: number, other: number, pages: AlignedPages): number {
  const [from, to] = [pages.sources[item], pages.targets[other]]
  const result = from && to && scorePair(from, to, pages.weights)
  if (!result) return NaN
  const { doubtful } = constants
  const known = pages.anchors.known(item, other)
  const isDoubtful =
    known === 0 &&
    Math.min(from.length, to.length) >= doubtful.length &&
    result.words < doubtful.words &&
    to.blocks.every(({ hash }) => pages.byTarget(hash).length > 0) &&
    !shareCode(from, to)
  return result.score + constants.score.known * known - (isDoubtful ? doubtful.cost : 0)
}

/** Align two lists of indices; the matches hold the indices themselves. */
export function alignIndices(
  rows: readonly number[],
  columns: readonly number[],
  score: (item: number, other: number) => number | undefined,
): Matches {
  const scoreAt = (row: number, column: number) => score(rows[row]!, columns[column]!)
  return alignSequences([rows.length, columns.length], scoreAt, constants.score.gap).map(
    ([row, column]) => [rows[row]!, columns[column]!] as const,
  )
}

function shareCode(unit: AlignUnit, other: AlignUnit): boolean {
  return [...unit.codes].some((code) => other.codes.has(code))
}
