/** The languages of a site: their names, and their interface strings without holes. */
import type { SiteLocale } from '../site.ts'
import { localePath } from '../docsets/address.ts'
import en from './strings/en.json' with { type: 'json' }
import fr from './strings/fr-FR.json' with { type: 'json' }

/** Strings by language tag: the interface's own with those of the site. */
export type StringTables = ReadonlyMap<string, Readonly<Record<string, string>>>

// English first: other languages borrow from it what they lack.
const interfaceStrings: StringTables = new Map(Object.entries({ en, 'fr-FR': fr }))

/** Strings of every language that the interface or the site has; the site's own, `content/ui/`, win key by key. */
export function withInterfaceStrings(own: StringTables): StringTables {
  const tags = new Set([...interfaceStrings.keys(), ...own.keys()])
  return new Map([...tags].map((tag) => [tag, { ...interfaceStrings.get(tag), ...own.get(tag) }]))
}

/**
 * The languages of a site, in the order given.
 *
 * A string that a language lacks comes from the nearest one that has it: the same language
 * elsewhere (`fr-FR` for `fr-CA`), else the first table.
 */
export function siteLocales(
  tags: readonly string[],
  titles: Readonly<Record<string, string>>,
  tables: StringTables,
): SiteLocale[] {
  return tags.map((tag) => ({
    tag,
    path: localePath(tag),
    name: nameOf(tag, tags),
    direction: directionOf(tag),
    title: titles[tag] ?? '',
    ui: speakerOf(tag, tables),
    strings: stringsOf(tag, tables),
  }))
}

/** Keys that a language has to borrow from another one, for its translator. */
export function borrowedKeys(tag: string, tables: StringTables): string[] {
  const own = nearTables(tag, tables)
  return Object.keys(stringsOf(tag, tables)).filter(
    (key) => !own.some((table) => Object.hasOwn(table, key)),
  )
}

/** The language itself where it has strings, else the one that lends most of them. */
export function speakerOf(tag: string, tables: StringTables): string {
  const language = languageOf(tag)
  const isSpoken = [...tables.keys()].some((other) => languageOf(other) === language)
  return isSpoken ? tag : (tables.keys().next().value ?? tag)
}

function stringsOf(tag: string, tables: StringTables): Record<string, string> {
  const first = tables.values().next().value ?? {}
  const all = [first, ...nearTables(tag, tables), tables.get(tag) ?? {}]
  return all.reduce((merged, table) => ({ ...merged, ...table }), {})
}

/** Tables of the same language, in whatever region. */
function nearTables(tag: string, tables: StringTables) {
  const language = languageOf(tag)
  return [...tables].filter(([other]) => languageOf(other) === language).map(([, table]) => table)
}

function nameOf(tag: string, tags: readonly string[]): string {
  const language = languageOf(tag)
  const isAlone = tags.filter((other) => languageOf(other) === language).length === 1
  const name =
    new Intl.DisplayNames([tag], { type: 'language' }).of(isAlone ? language : tag) ?? tag
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
}

function directionOf(tag: string): 'ltr' | 'rtl' {
  // TypeScript 6 does not know `getTextInfo` yet; Node 24 has it.
  const locale = new Intl.Locale(tag) as Intl.Locale & {
    getTextInfo?: () => { direction: 'ltr' | 'rtl' }
  }
  return locale.getTextInfo?.().direction ?? 'ltr'
}

function languageOf(tag: string): string {
  return new Intl.Locale(tag).language
}
