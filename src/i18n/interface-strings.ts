/** The interface's own strings: which languages there are, and who has read them. */
import en from './strings/en.json' with { type: 'json' }
import fr from './strings/fr-FR.json' with { type: 'json' }
import { isSpokenAlike } from './nearest.ts'

/** Strings of one language, flat dotted keys. */
export type StringTable = Readonly<Record<string, string>>

/** Strings by language tag: the interface's own with those of the site. */
export type StringTables = ReadonlyMap<string, StringTable>

/** Every text that an interface must have, of those about numbers the form `other`. */
export const interfaceKeys: readonly string[] = Object.keys(en).filter(
  (key) => !(key.endsWith('.one') && key.replace(/one$/, 'other') in en),
)

const known = new Set(interfaceKeys)

/** The key of the form that every language has of a text about a number; else the key itself. */
export function otherForm(key: string): string {
  const form = key.replace(/\.(?:zero|one|two|few|many)$/, '.other')
  return known.has(form) ? form : key
}

/** Whether a text is the interface’s own, and no label of a site. */
export function isInterfaceKey(key: string): boolean {
  return known.has(otherForm(key))
}

/** The keys of a text about a number: one for each plural category that whole numbers have in a language. */
export function formKeys(key: string, tag: string): string[] {
  if (!/\.other$/.test(key) || !known.has(key)) return [key]
  const rules = new Intl.PluralRules(tag)
  // Nothing is counted in millions, which French, Spanish, Italian and Portuguese have a category for.
  const numbers = [...Array.from({ length: 201 }, (_, number) => number), 1000, 10_000, 100_000]
  const categories = new Set([...numbers.map((number) => rules.select(number)), 'other'])
  return [...categories].map((category) => key.replace(/other$/, category))
}

/** Languages that a native speaker has read, always at hand. English first: others may borrow from it. */
export const reviewedStrings: StringTables = new Map(Object.entries({ en, 'fr-FR': fr }))

/**
 * Languages that no native speaker has read yet; `status` says so. Each is a file that is loaded for sites
 * that have the language: all of them would cost every command a hundredth of a second.
 */
const unreviewed: Readonly<Record<string, () => Promise<{ default: StringTable }>>> = {
  ar: () => import('./strings/ar.json', { with: { type: 'json' } }),
  de: () => import('./strings/de.json', { with: { type: 'json' } }),
  es: () => import('./strings/es.json', { with: { type: 'json' } }),
  he: () => import('./strings/he.json', { with: { type: 'json' } }),
  it: () => import('./strings/it.json', { with: { type: 'json' } }),
  ja: () => import('./strings/ja.json', { with: { type: 'json' } }),
  ko: () => import('./strings/ko.json', { with: { type: 'json' } }),
  nl: () => import('./strings/nl.json', { with: { type: 'json' } }),
  pl: () => import('./strings/pl.json', { with: { type: 'json' } }),
  'pt-BR': () => import('./strings/pt-BR.json', { with: { type: 'json' } }),
  ru: () => import('./strings/ru.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./strings/zh-CN.json', { with: { type: 'json' } }),
  'zh-TW': () => import('./strings/zh-TW.json', { with: { type: 'json' } }),
}

/** Tags of all languages that the interface has strings in. */
export const interfaceLanguages: readonly string[] = [
  ...reviewedStrings.keys(),
  ...Object.keys(unreviewed),
]

/** Load the interface's strings for the languages of a site. */
export async function loadInterfaceStrings(tags: readonly string[]): Promise<StringTables> {
  const wanted = Object.entries(unreviewed).filter(([own]) =>
    tags.some((tag) => isSpokenAlike(tag, own)),
  )
  const loaded = await Promise.all(
    wanted.map(async ([tag, load]) => [tag, (await load()).default] as const),
  )
  return new Map([...reviewedStrings, ...loaded])
}

/**
 * Languages of a site whose interface no native speaker has read.
 *
 * @param own - Strings of the site itself: who has written all of a language has read it.
 */
export function unreviewedAmong(tags: readonly string[], own: StringTables): Set<string> {
  const isTheirs = (tag: string) => {
    const tables = [...own].filter(([other]) => isSpokenAlike(tag, other))
    return interfaceKeys.every((key) => tables.some(([, table]) => Object.hasOwn(table, key)))
  }
  const isOurs = (tag: string) => Object.keys(unreviewed).some((own) => isSpokenAlike(tag, own))
  return new Set(tags.filter((tag) => isOurs(tag) && !isTheirs(tag)))
}
