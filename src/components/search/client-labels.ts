/** Stop words and synonyms of the site’s languages, from `content/search/<locale>.json`. */
import { readSearchWords } from '#src/docsets/wordings.ts'
import type { Wordings } from '#src/search/query-plan.ts'

// As text: what is wrong with a file is told with its line, and must not stop a build that goes on.
const files = import.meta.glob<string>('/content/search/*.json', {
  eager: true,
  import: 'default',
  query: '?raw',
})

/** Those of the language that the interface speaks; none where there is no file. */
export function wordingsOf(locale: string): Wordings {
  const path = `/content/search/${locale}.json`
  return readSearchWords(files[path] ?? '{}', path).words
}
