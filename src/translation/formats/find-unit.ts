/** Find the unit that an entry of a file is for: by id, by hash, by its source text. */
import type { problemAt } from '#plugins/problems.ts'
import { plainWords } from '../codec/codec.ts'
import { toTags } from '../codec/tags.ts'
import type { ReadUnit } from './read-unit.ts'
import { refusal } from './refusals.ts'
import { folded, sameWords, type Unit } from './unit.ts'

type Found = { units: readonly Unit[] } | { problem: Parameters<typeof problemAt>[1] }

/** Gives one unit, or several with the same source where a tool has lost their ids. */
export function unitFinder(units: readonly Unit[]): (entry: ReadUnit) => Found {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const bySource = groupBy(units, ({ source }) => folded(toTags(source)))
  const byWords = groupBy(units, ({ source }) => folded(plainWords(source)))
  const byHash = groupBy(units, ({ hash }) => hash.slice(0, 12))

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

  function candidates({ id, hash, source }: ReadUnit, named: Unit | undefined): readonly Unit[] {
    if (named && (hash === undefined || named.hash.startsWith(hash))) return [named]
    // A block was put before it since: its number has changed, its source has not.
    const same = hash
      ? (byHash.get(hash.slice(0, 12)) ?? [])
      : source
        ? (bySource.get(folded(toTags(source))) ?? [])
        : []
    if (same.length <= 1 || id === undefined) return same
    const page = id.slice(0, id.indexOf('#') + 1)
    const near = page ? same.filter((unit) => unit.id.startsWith(page)) : []
    return near.length === 1 ? near : same
  }
}

function groupBy(units: readonly Unit[], key: (unit: Unit) => string): Map<string, Unit[]> {
  const groups = new Map<string, Unit[]>()
  for (const unit of units) {
    const name = key(unit)
    groups.set(name, [...(groups.get(name) ?? []), unit])
  }
  return groups
}
