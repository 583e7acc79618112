/** The items that two lists do not share. */

/** The items of each list without an equal one, by `key`, in the other; each is matched once, in order. */
export function unmatched<Item>(
  some: readonly Item[],
  others: readonly Item[],
  key: (item: Item) => string,
): [Item[], Item[]] {
  return [without(some, others), without(others, some)]

  function without(from: readonly Item[], taken: readonly Item[]): Item[] {
    const counts = new Map<string, number>()
    for (const candidate of taken) counts.set(key(candidate), (counts.get(key(candidate)) ?? 0) + 1)
    return from.filter((item) => {
      const count = counts.get(key(item)) ?? 0
      counts.set(key(item), count - 1)
      return count <= 0
    })
  }
}
