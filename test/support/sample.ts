/** Some of many cases in `npm test`, all of them in `npm run test:slow`. */

/** Whether this is the run of the slow tests, which takes every case. */
export const isSlow = process.env['PASSERELLE_SLOW_TESTS'] === '1'

/** `count` of the items, from all over them, always the same ones; all in a slow test. */
export function sample<Item>(items: readonly Item[], count: number): Item[] {
  if (isSlow || items.length <= count) return [...items]
  return Array.from(
    { length: count },
    (_, index) => items[Math.floor((index * items.length) / count)]!,
  )
}
