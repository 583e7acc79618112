/** Pagefind in the browser: loaded when first needed, one index for each language. */
import type { Answer, Engine, EngineAnswer } from './search.ts'
import { foreignFolder, type IndexedLanguages, languagesFile, wordsFile } from './bundle.ts'
import type { Question } from './filters.ts'
import type { Wordings } from './query-plan.ts'
import { answerFromAll } from './merge-results.ts'

export interface IndexLocation {
  /** Folder of the index, with a slash at the end. */
  index: string
  /** The site's base, put before the addresses of results. */
  base: string
  /** As in `<html lang>`. */
  language: string
  /** Stop words and synonyms of the language. */
  wordings: Wordings
}

/** Look for what a reader asks. */
export type Ask = (question: Question) => Promise<Answer>

/** The part of `pagefind.js` that is used; the package has no types for it. */
interface Pagefind {
  options: (options: {
    baseUrl: string
    excerptLength: number
    excerptEllipsis: string
  }) => Promise<void>
  /** Starts to load the index. */
  init: () => Promise<void>
  search: (
    query: string | null,
    options: { filters: Question['chosen']; sort?: Record<string, 'asc' | 'desc'> },
  ) => Promise<EngineAnswer>
}

/**
 * Open the index of a language, and with it those of what its pages have in other languages.
 *
 * Gives undefined where there is no index at all, as in development before a build; fails when the
 * network does. A language without pages has no index of its own, and Pagefind would answer from
 * another's: here it gets no results.
 */
export async function openIndex({
  index,
  base,
  ...place
}: IndexLocation): Promise<Ask | undefined> {
  const languages = await languagesOf(index)
  if (!languages) return undefined
  const language = place.language.toLowerCase()
  const here = languages[language]
  if (!here) return async () => ({ total: 0, read: async () => [] })
  const own = await openOne(index, language, here.size, base)
  const others = await Promise.all(
    Object.entries(here.foreign).map(([other, size]) =>
      openOne(`${index}${foreignFolder(language, other)}`, other, size, base),
    ),
  )
  return (question) => answerFromAll(question, own, others, place.wordings)
}

async function openOne(
  bundle: string,
  language: string,
  size: number,
  base: string,
): Promise<Engine> {
  let words: Promise<readonly string[]> | undefined
  return {
    search: size ? await searchIn(bundle, base) : nothing,
    vocabulary: () => (words ??= wordsOf(bundle + wordsFile(language))),
    size,
  }
}

async function searchIn(bundle: string, baseUrl: string): Promise<Engine['search']> {
  const pagefind = (await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as Pagefind
  await pagefind.options({ baseUrl, excerptLength: 28, excerptEllipsis: '…' })
  await pagefind.init()
  return (query, filters) =>
    pagefind.search(query, { filters, ...(query === null && { sort: { order: 'asc' } }) })
}

async function nothing(): Promise<EngineAnswer> {
  return { results: [], unfilteredResultCount: 0 }
}

/** Without the list nothing is corrected, and that is all. */
async function wordsOf(address: string): Promise<readonly string[]> {
  const response = await fetch(address).catch(() => undefined)
  return response?.ok ? (await response.text()).split('\n') : []
}

async function languagesOf(index: string): Promise<IndexedLanguages | undefined> {
  const response = await fetch(index + languagesFile, { cache: 'no-cache' })
  if (!response.ok) return undefined
  // Some hosts answer an unknown address with a page and status 200.
  return (await response.json().catch(() => undefined)) as IndexedLanguages | undefined
}
