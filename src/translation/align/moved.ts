/** Units that have moved: what is left over on both sides once the rest is aligned in order. */
import type { Block } from '../blocks/block.ts'
import { constants } from './constants.ts'
import { type AlignedPages, alignIndices, scoreUnits } from './pages.ts'
import { scorePair } from './score.ts'
import type { Matches } from './sequence.ts'
import type { AlignUnit } from './units.ts'

/** Units that are left over between two neighbours which have moved, and so have moved with them. */
export function besideMatches(matches: Readonly<Matches>, pages: AlignedPages): Matches {
  const { sources, targets } = pages
  const bySource = new Map(matches)
  const taken = new Set(matches.map(([, other]) => other))
  const score = (item: number, other: number) => scoreUnits(item, other, pages)
  const added: Matches = []
  for (const run of freeRuns(sources.length, bySource)) {
    const [first, end] = [run[0] ?? 0, (run.at(-1) ?? 0) + 1]
    const before = bySource.get(first - 1)
    const after = bySource.get(end) ?? targets.length
    const start = before === undefined ? 0 : before + 1
    const candidates = [
      freeAfter(start, Math.min(targets.length, start + run.length + constants.moved.reach), taken),
      freeBefore(after, Math.max(0, after - run.length - constants.moved.reach), taken),
    ]
    let left: readonly number[] = run
    for (const columns of candidates) {
      const matched = alignIndices(left, columns, score).filter(([, other]) => !taken.has(other))
      for (const match of matched) {
        added.push(match)
        taken.add(match[1])
      }
      const items = new Set(matched.map(([item]) => item))
      left = left.filter((item) => !items.has(item))
    }
  }
  return added
}

/**
 * Units that are left over alone between the same two neighbours on either side: much has changed in them, but who
 * writes instead of a text another one seldom means something else by it.
 */
export function lonelyMatches(matches: Readonly<Matches>, pages: AlignedPages): Matches {
  const bySource = new Map(matches)
  const taken = new Set(matches.map(([, other]) => other))
  return freeRuns(pages.sources.length, bySource).flatMap((run): Matches => {
    const [item = 0] = run
    const other = item === 0 ? 0 : (bySource.get(item - 1) ?? NaN) + 1
    const after =
      bySource.get(item + 1) ?? (item + 1 === pages.sources.length ? pages.targets.length : NaN)
    const isAlone = run.length === 1 && after === other + 1 && !taken.has(other)
    if (!isAlone) return []
    const score = scoreUnits(item, other, pages)
    return score !== undefined && score >= constants.score.lonely ? [[item, other]] : []
  })
}

/** Runs of units without a match. */
function freeRuns(length: number, matches: ReadonlyMap<number, number>): number[][] {
  const runs: number[][] = []
  for (let index = 0; index < length; index++) {
    if (matches.has(index)) continue
    if (index === 0 || matches.has(index - 1)) runs.push([])
    runs.at(-1)?.push(index)
  }
  return runs
}

/** From `start` on, up to the first that is taken. */
function freeAfter(start: number, length: number, taken: ReadonlySet<number>): number[] {
  const run: number[] = []
  for (let index = start; index < length && !taken.has(index); index++) run.push(index)
  return run
}

/** Before `end`, from the last that is taken. */
function freeBefore(end: number, start: number, taken: ReadonlySet<number>): number[] {
  const run: number[] = []
  for (let index = end - 1; index >= start && !taken.has(index); index--) run.push(index)
  return run.reverse()
}

/** Of all units that are left over, pairs that have surely moved, the best first. */
export function bestMoved(matches: Readonly<Matches>, pages: AlignedPages): Matches {
  const matchedSources = new Set(matches.map(([item]) => item))
  const matchedTargets = new Set(matches.map(([, other]) => other))
  const left = [...pages.sources.keys()].filter((index) => !matchedSources.has(index))
  const right = [...pages.targets.keys()].filter((index) => !matchedTargets.has(index))
  const findSimilar = similarUnits(right, pages)
  const candidates = left.flatMap((item) =>
    findSimilar(item).flatMap((other) => {
      const score = scoreMoved(item, other, pages)
      return score === undefined ? [] : { item, other, score }
    }),
  )
  const results = new Map<number, number>()
  const taken = new Set<number>()
  for (const { item, other } of candidates.toSorted((a, b) => b.score - a.score)) {
    if (results.has(item) || taken.has(other)) continue
    results.set(item, other)
    taken.add(other)
  }
  return [...results]
}

/**
 * Look up the units that have anything in common with one of the source: its text, its id, a pair of the
 * lock or a stem. Only these can have moved, and comparing all with all grows with the square.
 */
function similarUnits(right: readonly number[], { sources, targets, anchors }: AlignedPages) {
  const byTrait = new Map<string, number[]>()
  for (const index of right) {
    for (const trait of traitsOf(targets[index]!)) {
      const indices = byTrait.get(trait)
      if (indices) indices.push(index)
      else byTrait.set(trait, [index])
    }
  }
  const isFree = new Set(right)
  return (item: number): number[] => {
    const known = anchors.linked(item).filter((index) => isFree.has(index))
    const similar = traitsOf(sources[item]!).flatMap((trait) => {
      const indices = byTrait.get(trait) ?? []
      return indices.length > constants.moved.common ? [] : indices
    })
    return [...new Set([...known, ...similar])].toSorted((a, b) => a - b)
  }
}

function traitsOf({ blocks, stems }: AlignUnit): string[] {
  const id = blocks[0]?.id
  return [
    `text ${blocks.map(keyOf).join()}`,
    ...(id ? [`id ${id}`] : []),
    ...[...stems].map((stem) => `stem ${stem}`),
  ]
}

/** How well two units go together that may have moved; undefined if nothing proves that they have. */
function scoreMoved(item: number, other: number, pages: AlignedPages): number | undefined {
  const [from, to] = [pages.sources[item]!, pages.targets[other]!]
  const result = scorePair(from, to, pages.weights)
  if (!result) return undefined
  const isSame = from.blocks.map(keyOf).join() === to.blocks.map(keyOf).join()
  const hasName = from.blocks[0]?.id && !to.blocks[0]?.borrowed
  const isNamed = hasName && from.blocks[0]?.id === to.blocks[0]?.id
  const { moved: proof } = constants
  const isAlike =
    result.words >= proof.words &&
    result.score >= proof.score &&
    Math.min(from.stems.size, to.stems.size) >= proof.stems
  const known = pages.anchors.known(item, other)
  if (!isSame && !isNamed && !isAlike && known <= 0.5) return undefined
  return result.score + constants.score.known * known + (isSame ? constants.score.known : 0)
}

function keyOf({ hash, codes }: Block): string {
  return `${hash} ${codes}`
}
