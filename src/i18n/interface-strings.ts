/** The interface's own strings; a site overrides them, key by key, in `content/ui/<locale>.json`. */
import en from './strings/en.json' with { type: 'json' }
import fr from './strings/fr-FR.json' with { type: 'json' }
import type { StringTables } from './strings.ts'

// English first: other languages borrow from it what they lack.
const interfaceStrings: StringTables = new Map(Object.entries({ en, 'fr-FR': fr }))

/** Strings of every language that the interface or the site has: the site's own win. */
export function withInterfaceStrings(own: StringTables): StringTables {
  const tags = new Set([...interfaceStrings.keys(), ...own.keys()])
  return new Map([...tags].map((tag) => [tag, { ...interfaceStrings.get(tag), ...own.get(tag) }]))
}
