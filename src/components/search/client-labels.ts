/** Stop words and synonyms of the site’s languages, from `content/search/<locale>.json`. */
import type { Wordings } from '#src/search/query-plan.ts'

const files = import.meta.glob<Wordings>('/content/search/*.json', {
  eager: true,
  import: 'default',
})

/** Those of the language that the interface speaks; none where there is no file. */
export function wordingsOf(locale: string): Wordings {
  return files[`/content/search/${locale}.json`] ?? { stop: [], synonyms: [] }
}
