/** Calls on lists that are longer than a stack. */
import { expect, test } from 'vitest'
import { append, largest, replaceItems } from '#plugins/large-arrays.ts'

const long = Array.from({ length: 300_000 }, (_, index) => index)

test('a list of any length is added', () => {
  const list = [-1]
  append(list, long)
  expect(list).toHaveLength(300_001)
  expect(list.at(-1)).toBe(299_999)
})

test('a list of any length takes the place of some items, as with `splice`', () => {
  const list = ['a', 'b', 'c', 'd'] as (string | number)[]
  replaceItems(list, 1, 2, long)
  expect(list).toHaveLength(300_002)
  expect([list[0], list[1], list.at(-2), list.at(-1)]).toEqual(['a', 0, 299_999, 'd'])
})

test('the largest number of any list, or the least that is asked for', () => {
  expect(largest(long, 0)).toBe(299_999)
  expect(largest([], 1)).toBe(1)
  expect(largest([-5], 0)).toBe(0)
})
