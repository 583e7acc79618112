import { describe, expect, test } from 'vitest'
import { loadInterfaceStrings, unreviewedAmong } from '#src/i18n/interface-strings.ts'
import { languageList, longDate } from '#src/i18n/locales.ts'
import { missingStrings } from '#src/i18n/missing-strings.ts'
import { borrowedKeys, siteLocales, withInterfaceStrings } from '#src/i18n/strings.ts'

const tables = new Map([
  ['en', { 'theme.dark': 'Dark', 'theme.light': 'Light' }],
  ['fr-FR', { 'theme.dark': 'Sombre' }],
])
const none = new Map<string, Record<string, string>>()

/** The languages of a site as readers get them. */
async function localesOf(tags: string[], own = none) {
  const all = withInterfaceStrings(own, await loadInterfaceStrings(tags))
  return siteLocales(tags, {}, all, unreviewedAmong(tags, own))
}

test('a language is called by its own name, with its region only where two share it', () => {
  const names = (tags: string[]) => siteLocales(tags, {}, tables).map(({ name }) => name)
  expect(names(['en', 'fr-FR', 'ar'])).toEqual(['English', 'Français', 'العربية'])
  expect(names(['fr-FR', 'fr-CA'])).toEqual(['Français (France)', 'Français canadien'])
})

test('two scripts of one language are distinguished by script', () => {
  const names = siteLocales(['zh-CN', 'zh-TW'], {}, tables).map(({ name }) => name)
  expect(names).toEqual(['简体中文', '繁體中文'])
})

test('a string that a language lacks comes from the nearest one, and is known to be borrowed', () => {
  const [canadian, german] = siteLocales(['fr-CA', 'de'], {}, tables)
  expect(canadian?.strings).toEqual({ 'theme.dark': 'Sombre', 'theme.light': 'Light' })
  expect(german?.strings).toEqual(canadian?.strings)
  expect(borrowedKeys('fr-FR', tables)).toEqual(['theme.light'])
})

test('Arabic is written from the right', () => {
  const [english, arabic] = siteLocales(['en', 'ar'], {}, tables)
  expect([english?.direction, arabic?.direction]).toEqual(['ltr', 'rtl'])
})

describe('the interface', () => {
  test.each([
    ['de-AT', 'Suchen'],
    ['pt-PT', 'Pesquisar'],
    ['es-MX', 'Buscar'],
    ['fr-CA', 'Rechercher'],
    ['he-IL', 'חיפוש'],
    ['zh-Hant', '搜尋'],
    ['zh-HK', '搜尋'],
    ['zh-Hans', '搜索'],
    ['zh-SG', '搜索'],
    ['zh', '搜索'],
  ])('of %s is that of the nearest language: %s', async (tag, search) => {
    const [locale] = await localesOf([tag])
    expect([locale?.ui, locale?.strings['search.open']]).toEqual([tag, search])
    expect(missingStrings([tag], await tablesOf([tag]), new Map(), 'site.config.ts')).toEqual([])
  })

  test.each([
    [['nb', 'fr-FR'], 'fr-FR'],
    [['nb', 'fa', 'de'], 'de'],
    [['nb', 'fa'], 'en'],
    [['sr-Latn'], 'en'],
  ])('of the first of %j is whole the one of %s', async (tags, speaker) => {
    const [locale] = await localesOf(tags)
    const [spoken] = await localesOf([speaker])
    expect([locale?.ui, locale?.uiDirection]).toEqual([speaker, 'ltr'])
    expect(locale?.strings).toEqual(spoken?.strings)
  })

  test('falls back whole, too, where a site has labels or a few strings in a language', async () => {
    const own = new Map([['nb', { 'move.party.x': 'Kunde', 'search.open': 'Søk' }]])
    const [locale] = await localesOf(['nb', 'en'], own)
    expect(locale?.ui).toBe('en')
    expect(locale?.strings).toMatchObject({ 'move.party.x': 'Kunde', 'search.open': 'Search' })
  })

  test('speaks for itself with one string missing, which is reported', async () => {
    const [english] = await localesOf(['en'])
    const { 'search.open': _, ...others } = english!.strings
    const own = new Map([['nb', others]])
    const [locale] = await localesOf(['nb'], own)
    expect(locale?.ui).toBe('nb')
    const messages = missingStrings(['nb'], await tablesOf(['nb'], own), own, 'site.config.ts')
    expect(messages.map(({ reason }) => reason)).toEqual([
      'Strings are missing in `nb`; readers see another language. Add to `content/ui/nb.json`: `search.open`',
    ])
  })

  test('takes no plural form from a language that has others', async () => {
    const [english, japanese] = await localesOf(['en', 'ja'])
    expect(english?.strings).toHaveProperty(['sidebar.pages.one'])
    expect(japanese?.strings).not.toHaveProperty(['sidebar.pages.one'])
  })

  test('keeps labels whose names look like plural forms', async () => {
    const own = new Map([
      ['en', { 'move.phase.one': 'First', 'move.phase.other': 'Others' }],
      ['de', { 'move.phase.other': 'Andere' }],
    ])
    const [, german] = await localesOf(['en', 'de'], own)
    expect(german?.strings).toMatchObject({ 'move.phase.one': 'First' })
  })

  test('gives names, lists and dates in the language that it speaks', async () => {
    const locales = await localesOf(['nb', 'en', 'de'])
    const { ui } = locales[0]!
    const tags = locales.map(({ tag }) => tag)
    expect(languageList({ locales }, tags, ui)).toBe('Norwegian Bokmål, English, and German')
    expect(longDate('2026-11-01', ui)).toBe('November 1, 2026')
  })

  test('is known to be unread by a native speaker, but not where a site has written its own', async () => {
    const unreviewed = async (tags: string[], own = none) =>
      (await localesOf(tags, own)).filter(({ isUnreviewed }) => isUnreviewed).map(({ tag }) => tag)
    const tags = ['en', 'fr-CA', 'de-AT', 'nb', 'ar']
    expect(await unreviewed(tags)).toEqual(['de-AT', 'ar'])
    const [german] = await localesOf(['de'])
    const own = new Map([['de', { ...german?.strings }]])
    expect(await unreviewed(tags, own)).toEqual(['ar'])
  })
})

async function tablesOf(tags: string[], own = none) {
  return withInterfaceStrings(own, await loadInterfaceStrings(tags))
}

test('a language without a file of strings is one warning, which says what to copy', () => {
  const reasons = missingStrings(['en', 'de'], tables, new Map(), 'site.config.ts').map(
    ({ reason }) => reason,
  )
  expect(reasons).toEqual([
    'Language `de` has no interface strings, or too few: its pages show those of `en`. Copy `src/i18n/strings/en.json` to `content/ui/de.json` and translate it.',
  ])
})

test('the strings of a site win over those of the interface, which has all others', () => {
  const own = new Map([['fr-FR', { 'alert.note': 'Nota', 'move.party.x': 'X' }]])
  const merged = withInterfaceStrings(own)
  expect([...merged.keys()]).toEqual(['en', 'fr-FR'])
  expect(merged.get('fr-FR')).toMatchObject({ 'alert.note': 'Nota', 'alert.tip': 'Conseil' })
  expect(merged.get('en')).toMatchObject({ 'alert.note': 'Note' })
})
