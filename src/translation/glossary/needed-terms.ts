/** Terms of the glossary that a translator needs. */
import type { Glossary } from '../glossary/glossary.ts'
import { type GlossaryTerm, patternOf, formIn } from '../lint/terms.ts'

/** Terms of the glossary in a text of the source, and their form in the translation. */
export function termsIn(text: string, { terms }: Glossary, source: string, target: string) {
  return terms.flatMap((term) => {
    const form = formIn(term, source)
    return patternOf(form, term.matchCase).test(text) ? [entryOf(term, source, target)] : []
  })
}

/** The whole glossary for a tool: names that stay are terms, too. */
export function allTerms({ terms }: Glossary, source: string, target: string) {
  return terms.map((term) => entryOf(term, source, target))
}

function entryOf(term: GlossaryTerm, source: string, target: string) {
  const { note } = term
  return { source: formIn(term, source), target: formIn(term, target), ...(note && { note }) }
}
