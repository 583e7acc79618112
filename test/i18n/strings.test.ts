import { expect, test } from 'vitest'
import { missingStrings } from '#src/i18n/missing-strings.ts'
import { borrowedKeys, siteLocales, withInterfaceStrings } from '#src/i18n/strings.ts'

const tables = new Map([
  ['en', { open: 'Open', close: 'Close' }],
  ['fr-FR', { open: 'Ouvrir' }],
])

test('a language is called by its own name, with its region only where two share it', () => {
  const names = (tags: string[]) => siteLocales(tags, {}, tables).map(({ name }) => name)
  expect(names(['en', 'fr-FR', 'ar'])).toEqual(['English', 'Français', 'العربية'])
  expect(names(['fr-FR', 'fr-CA'])).toEqual(['Français (France)', 'Français canadien'])
})

test('a string that a language lacks comes from the nearest one, and is known to be borrowed', () => {
  const [canadian, german] = siteLocales(['fr-CA', 'de'], {}, tables)
  expect(canadian?.strings).toEqual({ open: 'Ouvrir', close: 'Close' })
  expect(german?.strings).toEqual({ open: 'Open', close: 'Close' })
  expect(borrowedKeys('fr-FR', tables)).toEqual(['close'])
})

test('Arabic is written from the right', () => {
  const [english, arabic] = siteLocales(['en', 'ar'], {}, tables)
  expect([english?.direction, arabic?.direction]).toEqual(['ltr', 'rtl'])
})

test('a language without strings of its own has an interface that says which language it speaks', () => {
  const speakers = siteLocales(['en', 'fr-CA', 'de'], {}, tables).map(({ ui }) => ui)
  expect(speakers).toEqual(['en', 'fr-CA', 'en'])
})

test('a language without a file of strings is one warning, which says what to copy', () => {
  const reasons = missingStrings(['en', 'de'], tables, 'site.config.ts').map(({ reason }) => reason)
  expect(reasons).toEqual([
    'Language `de` has no interface strings: its pages show those of `en`. Copy `src/i18n/strings/en.json` to `content/ui/de.json` and translate it.',
  ])
})

test('the strings of a site win over those of the interface, which has all others', () => {
  const own = new Map([['fr-FR', { 'alert.note': 'Nota', 'move.party.x': 'X' }]])
  const merged = withInterfaceStrings(own)
  expect([...merged.keys()]).toEqual(['en', 'fr-FR'])
  expect(merged.get('fr-FR')).toMatchObject({ 'alert.note': 'Nota', 'alert.tip': 'Conseil' })
  expect(merged.get('en')).toMatchObject({ 'alert.note': 'Note' })
})

test('interface strings are complete in each of their languages, regions included', () => {
  expect(
    missingStrings(['en', 'fr-FR', 'fr-CA'], withInterfaceStrings(new Map()), 'site.config.ts'),
  ).toEqual([])
})
