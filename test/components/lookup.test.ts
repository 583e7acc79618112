import { expect, test } from 'vitest'
import { lookUp } from '#src/components/go-links/lookup.ts'

const names = ['fasttrack', 'fasttrack/assess', 'fasttrack/gather-data', 'live-edu/launch']

test.each([
  ['gather-data', 'fasttrack/gather-data'],
  ['  Gather Data ', 'fasttrack/gather-data'],
  ['gather - data', 'fasttrack/gather-data'],
  ['fasttrack/gather-data', 'fasttrack/gather-data'],
  ['https://guides.example/docs/go/fasttrack/gather-data/', 'fasttrack/gather-data'],
  ['go/live-edu/launch/?x#y', undefined],
  ['/go/live-edu/launch/?x#y', 'live-edu/launch'],
  ['fasttrack', 'fasttrack'],
])('“%s” is %s', (typed, id) => {
  expect(lookUp(typed, names).id).toBe(id)
})

test('what was misheard is asked back', () => {
  expect(lookUp('gathr-data', names)).toEqual({ near: 'fasttrack/gather-data' })
  expect(lookUp('lunch', names)).toEqual({ near: 'live-edu/launch' })
})

test('what is like nothing is like nothing', () => {
  expect(lookUp('quite-another-thing', names)).toEqual({})
  expect(lookUp(' ', names)).toEqual({})
})
