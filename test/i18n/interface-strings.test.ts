/** What holds for the strings of every language that the interface speaks. */
import { describe, expect, test } from 'vitest'
import {
  formKeys,
  interfaceKeys,
  interfaceLanguages,
  loadInterfaceStrings,
} from '#src/i18n/interface-strings.ts'
import { missingStrings } from '#src/i18n/missing-strings.ts'
import { withInterfaceStrings } from '#src/i18n/strings.ts'

const tables = await loadInterfaceStrings(interfaceLanguages)
const english = tables.get('en') ?? {}

/** Words that a language and English share, each looked at. */
const shared: Record<string, string[]> = {
  'fr-FR': [
    'Description',
    'Guide',
    'Phase',
    'Service',
    'Pages',
    'Guides',
    'Important',
    'Phases',
    'Page',
    '{count} page',
    '{count} pages',
    'Version',
    'Interface',
    'Source',
  ],
  de: ['Links', 'Phase', 'Optional', '{label}, optional', 'optional', 'Online:', 'Version', 'Tags'],
  es: ['No'],
  it: ['No'],
  'pt-BR': ['Online:', 'Links', 'Interface'],
  nl: ['Links', 'Tip', 'Checklist: {party}', 'Online:', 'Extra', 'Variant', 'Interface', 'Tags'],
  pl: ['Online:', '{count} problem'],
}

/** The marks that each language puts around a title, and none of another. */
const quotes: Record<string, string> = {
  de: '„“',
  es: '«»',
  'fr-FR': '«»',
  it: '«»',
  ru: '«»',
  ar: '«»',
  pl: '„”',
  he: '””',
  ja: '「」',
  'zh-TW': '「」',
}

const placesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted()
const tagsIn = (text: string) => [...text.matchAll(/<[^>]*>|&\w+;/g)].map(String)
const lettersIn = (text: string) => text.replaceAll(/\{\w+\}/g, '').match(/\p{L}/gu) ?? []

test('the interface speaks the languages that the manual names', () => {
  expect(interfaceLanguages.toSorted()).toEqual(
    'ar de en es fr-FR he it ja ko nl pl pt-BR ru zh-CN zh-TW'.split(' '),
  )
})

describe.each([...interfaceLanguages])('the strings of %s', (tag) => {
  const table = tables.get(tag) ?? {}
  const texts = Object.entries(table)
  /** The English text of a key; of a plural form, that of the form `other`. */
  const originalOf = (key: string) =>
    english[key] ?? english[key.replace(/\.(?:zero|one|two|few|many)$/, '.other')] ?? ''

  test('are those of English, in the plural forms of the language', () => {
    const expected = interfaceKeys.flatMap((key) => formKeys(key, tag))
    expect(Object.keys(table).toSorted()).toEqual(expected.toSorted())
    expect(missingStrings([tag], withInterfaceStrings(new Map(), tables), new Map(), 'x')).toEqual(
      [],
    )
  })

  test('have the same places for words and the same markup', () => {
    const wrong = texts.filter(([key, text]) => {
      const original = originalOf(key)
      const own = placesIn(text)
      // “One page” needs no number.
      const isExact = /\.(?:zero|one|two)$/.test(key)
      const left = placesIn(original).filter((place) => !own.includes(place))
      const mayLack = isExact ? left.filter((place) => /count|done|shown/.test(place)) : []
      const all = [...own, ...mayLack].toSorted()
      return (
        all.join() !== placesIn(original).join() || tagsIn(text).join() !== tagsIn(original).join()
      )
    })
    expect(wrong).toEqual([])
  })

  test('are translated, but for words that both languages have', () => {
    const left = texts.filter(
      ([key, text]) => tag !== 'en' && text === english[key] && lettersIn(text).length > 0,
    )
    expect(left.map(([, text]) => text).filter((text) => !shared[tag]?.includes(text))).toEqual([])
  })

  test('have the marks of the language, and no spaces too many', () => {
    const all = texts.map(([, text]) => text).join('\n')
    const marks = new Set(all.match(/[«»„“”「」『』"]/g))
    if (quotes[tag]) expect([...marks].join('')).toMatch(new RegExp(`^[${quotes[tag]}]+$`))
    expect(all).not.toMatch(/"|'|\.\.\.| {2}| $/m)
  })
})
