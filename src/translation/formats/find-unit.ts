/** Find the unit that an entry of a file is for: by id, by hash, by its source text. */
import type { problemAt } from '#plugins/problems.ts'
import { type Part, plainWords } from '../codec/codec.ts'
import { toTags } from '../codec/tags.ts'
import type { ReadUnit } from './read-unit.ts'
import { refusal } from './refusals.ts'
import { folded, isPending, sameWords, type Unit } from './unit.ts'

type Found = { units: readonly Unit[] } | { problem: Parameters<typeof problemAt>[1] }

/**
 * Gives one unit, or several with the same source where a tool has lost their ids.
 *
 * @param entries - All of the file, in its order.
 */
export function unitFinder(
  units: readonly Unit[],
  entries: readonly ReadUnit[],
): (entry: ReadUnit) => Found {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const bySource = Map.groupBy(units, ({ source }) => folded(toTags(source)))
  const byShape = Map.groupBy(units, ({ source }) => shapeOf(source))
  const byOrder = pairsInOrder(entries, byId, byShape)
  const byWords = Map.groupBy(units, ({ source }) => folded(plainWords(source)))
  const byHash = Map.groupBy(units, ({ hash }) => hash.slice(0, 12))

  return (entry) => {
    const { id, hash, source } = entry
    const name = id ?? hash ?? 'without an id'
    if (
      source &&
      /^(?:.*\n)?(?:Project-Id-Version|MIME-Version|Content-Type):/m.test(plainWords(source))
    ) {
      return { problem: refusal('unit-header') }
    }
    const named = id === undefined ? undefined : byId.get(id)
    const matches = candidates(entry, named)
    const [first] = matches
    if (!first) return { problem: refusal(hash || named ? 'unit-stale' : 'unit-unknown', name) }
    if (source && !sameWords(source, first.source)) {
      const other = byWords.get(folded(plainWords(source)))?.[0]
      return {
        problem: other
          ? refusal('unit-swapped', first.id, other.id)
          : refusal('unit-source', first.id),
      }
    }
    return { units: matches }
  }

  function candidates(entry: ReadUnit, named: Unit | undefined): readonly Unit[] {
    const { id, hash, source } = entry
    if (named && (hash === undefined || named.hash.startsWith(hash))) return [named]
    const inOrder = byOrder.get(entry)
    if (inOrder) return [inOrder]
    // A block was put before it since: its number has changed, its source has not.
    const same = hash
      ? (byHash.get(hash.slice(0, 12)) ?? [])
      : source
        ? (bySource.get(folded(toTags(source))) ?? byShape.get(shapeOf(source)) ?? [])
        : []
    if (same.length <= 1 || id === undefined) return same
    const page = id.slice(0, id.indexOf('#') + 1)
    const near = page ? same.filter((unit) => unit.id.startsWith(page)) : []
    return near.length === 1 ? near : same
  }
}

/**
 * Tools that give units numbers of their own keep the order: of entries with the same source the second one is for
 * the second unit. Only where there are as many of both, all of them or those that wait.
 */
function pairsInOrder(
  entries: readonly ReadUnit[],
  byId: ReadonlyMap<string, Unit>,
  byShape: ReadonlyMap<string, readonly Unit[]>,
): Map<ReadUnit, Unit> {
  const lost = entries.filter(
    ({ id = '', hash, source }) => source && hash === undefined && !byId.has(id),
  )
  const pairs = new Map<ReadUnit, Unit>()
  for (const [shape, group] of Map.groupBy(lost, ({ source = [] }) => shapeOf(source))) {
    const all = byShape.get(shape) ?? []
    const own = [all, all.filter(isPending)].find(({ length }) => length === group.length) ?? []
    for (const [index, unit] of own.entries()) {
      const entry = group[index]
      if (entry && own.length > 1) pairs.set(entry, unit)
    }
  }
  return pairs
}

/** A source as tools keep it that number codes anew: its words, and where its codes open, close or occur. */
function shapeOf(parts: readonly Part[]): string {
  return folded(
    parts.map((part) => (part.kind === 'text' ? part.text : `\u0000${part.kind}`)).join(''),
  )
}
