import { expect, test } from 'vitest'
import { matchesWords, lookUp, lookUpAddress } from '#src/components/go-links/lookup.ts'

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

test('a misheard name gets a suggestion', () => {
  expect(lookUp('gathr-data', names)).toEqual({ near: 'fasttrack/gather-data' })
  expect(lookUp('lunch', names)).toEqual({ near: 'live-edu/launch' })
})

test('a word without a similar one has no suggestion', () => {
  expect(lookUp('quite-another-thing', names)).toEqual({})
  expect(lookUp(' ', names)).toEqual({})
})

test.each([
  ['https://guides.example/fr-fr/fasttrack/assess/#gather-data', 'fasttrack/gather-data'],
  [
    'https://guides.example/fr-fr/fasttrack/assess/original/?party=customer#gather-data',
    'fasttrack/gather-data',
  ],
  ['/fr-fr/fasttrack/assess/index.html', 'fasttrack/assess'],
  ['/fr-fr/fasttrack/assess/#no-name-of-its-own', 'fasttrack/assess'],
  ['/fr-fr/fasttrack/elsewhere/', undefined],
  ['gather-data', undefined],
  ['https://[', undefined],
])('the address %s leads to %s', (typed, id) => {
  const places = new Map([
    ['/fr-fr/fasttrack/assess/', 'fasttrack/assess'],
    ['/fr-fr/fasttrack/assess/#gather-data', 'fasttrack/gather-data'],
  ])
  expect(lookUpAddress(typed, places)).toBe(id)
})

test.each([
  ['evaluation', true],
  ['donnees RECUEILLEZ', true],
  ['gather-data', true],
  ['gather mail', false],
  ['coeur', true],
  [' ', true],
])('words of a title, “%s”, find its row: %s', (typed, isFound) => {
  expect(matchesWords('gather-data Recueillez les données de l’Évaluation, au cœur', typed)).toBe(
    isFound,
  )
})
