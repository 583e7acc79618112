/** What stands around a place is found innermost first, without looking at all of the page. */
import { expect, test } from 'vitest'
import { lastUpTo } from '../../plugins/last-up-to.ts'
import { rangesAround } from '../../plugins/ranges-around.ts'

test('a place has the ranges that hold all of it, the innermost first, the outer one of two alike last', () => {
  const around = rangesAround([
    { name: 'page', from: 0, to: 100 },
    { name: 'list', from: 10, to: 40 },
    { name: 'item', from: 10, to: 40 },
    { name: 'words', from: 12, to: 30 },
    { name: 'next', from: 50, to: 60 },
  ])
  const names = (start: number, end: number) => around({ start, end }).map(({ name }) => name)
  expect(names(12, 30)).toEqual(['words', 'item', 'list', 'page'])
  expect(names(12, 31)).toEqual(['item', 'list', 'page'])
  expect(names(45, 46)).toEqual(['page'])
  expect(names(50, 60)).toEqual(['next', 'page'])
  expect(names(99, 101)).toEqual([])
})

test('the last number up to a value is found in a sorted list', () => {
  const lines = [0, 5, 5, 9]
  expect([-1, 0, 4, 5, 8, 9, 100].map((value) => lastUpTo(lines, value))).toEqual([
    -1, 0, 0, 2, 2, 3, 3,
  ])
})
