/** The languages of a site: their names, and their interface strings without holes. */
import { directionOf } from '#plugins/writing-direction.ts'
import type { SiteLocale } from '../site.ts'
import { localePath } from '../docsets/address.ts'
import {
  type StringTable,
  type StringTables,
  formKeys,
  interfaceKeys,
  isInterfaceKey,
  otherForm,
  reviewedStrings,
} from './interface-strings.ts'
import { isSpokenAlike, tellingTag } from './nearest.ts'

/** What of the interface a language must have to speak for itself: with less, half a page would be foreign. */
const enough = 0.9

/**
 * Strings of every language that the interface or the site has; the site's own, `content/ui/`, win key by key.
 *
 * @param ours - From `loadInterfaceStrings`.
 */
export function withInterfaceStrings(
  own: StringTables,
  ours: StringTables = reviewedStrings,
): StringTables {
  const tags = new Set([...ours.keys(), ...own.keys()])
  const all = new Map([...tags].map((tag) => [tag, { ...ours.get(tag), ...own.get(tag) }]))
  return new Map(
    [...all].map(([tag, table]) => [tag, hasEnough(tag, all) ? table : labelsOf(table)]),
  )
}

/**
 * The languages of a site, in the order given.
 *
 * One that has no strings, or too few, has the interface of another language, all of it: the first of the
 * site that has one, else English. One that lacks a few has those of the same language elsewhere (`fr-FR`
 * for `fr-CA`), else English ones.
 *
 * @param unreviewed - From `unreviewedAmong`.
 */
export function siteLocales(
  tags: readonly string[],
  titles: Readonly<Record<string, string>>,
  tables: StringTables,
  unreviewed: ReadonlySet<string> = new Set(),
): SiteLocale[] {
  return tags.map((tag) => {
    const ui = interfaceLanguageOf(tag, tags, tables)
    return {
      tag,
      path: localePath(tag),
      name: nameOf(tag, tags),
      direction: directionOf(tag),
      title: titles[tag] ?? '',
      ui,
      uiDirection: directionOf(ui),
      ...(unreviewed.has(ui) && { isUnreviewed: true }),
      strings: stringsOf(tag, ui, tables),
    }
  })
}

/** Keys that a language has to borrow from another one, for its translator. */
export function borrowedKeys(tag: string, tables: StringTables): string[] {
  const own = nearTable(tag, tables)
  const all = Object.keys(stringsOf(tag, tag, tables)).map(otherForm)
  const wanted = new Set(all.flatMap((key) => formKeys(key, tag)))
  return [...wanted].filter((key) => !Object.hasOwn(own, key))
}

/** The language itself where it has strings, else the first of the site that has, else English. */
export function interfaceLanguageOf(
  tag: string,
  tags: readonly string[],
  tables: StringTables,
): string {
  const isSpoken = (one: string) => Object.keys(nearTable(one, tables)).some(isInterfaceKey)
  return [tag, ...tags].find(isSpoken) ?? tables.keys().next().value ?? tag
}

function stringsOf(tag: string, ui: string, tables: StringTables): StringTable {
  const first = tables.values().next().value ?? {}
  const speaker = ui === tag ? {} : nearTable(ui, tables)
  return [speaker, nearTable(tag, tables)].reduce(overlaid, first)
}

/** A table over that of another language: of a number it has all forms or none, for each language has its own. */
function overlaid(below: StringTable, above: StringTable): StringTable {
  const kept = Object.entries(below).filter(([key]) => !hasText(above, key))
  return { ...Object.fromEntries(kept), ...above }
}

/** Whether a table has a text; about a number, in the forms of its language. */
function hasText(table: StringTable, key: string): boolean {
  return Object.hasOwn(table, key) || Object.hasOwn(table, otherForm(key))
}

/** All that is there of a language, in whatever region; its own strings win. */
function nearTable(tag: string, tables: StringTables): StringTable {
  const near = [...tables].filter(([other]) => other !== tag && isSpokenAlike(tag, other))
  return Object.assign({}, ...near.map(([, table]) => table), tables.get(tag)) as StringTable
}

function hasEnough(tag: string, tables: StringTables): boolean {
  const table = nearTable(tag, tables)
  const own = interfaceKeys.filter((key) => hasText(table, key))
  return own.length >= enough * interfaceKeys.length
}

/** What a table has of the site alone: labels of phases and parties. */
function labelsOf(table: StringTable): StringTable {
  return Object.fromEntries(Object.entries(table).filter(([key]) => !isInterfaceKey(key)))
}

function nameOf(tag: string, tags: readonly string[]): string {
  const names = new Intl.DisplayNames([tag], { type: 'language' })
  const name = names.of(tellingTag(tag, tags)) ?? tag
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
}
