/** Give distinct ids to docsets of one product, which have one path on Microsoft’s site. */
import { idOf } from './docset-id.ts'

/** What distinguishes editions. */
interface NamedEdition {
  id: string
  /** The folder, then the name that it is published under. */
  names: readonly [string, string]
  edition: { locale: string }
}

/** Docsets with one path, each with a unique id, to which its folder or name is added. */
export function distinctIds<T extends NamedEdition>(all: readonly T[]): T[] {
  const byId = Map.groupBy(all, ({ id }) => id)
  return all.map((item) => {
    const group = byId.get(item.id) ?? []
    if (!hasTwins(group)) return item
    const position = ([0, 1] as const).find((index) => {
      const byName = Map.groupBy(group, ({ names }) => names[index].toLowerCase())
      return byName.size > 1 && ![...byName.values()].some(hasTwins)
    })
    return position === undefined
      ? item
      : { ...item, id: `${item.id}-${idOf(item.names[position] || 'root')}` }
  })
}

function hasTwins(group: readonly NamedEdition[]): boolean {
  return new Set(group.map(({ edition }) => edition.locale)).size < group.length
}
