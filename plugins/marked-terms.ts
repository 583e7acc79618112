/** Link the terms that an author has marked, `:term[domain]`, each time; those that the glossary lacks are reported. */
import type { Element, ElementContent, Parents, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import type { VFile } from 'vfile'
import { nearestName } from './nearest-name.ts'
import { defineProblems, report } from './problems.ts'
import { type ExplainedTerm, termExpression, termLink } from './term-pattern.ts'
import { visit } from './visit.ts'

const problem = defineProblems('procedures', {
  'term-unknown': (words: string, near: string | undefined) => ({
    severity: 'warning',
    reason:
      `The glossary defines no term \`${words}\` in the language of this page. ` +
      (near
        ? `Did you mean \`${near}\`?`
        : 'Add it with a definition to glossary.csv, name another by `{#id}`, or take `:term` out.'),
    note: 'The word is shown without a link.',
  }),
})

/** A marked term until it is a link: its id, or nothing. */
export const termMark = 'dataGlossaryTerm'

/**
 * Turn marks into links, or into their words alone.
 *
 * @param terms - Undefined where nothing is known of them: then nothing is reported.
 * @returns The terms that are linked now.
 */
export function linkMarkedTerms(
  tree: Root,
  terms: readonly ExplainedTerm[] | undefined,
  file: VFile,
): Set<ExplainedTerm> {
  const linked = new Set<ExplainedTerm>()
  const links = new Set<Parents>()
  visit(tree, 'element', (node, index, parent) => {
    // What is in a link is part of it: there can be no other link.
    if (node.tagName === 'a' || (parent && links.has(parent))) links.add(node)
    const id = node.properties[termMark]
    if (id === undefined || !parent || index === undefined) return
    const term = terms && termOf(node, String(id), terms)
    if (terms && !term && node.data?.fallbackLang === undefined)
      report(file, unknown(node, String(id), terms), node)
    const isInLink = links.has(node)
    if (term && !isInLink) linked.add(term)
    const { children } = node
    Object.assign(node, term && !isInLink ? termLink(term, children) : plain(children))
  })
  return linked
}

function plain(children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties: {}, children }
}

/** By its id, or by its words in the language of the page; they may still be those of its source. */
function termOf(
  node: Element,
  id: string,
  terms: readonly ExplainedTerm[],
): ExplainedTerm | undefined {
  const words = toString(node)
  const wanted = id || words.trim().toLowerCase().replace(/\s+/g, '-')
  const named = terms.find(({ href }) => href.endsWith(`#${wanted}`))
  if (id || named) return named
  return terms.find((term) => termExpression(term).exec(words)?.[0] === words)
}

function unknown(node: Element, id: string, terms: readonly ExplainedTerm[]) {
  const typed = id || toString(node)
  const ids = terms.map(({ href }) => href.slice(href.indexOf('#') + 1))
  return problem(
    'term-unknown',
    typed,
    nearestName(typed, id ? ids : terms.map(({ form }) => form)),
  )
}
