/** Glossary terms with their translation, for translators and their tools. */
import type { Glossary } from '../glossary/glossary.ts'
import { type GlossaryTerm, patternOf, formIn } from '../lint/terms.ts'

/** The terms that occur in a source text. */
export function termsIn(text: string, { terms }: Glossary, source: string, target: string) {
  return terms.flatMap((term) => {
    const form = formIn(term, source)
    return patternOf(form, term.matchCase).test(text) ? [entryOf(term, source, target)] : []
  })
}

/** All terms, including the names that are not translated. */
export function allTerms({ terms }: Glossary, source: string, target: string) {
  return terms.map((term) => entryOf(term, source, target))
}

function entryOf(term: GlossaryTerm, source: string, target: string) {
  const { note } = term
  return { source: formIn(term, source), target: formIn(term, target), ...(note && { note }) }
}
