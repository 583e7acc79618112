/** Pairs of units that the lock knows: the fixed points of an alignment. */
import { indexLock } from '../lock/lock-index.ts'
import type { Lock } from '../lock/lock.ts'
import { type Matches, longestInOrder } from './sequence.ts'
import type { AlignUnit } from './units.ts'

export interface Anchors {
  /** Sure pairs in the order of both pages. */
  inOrder: Matches
  /** Sure pairs out of order: blocks that have moved. */
  moved: Matches
  /** What part of two units the lock knows as a pair, 0 to 1. */
  known: (source: number, target: number) => number
  /** Units of the translation with a block that the lock has for one of this source unit. */
  linked: (source: number) => readonly number[]
}

export function anchorsOf(
  sources: readonly AlignUnit[],
  targets: readonly AlignUnit[],
  lock: Lock,
): Anchors {
  const { bySource } = indexLock(lock)
  const pairs = new Set(
    sources.flatMap(({ blocks }) =>
      blocks.flatMap(({ hash }) =>
        bySource(hash).flatMap(({ target }) => (target ? `${hash} ${target}` : [])),
      ),
    ),
  )
  const byHash = new Map<string, number[]>()
  for (const [index, { blocks }] of targets.entries()) {
    for (const { hash } of blocks) byHash.set(hash, [...(byHash.get(hash) ?? []), index])
  }
  // Whole units that have exactly one counterpart on either side.
  const choices = sources.map((_, item) => linked(item).filter((other) => known(item, other) === 1))
  const counts = new Map<number, number>()
  for (const other of choices.flat()) counts.set(other, (counts.get(other) ?? 0) + 1)
  const sure = choices.flatMap((matches, choice): Matches => {
    const [other] = matches
    return matches.length === 1 && other !== undefined && counts.get(other) === 1
      ? [[choice, other]]
      : []
  })
  const inOrder = longestInOrder(sure)
  const orderedItems = new Set(inOrder.map(([item]) => item))
  return { inOrder, moved: sure.filter(([item]) => !orderedItems.has(item)), known, linked }

  function linked(item: number): readonly number[] {
    const targetHashes = sources[item]?.blocks.flatMap(({ hash }) => bySource(hash)) ?? []
    return [...new Set(targetHashes.flatMap(({ target }) => byHash.get(target ?? '') ?? []))]
  }

  function known(item: number, other: number): number {
    const [from, to] = [sources[item], targets[other]]
    if (pairs.size === 0 || !from || !to || from.kind !== to.kind) return 0
    const length = Math.max(from.blocks.length, to.blocks.length)
    let result = 0
    for (const block of from.blocks) {
      const column = block.place.cell?.column
      const twin = to.blocks.find(({ place }) => place.cell?.column === column)
      if (twin && pairs.has(`${block.hash} ${twin.hash}`)) result++
    }
    return result / length
  }
}
