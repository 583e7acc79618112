import { expect, test } from 'vitest'
import en from '#src/i18n/strings/en.json' with { type: 'json' }
import fr from '#src/i18n/strings/fr-FR.json' with { type: 'json' }
import { countText, stepText } from '#src/search/labels.ts'

const counted = (strings: typeof en, language: string, total: number, query = 'x') =>
  countText(strings, language, { total, query })

test('the number of results uses the plural of the language', () => {
  expect(counted(en, 'en', 1)).toBe('1 result found for “x”')
  expect(counted(en, 'en', 1200)).toBe('1,200 results found for “x”')
  expect(counted(fr, 'fr-FR', 1)).toMatch(/^1 résultat trouvé pour/)
  expect(counted(fr, 'fr-FR', 2)).toMatch(/^2 résultats trouvés/)
})

test('a plural form that the strings lack falls back to the usual one', () => {
  expect(counted(fr, 'fr-FR', 1_000_000)).toMatch(/résultats trouvés/)
})

test('an empty result says whether the filters are the reason', () => {
  expect(counted(en, 'en', 0)).toMatch(/^No results for “x”/)
  expect(countText(en, 'en', { total: 0, query: 'x', narrowed: true })).toMatch(/these filters/)
  expect(countText(en, 'en', { total: 0, query: '', narrowed: true })).toMatch(/^No results match/)
})

test('a corrected word is shown beside what was typed', () => {
  expect(countText(en, 'en', { total: 5, query: 'bandwith', corrected: 'bandwidth' })).toBe(
    'Showing results for “bandwidth” instead of “bandwith”. 5 results found.',
  )
})

test('typed text is never taken for a placeholder', () => {
  expect(counted(en, 'en', 2, '{count}')).toBe('2 results found for “{count}”')
})

test('a step says its phase, its number and who acts', () => {
  const step = { phase: 'Assess', number: '3', parties: 'Customer, FastTrack' }
  expect(stepText(en, 'en', step)).toBe('Assess · step 3 · Customer, FastTrack')
  expect(stepText(fr, 'fr-FR', { ...step, phase: '' })).toBe('Étape 3 · Customer, FastTrack')
})
