/**
 * Link the first occurrence of each glossary term on a page to its definition, and all that an author has marked.
 *
 * A link works without script and from the keyboard. Headings, links, code, controls and bold text (names of buttons,
 * titles of steps) get none, and neither does text in another language.
 */
import type { Element, ElementContent, Root, Text } from 'hast'
import { toString } from 'hast-util-to-string'
import type { VFile } from 'vfile'
import { linkMarkedTerms } from './marked-terms.ts'
import { type ExplainedTerm, termExpression, termLink } from './term-pattern.ts'

export interface TermOptions {
  /** The terms in the language of a page; undefined where nothing is known of them. */
  termsOf: (file: VFile) => readonly ExplainedTerm[] | undefined
}

const excluded =
  /^(?:a|abbr|b|button|code|dfn|h[1-6]|kbd|math|option|pre|samp|strong|summary|svg|th|var)$/

interface TermSearch extends ExplainedTerm {
  pattern: RegExp
}

/** Comes after links are resolved, so that these are not checked, and before notes of states, which are not the page’s text. */
export default function rehypeTerms({ termsOf }: Readonly<Partial<TermOptions>>) {
  return (tree: Root, file: VFile): undefined => {
    const terms = termsOf?.(file)
    const linked = linkMarkedTerms(tree, terms, file)
    if (!terms?.length) return
    const text = toString(tree)
    const remaining = terms.flatMap((term): TermSearch[] => {
      if (linked.has(term)) return []
      const pattern = termExpression(term)
      return pattern.test(text) ? [{ ...term, pattern }] : []
    })
    linkTerms(tree, remaining)
  }
}

function linkTerms(node: Root | Element, remaining: TermSearch[]): void {
  if (remaining.length === 0) return
  node.children = (node.children as ElementContent[]).flatMap((child) => {
    if (child.type === 'text') return linkText(child, remaining)
    if (child.type === 'element' && !isExcluded(child)) linkTerms(child, remaining)
    return [child]
  })
}

function isExcluded({ tagName, properties }: Element): boolean {
  return excluded.test(tagName) || properties['lang'] !== undefined
}

/** The text with links to the terms in it, which are removed from `remaining`. */
function linkText(text: Text, remaining: TermSearch[]): ElementContent[] {
  const matches = remaining
    .flatMap((term) => {
      const match = term.pattern.exec(text.value)
      return match ? [{ term, start: match.index, length: match[0].length }] : []
    })
    .toSorted((a, b) => a.start - b.start || b.length - a.length)
  const [first] = matches
  if (!first) return [text]
  const { term, start, length } = first
  remaining.splice(remaining.indexOf(term), 1)
  const [before, words, after] = [
    text.value.slice(0, start),
    text.value.slice(start, start + length),
    text.value.slice(start + length),
  ]
  const link = termLink(term, [{ type: 'text', value: words }])
  return [
    ...(before ? [{ ...text, value: before }] : []),
    link,
    ...(after ? linkText({ ...text, value: after }, remaining) : []),
  ]
}
