/**
 * Calls on lists of any length. A list that is spread into a call (`list.push(...items)`) goes on the
 * stack, which ends it with a RangeError from some 100,000 items on: pages have that many links and rows.
 */

/** Add items to the end of a list. */
export function append<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item)
}

/** Put items in place of `count` others, as `splice` does. */
export function replaceItems<Item>(
  list: Item[],
  start: number,
  count: number,
  items: Iterable<Item>,
): void {
  const after = list.splice(start).slice(count)
  append(list, items)
  append(list, after)
}

/** The largest of some numbers and `least`. */
export function largest(numbers: Iterable<number>, least: number): number {
  let result = least
  for (const number of numbers) if (number > result) result = number
  return result
}
