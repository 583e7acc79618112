/** Terms of the glossary in running text: their form in a language, and how they are found. */
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
export function exactly(form: string): RegExp {
  const known = names.get(form)
  if (known) return known
  const typed = form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '[\\s\\u00A0\\u202F]+')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${typed}(?![\\p{L}\\p{N}])`, 'gu')
  names.set(form, pattern)
  return pattern
}

const patterns = new Map<string, RegExp>()

/**
 * Finds a term as a whole, with either apostrophe, its words in singular or plural. The first letter may
 * be a capital, as at the beginning of a sentence, even where capitals count.
 */
export function patternOf(form: string, matchCase: boolean): RegExp {
  const key = `${matchCase} ${form}`
  const known = patterns.get(key)
  if (known) {
    known.lastIndex = 0
    return known
  }
  const words = form.split(/\s+/).map((word, index) => {
    const first = index === 0 ? (/^\p{Ll}/u.exec(word)?.[0] ?? '') : ''
    const rest = word
      .slice(first.length)
      .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
      .replace(/['’]/g, "[’']")
      .replace(/(?<=\p{L})$/u, "(?:e?s|x|[’']s)?")
    return first ? `[${first}${first.toUpperCase()}]${rest}` : rest
  })
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${words.join('[\\s\\u00A0\\u202F]+')}(?![\\p{L}\\p{N}])`,
    matchCase ? 'gu' : 'giu',
  )
  patterns.set(key, pattern)
  return pattern
}
