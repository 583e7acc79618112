/** The rows of the page of terms. */
import type { SiteLocale, SiteTerm } from '#src/site.ts'

interface TermRow {
  id: string
  form: string
  definition: string
  /** Its forms in other languages of the site, if they differ. */
  others: readonly { language: SiteLocale; form: string }[]
}

/** The rows in the alphabetical order of the language. */
export function termRows(
  terms: readonly SiteTerm[],
  { tag }: Pick<SiteLocale, 'tag'>,
  locales: readonly SiteLocale[],
): TermRow[] {
  const { compare } = new Intl.Collator(tag)
  return terms
    .flatMap(({ id, forms, definitions }): TermRow[] => {
      const [form, definition] = [forms[tag], definitions[tag]]
      if (form === undefined || definition === undefined) return []
      const others = locales.flatMap((language) => {
        const other = forms[language.tag]
        return language.tag === tag || other === undefined || other === form
          ? []
          : [{ language, form: other }]
      })
      return [{ id, form, definition, others }]
    })
    .toSorted((a, b) => compare(a.form, b.form))
}
