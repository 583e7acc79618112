/**
 * Find for every block of a source page its counterpart in the translation.
 *
 * Pairs that the lock knows come first; between them the rest is aligned in order by what stays alike
 * in any language. Rows come before cells. What is left over on both sides and is surely the same has
 * moved.
 */
import { append } from '#plugins/append.ts'
import { type Anchors, anchorsOf } from './anchors.ts'
import type { Block, BlockPage } from '../blocks/block.ts'
import { indexLock } from '../lock/lock-index.ts'
import { type Lock, emptyLock } from '../lock/lock.ts'
import { gap, scorePair, weightsOf } from './score.ts'
import { type Matches, alignSequences } from './sequence.ts'
import { type AlignUnit, unitOf, alignUnits } from './units.ts'

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
  const sources = alignUnits(source)
  const targets = alignUnits(target)
  const weights = weightsOf([...sources, ...targets])
  const anchors = anchorsOf(sources, targets, lock)
  const matches = [...anchors.moved, ...inGaps(sources, targets, anchors, scoreOf)]
  append(matches, besideMoved(matches))
  append(matches, movedUnits())
  append(matches, besideMoved(matches))
  const pairs = matches.flatMap(([item, other]) => {
    const [from, to] = [sources[item], targets[other]]
    return from && to ? blocksOf(from, to) : []
  })
  return inOrder(source, target, pairs)

  function scoreOf(item: number, other: number): number | undefined {
    const [from, to] = [sources[item], targets[other]]
    const result = from && to && scorePair(from, to, weights)
    if (!result) return undefined
    const known = anchors.known(item, other)
    const areLong = Math.min(from.length, to.length) >= longText
    const isUnlike = areLong && result.words < unlike && known === 0 && isTaken(to)
    const doubt = isUnlike && !shareCode(from, to) ? unlikeCost : 0
    return result.score + knownBonus * known - doubt
  }

  /** What is left over between two neighbours that have moved, and so has moved with them. */
  function besideMoved(results: Readonly<Matches>): Matches {
    const bySource = new Map(results)
    const taken = new Set(results.map(([, other]) => other))
    const added: Matches = []
    for (let position = 0; position < sources.length; position++) {
      if (bySource.has(position)) continue
      let end = position
      while (end < sources.length && !bySource.has(end)) end++
      const before = bySource.get(position - 1) ?? (position === 0 ? -1 : undefined)
      const after = bySource.get(end) ?? (end === sources.length ? targets.length : undefined)
      const runs = [
        before === undefined ? [] : free(before + 1, 1),
        after === undefined ? [] : free(after - 1, -1).reverse(),
      ]
      const rows = Array.from({ length: end - position }, (_, index) => position + index)
      for (const columns of runs) {
        const left = rows.filter((row) => !added.some(([item]) => item === row))
        const score = (row: number, column: number) =>
          scoreOf(left[row] ?? -1, columns[column] ?? -1)
        for (const [row, column] of alignSequences([left.length, columns.length], score, gap)) {
          const [candidate, other] = [left[row] ?? -1, columns[column] ?? -1]
          if (taken.has(other)) continue
          added.push([candidate, other])
          taken.add(other)
        }
      }
      position = end
    }
    return added

    function free(from: number, step: 1 | -1): number[] {
      const run: number[] = []
      for (
        let offset = from;
        offset >= 0 && offset < targets.length && !taken.has(offset);
        offset += step
      )
        run.push(offset)
      return run
    }
  }

  function isTaken({ blocks }: AlignUnit): boolean {
    return blocks.every(({ hash }) => byTarget(hash).length > 0)
  }

  /** What is left over on both sides, where one is the best for the other. */
  function movedUnits(): Matches {
    const left = sources.flatMap((_, position) =>
      matches.some(([item]) => item === position) ? [] : position,
    )
    const right = targets.flatMap((_, position) =>
      matches.some(([, other]) => other === position) ? [] : position,
    )
    const candidates = left.flatMap((one) =>
      right.flatMap((other) => {
        const [from, to] = [sources[one], targets[other]]
        const result = from && to && scorePair(from, to, weights)
        if (!result) return []
        const isSame = from.blocks.map(keyOf).join() === to.blocks.map(keyOf).join()
        const hasName = from.blocks[0]?.id && !to.blocks[0]?.borrowed
        const isNamed = hasName && from.blocks[0]?.id === to.blocks[0]?.id
        const isAlike =
          result.words >= moved.words &&
          result.score >= moved.score &&
          Math.min(from.stems.size, to.stems.size) >= moved.stems
        const known = anchors.known(one, other)
        return isSame || isNamed || isAlike || known > 0.5
          ? { one, other, score: result.score + knownBonus * known + (isSame ? knownBonus : 0) }
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
  sources: readonly AlignUnit[],
  targets: readonly AlignUnit[],
  anchors: Anchors,
  scoreOf: (item: number, other: number) => number | undefined,
): Matches {
  const left = sources
    .map((_, position) => position)
    .filter((position) => !anchors.moved.some(([item]) => item === position))
  const right = targets
    .map((_, position) => position)
    .filter((position) => !anchors.moved.some(([, other]) => other === position))
  const edges: Matches = [[-1, -1], ...anchors.inOrder, [sources.length, targets.length]]
  return edges.slice(1).flatMap(([item, other], index) => {
    const [from = -1, to = -1] = edges[index] ?? []
    const rows = left.filter((position) => position > from && position < item)
    const columns = right.filter((position) => position > to && position < other)
    const score = (row: number, column: number) => scoreOf(rows[row] ?? -1, columns[column] ?? -1)
    const matches = alignSequences([rows.length, columns.length], score, gap).map(
      ([row, column]) => [rows[row] ?? -1, columns[column] ?? -1] as const,
    )
    return item < sources.length ? [...matches, [item, other] as const] : matches
  })
}

/** The blocks of two units: of rows, cells by their column, or by likeness where columns differ. */
function blocksOf(source: AlignUnit, target: AlignUnit): Pairing[] {
  if (source.columns === undefined || source.columns === target.columns) {
    return source.blocks.flatMap((block) => {
      const column = block.place.cell?.column
      const match = target.blocks.find(({ place }) => place.cell?.column === column)
      return match ? { source: block, target: match } : []
    })
  }
  const rows = source.blocks.map((block) => unitOf('row', [block]))
  const columns = target.blocks.map((block) => unitOf('row', [block]))
  const weights = weightsOf([...rows, ...columns])
  return alignSequences(
    [rows.length, columns.length],
    (item, other) => {
      const [from, to] = [rows[item], columns[other]]
      return from && to && scorePair(from, to, weights)?.score
    },
    gap,
  ).flatMap(([item, other]) => {
    const [from, to] = [source.blocks[item], target.blocks[other]]
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
      const match = targets.get(block)
      return match
        ? [{ source: block, target: match }, ...(extras.get(match) ?? [])]
        : [{ source: block }]
    }),
  ]
}

function shareCode(unit: AlignUnit, other: AlignUnit): boolean {
  return [...unit.codes].some((code) => other.codes.has(code))
}

function keyOf({ hash, codes }: Block): string {
  return `${hash} ${codes}`
}
