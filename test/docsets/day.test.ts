import { expect, test } from 'vitest'
import { americanDay, isoDay } from '#src/docsets/day.ts'

test.each([
  ['7/01/2020', '2020-07-01'],
  ['12/31/2019', '2019-12-31'],
  ['2020-07-01T00:00:00Z', '2020-07-01'],
  ['31/12/2019', undefined],
  ['2/30/2020', undefined],
  ['soon', undefined],
])('Microsoft’s %s is the day %s', (typed, day) => {
  expect(americanDay(typed)).toBe(day)
})

test('a guide’s day is ISO and real', () => {
  expect(isoDay('2026-11-22')).toBe('2026-11-22')
  expect(isoDay('2026-11-31')).toBeUndefined()
  expect(isoDay('22/11/2026')).toBeUndefined()
})
