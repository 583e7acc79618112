/** What two lists do not share. */

/** What is left of each when what is equal by `key` is taken away one by one, in order. */
export function left<Item>(
  some: readonly Item[],
  others: readonly Item[],
  key: (item: Item) => string,
): [Item[], Item[]] {
  return [without(some, others), without(others, some)]

  function without(from: readonly Item[], taken: readonly Item[]): Item[] {
    const counts = new Map<string, number>()
    for (const candidate of taken) counts.set(key(candidate), (counts.get(key(candidate)) ?? 0) + 1)
    return from.filter((one) => {
      const count = counts.get(key(one)) ?? 0
      counts.set(key(one), count - 1)
      return count <= 0
    })
  }
}
