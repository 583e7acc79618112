/**
 * Link the first occurrence of each term on a page to where it is explained.
 *
 * A link works without script, with a keyboard, and in every copy of the page. Headings, links, code, controls and bold
 * text (names of buttons, titles of steps) stay as they are, and so do words of another language.
 */
import type { Element, ElementContent, Root, Text } from 'hast'
import { toString } from 'hast-util-to-string'
import type { VFile } from 'vfile'
import { element } from './element.ts'
import { termPattern } from './term-pattern.ts'

/** A term that the site explains. */
interface ExplainedTerm {
  form: string
  /** Capital letters count. */
  matchCase: boolean
  /** Where it is explained. */
  href: string
}

export interface TermOptions {
  /** The terms in the language of a page. */
  termsOf: (file: VFile) => readonly ExplainedTerm[]
}

const untouched =
  /^(?:a|abbr|b|button|code|dfn|h[1-6]|kbd|math|option|pre|samp|strong|summary|svg|th|var)$/

interface Search extends ExplainedTerm {
  pattern: RegExp
}

/** Comes after links are read, which these are not part of, and before marks of states, which are not the page’s words. */
export default function rehypeTerms({ termsOf }: Readonly<Partial<TermOptions>>) {
  return (tree: Root, file: VFile): undefined => {
    const terms = termsOf?.(file) ?? []
    if (terms.length === 0) return
    const words = toString(tree)
    const left = terms.flatMap((term): Search[] => {
      const pattern = patternOf(term)
      return pattern.test(words) ? [{ ...term, pattern }] : []
    })
    walk(tree, left)
  }
}

function walk(node: Root | Element, left: Search[]): void {
  if (left.length === 0) return
  // A text gives as many nodes as it has terms.
  node.children = (node.children as ElementContent[]).flatMap((child) => {
    if (child.type === 'text') return linked(child, left)
    if (child.type === 'element' && !isUntouched(child)) walk(child, left)
    return [child]
  })
}

function isUntouched({ tagName, properties }: Element): boolean {
  return untouched.test(tagName) || properties['lang'] !== undefined
}

/** The text with links to the terms in it, which are taken out of those that are looked for. */
function linked(text: Text, left: Search[]): ElementContent[] {
  const found = left
    .flatMap((term) => {
      const match = term.pattern.exec(text.value)
      return match ? [{ term, start: match.index, length: match[0].length }] : []
    })
    .toSorted((a, b) => a.start - b.start || b.length - a.length)
  const [first] = found
  if (!first) return [text]
  const { term, start, length } = first
  left.splice(left.indexOf(term), 1)
  const [before, words, after] = [
    text.value.slice(0, start),
    text.value.slice(start, start + length),
    text.value.slice(start + length),
  ]
  const link = element('a', { className: ['term'], href: term.href, rel: ['glossary'] }, [
    { type: 'text', value: words },
  ])
  return [
    ...(before ? [{ ...text, value: before }] : []),
    link,
    ...(after ? linked({ ...text, value: after }, left) : []),
  ]
}

const patterns = new Map<string, RegExp>()

function patternOf({ form, matchCase }: ExplainedTerm): RegExp {
  const key = `${matchCase} ${form}`
  const pattern = patterns.get(key) ?? new RegExp(termPattern(form), matchCase ? 'u' : 'iu')
  patterns.set(key, pattern)
  return pattern
}
