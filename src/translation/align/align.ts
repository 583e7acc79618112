/**
 * Find for every block of a source page its counterpart in the translation.
 *
 * Pairs that the lock knows come first; between them the rest is aligned in order by what stays alike
 * in any language. Rows come before cells. What is left over on both sides and is surely the same has
 * moved.
 */
import { type Anchors, anchorsOf } from './anchors.ts'
import type { Block, BlockPage } from '../blocks/block.ts'
import { indexLock } from '../lock/lock-index.ts'
import { type Lock, emptyLock } from '../lock/lock.ts'
import { gap, likeness, weightsOf } from './score.ts'
import { type Matches, alignSequences } from './sequence.ts'
import { type Unit, unitOf, unitsOf } from './units.ts'

export interface Pairing {
  source?: Block
  target?: Block
}

/** What a pair that the lock knows is worth where its words stand more than once on the page. */
const knownBonus = 4
/** A text that the lock knows of another source is hardly the pair of a long one that it shares nothing with. */
const longText = 60
const unlike = 0.03
const unlikeCost = 0.35
/** What proves that a block has moved, without a lock. */
const moved = { score: 1.1, words: 0.4, stems: 4 }

/**
 * Every block of both pages once: pairs and missing blocks in the order of the source, and each extra
 * one after what stands before it in the translation.
 */
export function align(source: BlockPage, target: BlockPage, lock: Lock = emptyLock): Pairing[] {
  const { byTarget } = indexLock(lock)
  const sources = unitsOf(source)
  const targets = unitsOf(target)
  const weights = weightsOf([...sources, ...targets])
  const anchors = anchorsOf(sources, targets, lock)
  const matches = [...anchors.moved, ...inGaps(sources, targets, anchors, scoreOf)]
  matches.push(...besideMoved(matches))
  matches.push(...movedUnits())
  matches.push(...besideMoved(matches))
  const pairs = matches.flatMap(([one, other]) => {
    const [from, to] = [sources[one], targets[other]]
    return from && to ? blocksOf(from, to) : []
  })
  return inOrder(source, target, pairs)

  function scoreOf(one: number, other: number): number | undefined {
    const [from, to] = [sources[one], targets[other]]
    const found = from && to && likeness(from, to, weights)
    if (!found) return undefined
    const known = anchors.known(one, other)
    const areLong = Math.min(from.length, to.length) >= longText
    const isUnlike = areLong && found.words < unlike && known === 0 && isTaken(to)
    const doubt = isUnlike && !shareCode(from, to) ? unlikeCost : 0
    return found.score + knownBonus * known - doubt
  }

  /** What is left over between two neighbours that have moved, and so has moved with them. */
  function besideMoved(found: Readonly<Matches>): Matches {
    const bySource = new Map(found)
    const taken = new Set(found.map(([, other]) => other))
    const added: Matches = []
    for (let at = 0; at < sources.length; at++) {
      if (bySource.has(at)) continue
      let end = at
      while (end < sources.length && !bySource.has(end)) end++
      const before = bySource.get(at - 1) ?? (at === 0 ? -1 : undefined)
      const after = bySource.get(end) ?? (end === sources.length ? targets.length : undefined)
      const runs = [
        before === undefined ? [] : free(before + 1, 1),
        after === undefined ? [] : free(after - 1, -1).reverse(),
      ]
      const rows = Array.from({ length: end - at }, (_, index) => at + index)
      for (const columns of runs) {
        const left = rows.filter((row) => !added.some(([one]) => one === row))
        const score = (row: number, column: number) =>
          scoreOf(left[row] ?? -1, columns[column] ?? -1)
        for (const [row, column] of alignSequences([left.length, columns.length], score, gap)) {
          const [one, other] = [left[row] ?? -1, columns[column] ?? -1]
          if (taken.has(other)) continue
          added.push([one, other])
          taken.add(other)
        }
      }
      at = end
    }
    return added

    function free(from: number, step: 1 | -1): number[] {
      const run: number[] = []
      for (let at = from; at >= 0 && at < targets.length && !taken.has(at); at += step) run.push(at)
      return run
    }
  }

  function isTaken({ blocks }: Unit): boolean {
    return blocks.every(({ hash }) => byTarget(hash).length > 0)
  }

  /** What is left over on both sides, where one is the best for the other. */
  function movedUnits(): Matches {
    const left = sources.flatMap((_, at) => (matches.some(([one]) => one === at) ? [] : at))
    const right = targets.flatMap((_, at) => (matches.some(([, other]) => other === at) ? [] : at))
    const candidates = left.flatMap((one) =>
      right.flatMap((other) => {
        const [from, to] = [sources[one], targets[other]]
        const found = from && to && likeness(from, to, weights)
        if (!found) return []
        const isSame = from.blocks.map(keyOf).join() === to.blocks.map(keyOf).join()
        const hasName = from.blocks[0]?.id && !to.blocks[0]?.borrowed
        const isNamed = hasName && from.blocks[0]?.id === to.blocks[0]?.id
        const isAlike =
          found.words >= moved.words &&
          found.score >= moved.score &&
          Math.min(from.stems.size, to.stems.size) >= moved.stems
        const known = anchors.known(one, other)
        return isSame || isNamed || isAlike || known > 0.5
          ? { one, other, score: found.score + knownBonus * known + (isSame ? knownBonus : 0) }
          : []
      }),
    )
    const taken: Matches = []
    for (const { one, other } of candidates.toSorted((a, b) => b.score - a.score)) {
      if (!taken.some(([a, b]) => a === one || b === other)) taken.push([one, other])
    }
    return taken
  }
}

function inGaps(
  sources: readonly Unit[],
  targets: readonly Unit[],
  anchors: Anchors,
  scoreOf: (one: number, other: number) => number | undefined,
): Matches {
  const left = sources.map((_, at) => at).filter((at) => !anchors.moved.some(([one]) => one === at))
  const right = targets
    .map((_, at) => at)
    .filter((at) => !anchors.moved.some(([, other]) => other === at))
  const edges: Matches = [[-1, -1], ...anchors.inOrder, [sources.length, targets.length]]
  return edges.slice(1).flatMap(([one, other], index) => {
    const [from = -1, to = -1] = edges[index] ?? []
    const rows = left.filter((at) => at > from && at < one)
    const columns = right.filter((at) => at > to && at < other)
    const score = (row: number, column: number) => scoreOf(rows[row] ?? -1, columns[column] ?? -1)
    const found = alignSequences([rows.length, columns.length], score, gap).map(
      ([row, column]) => [rows[row] ?? -1, columns[column] ?? -1] as const,
    )
    return one < sources.length ? [...found, [one, other] as const] : found
  })
}

/** The blocks of two units: of rows, cells by their column, or by likeness where columns differ. */
function blocksOf(source: Unit, target: Unit): Pairing[] {
  if (source.columns === undefined || source.columns === target.columns) {
    return source.blocks.flatMap((block) => {
      const column = block.place.cell?.column
      const found = target.blocks.find(({ place }) => place.cell?.column === column)
      return found ? { source: block, target: found } : []
    })
  }
  const rows = source.blocks.map((block) => unitOf('row', [block]))
  const columns = target.blocks.map((block) => unitOf('row', [block]))
  const weights = weightsOf([...rows, ...columns])
  return alignSequences(
    [rows.length, columns.length],
    (one, other) => {
      const [from, to] = [rows[one], columns[other]]
      return from && to && likeness(from, to, weights)?.score
    },
    gap,
  ).flatMap(([one, other]) => {
    const [from, to] = [source.blocks[one], target.blocks[other]]
    return from && to ? { source: from, target: to } : []
  })
}

function inOrder(source: BlockPage, target: BlockPage, pairs: readonly Pairing[]): Pairing[] {
  const targets = new Map(pairs.map((pair) => [pair.source, pair.target]))
  const paired = new Set(pairs.map((pair) => pair.target))
  /** Extra blocks by the block before them; those at the beginning by none. */
  const extras = new Map<Block | undefined, Pairing[]>()
  let before: Block | undefined
  for (const block of target.blocks) {
    if (paired.has(block)) before = block
    else extras.set(before, [...(extras.get(before) ?? []), { target: block }])
  }
  return [
    ...(extras.get(undefined) ?? []),
    ...source.blocks.flatMap((block): Pairing[] => {
      const found = targets.get(block)
      return found
        ? [{ source: block, target: found }, ...(extras.get(found) ?? [])]
        : [{ source: block }]
    }),
  ]
}

function shareCode(one: Unit, other: Unit): boolean {
  return [...one.codes].some((code) => other.codes.has(code))
}

function keyOf({ hash, codes }: Block): string {
  return `${hash} ${codes}`
}
