import { expect, test } from 'vitest'
import en from '#content/ui/en.json' with { type: 'json' }
import fr from '#content/ui/fr-FR.json' with { type: 'json' }
import { countText } from '#src/search/wording.ts'

test('the number of pages is said in the plural of the language', () => {
  expect(countText(en, 'en', 1, 'x')).toBe('1 page found for “x”')
  expect(countText(en, 'en', 1200, 'x')).toBe('1,200 pages found for “x”')
  expect(countText(fr, 'fr-FR', 1, 'x')).toMatch(/^1 page trouvée/)
  expect(countText(fr, 'fr-FR', 2, 'x')).toMatch(/^2 pages trouvées/)
})

test('a plural form that the strings lack falls back to the usual one', () => {
  expect(countText(fr, 'fr-FR', 1_000_000, 'x')).toMatch(/pages trouvées/)
})

test('nothing found is said in words', () => {
  expect(countText(en, 'en', 0, 'x')).toMatch(/^Nothing found for “x”/)
})

test('what a reader typed is never taken for a place in the sentence', () => {
  expect(countText(en, 'en', 2, '{count}')).toBe('2 pages found for “{count}”')
})
