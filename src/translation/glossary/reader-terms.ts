/** The terms that a site explains to its readers: those with a definition. */
import GithubSlugger from 'github-slugger'
import type { KnownTerm, SiteTerm } from '../../site.ts'
import { primary } from '../language/detect-language.ts'
import type { Glossary } from './glossary.ts'
import { formIn } from '../lint/terms.ts'

/**
 * The terms with their forms and definitions in the languages of a site. A definition in `fr` serves `fr-FR`, too.
 *
 * @param tags - BCP 47 tags of the site.
 */
export function readerTerms({ terms }: Glossary, tags: readonly string[]): SiteTerm[] {
  const slugger = new GithubSlugger()
  return terms.flatMap((term): SiteTerm[] => {
    const { definitions } = term
    if (!definitions) return []
    const own = tags.flatMap((tag) => {
      const near = Object.keys(definitions).find((column) => primary(column) === primary(tag))
      const text = definitions[tag] ?? (near === undefined ? undefined : definitions[near])
      return text === undefined ? [] : [[tag, text] as const]
    })
    return [
      {
        id: slugger.slug(term.term),
        forms: Object.fromEntries(tags.map((tag) => [tag, formIn(term, tag)])),
        definitions: Object.fromEntries(own),
        matchCase: term.matchCase,
      },
    ]
  })
}

/** The terms with a definition in a language. */
export function knownTerms(terms: readonly SiteTerm[], tag: string): KnownTerm[] {
  return terms.flatMap(({ id, forms, definitions, matchCase }) =>
    definitions[tag] === undefined ? [] : [{ id, form: forms[tag] ?? '', matchCase }],
  )
}
