/** Match a glossary term in running text, and link it. */
import type { Element, ElementContent } from 'hast'
import { element } from './element.ts'

/** A term with a definition on the site. */
export interface ExplainedTerm {
  form: string
  /** Case-sensitive. */
  matchCase: boolean
  /** Address of its definition. */
  href: string
}

/**
 * The source of a regular expression for a whole term, with either apostrophe and any space, its words in singular or
 * plural. The first letter may be a capital, as at the beginning of a sentence, even in a case-sensitive search.
 */
export function termPattern(form: string): string {
  const words = form.split(/\s+/).map((word, index) => {
    const first = index === 0 ? (/^\p{Ll}/u.exec(word)?.[0] ?? '') : ''
    const rest = word
      .slice(first.length)
      .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
      .replace(/['’]/g, "[’']")
      .replace(/(?<=\p{L})$/u, "(?:e?s|x|[’']s)?")
    return first ? `[${first}${first.toUpperCase()}]${rest}` : rest
  })
  return `(?<![\\p{L}\\p{N}])${words.join('[\\s\\u00A0\\u202F]+')}(?![\\p{L}\\p{N}])`
}

/** A link to the definition. */
export function termLink({ href }: ExplainedTerm, children: ElementContent[]): Element {
  return element('a', { className: ['term'], href, rel: ['glossary'] }, children)
}

const patterns = new Map<string, RegExp>()

/** Finds a term in running text. */
export function termExpression({ form, matchCase }: ExplainedTerm): RegExp {
  const key = `${matchCase} ${form}`
  const pattern = patterns.get(key) ?? new RegExp(termPattern(form), matchCase ? 'u' : 'iu')
  patterns.set(key, pattern)
  return pattern
}
