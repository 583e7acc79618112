/** Which zones are shown for what a reader has chosen. */
import { expect, test } from 'vitest'
import { chosenFor, chosenIn, isShown, withChosen } from '#src/components/variants/variants.ts'

const choices = [
  { kind: 'pivots' as const, ids: ['windows', 'linux'] },
  { kind: 'view' as const, ids: ['app-2', '< app-2'] },
]
const wished = { pivots: ['macos', 'linux', 'windows'], view: [] }

test('the first wish that a page can fulfil is chosen, else its first option', () => {
  expect(chosenFor(choices, wished)).toEqual(['linux', 'app-2'])
  expect(chosenFor(choices, { ...wished, pivots: ['all'] })).toEqual(['all', 'app-2'])
})

test('a zone is shown for one of its variants, for all, and where nothing is to choose', () => {
  const shown = (ids: string[], chosen: string[]) =>
    isShown({ kind: 'pivots', ids }, choices, chosen)
  expect(shown(['linux', 'macos'], ['linux', 'app-2'])).toBe(true)
  expect(shown(['windows'], ['linux', 'app-2'])).toBe(false)
  expect(shown(['windows'], ['all', 'app-2'])).toBe(true)
  expect(shown(['macos'], ['linux', 'app-2'])).toBe(true)
  expect(isShown({ kind: 'view', ids: ['windows'] }, choices, ['linux', 'app-2'])).toBe(true)
})

test('the address keeps its other parameters, and is read as it was written', () => {
  const search = withChosen('?q=a%2Cb', choices, ['linux', '< app-2'])
  expect(new URLSearchParams(search).get('q')).toBe('a,b')
  expect(chosenIn(search, 'pivots')).toEqual(['linux'])
  expect(chosenIn(search, 'view')).toEqual(['< app-2'])
  expect(chosenIn('', 'view')).toEqual([])
})
