/** Terms of the glossary in running text: their form in a language, and how they are found. */
import { termPattern } from '#plugins/term-pattern.ts'
import type { Glossary } from '../glossary/glossary.ts'
import { primary } from '../language/detect-language.ts'

export type GlossaryTerm = Glossary['terms'][number]

/** The form of a term in a locale: from its column, from another one of the same language, or as it is. */
export function formIn({ term, in: message }: GlossaryTerm, locale: string): string {
  const near = Object.keys(message).find((column) => primary(column) === primary(locale))
  return message[locale] ?? (near && message[near]) ?? term
}

/** Whether the glossary has words of its own for this language. */
export function hasColumn({ in: message }: GlossaryTerm, locale: string): boolean {
  return Object.keys(message).some((column) => primary(column) === primary(locale))
}

const names = new Map<string, RegExp>()

/** Finds a name as it is, with whatever space between its words. */
export function namePattern(form: string): RegExp {
  const known = names.get(form)
  if (known) return known
  const typed = form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '[\\s\\u00A0\\u202F]+')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${typed}(?![\\p{L}\\p{N}])`, 'gu')
  names.set(form, pattern)
  return pattern
}

const patterns = new Map<string, RegExp>()

/** Finds a term in running text: see `termPattern`. */
export function patternOf(form: string, matchCase: boolean): RegExp {
  const key = `${matchCase} ${form}`
  const known = patterns.get(key)
  if (known) {
    known.lastIndex = 0
    return known
  }
  const pattern = new RegExp(termPattern(form), matchCase ? 'gu' : 'giu')
  patterns.set(key, pattern)
  return pattern
}
