/** Pagefind in the browser: loaded when first needed, one index for each language. */
import { type Answer, answerTo, type Engine, type EngineAnswer } from './answering.ts'
import type { Question } from './narrowing.ts'
import type { Wordings } from './plan.ts'

export interface Place {
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
 * Open the index of a language.
 *
 * Gives undefined where there is no index at all, as in development before a build; fails when the
 * network does. A language without pages has no index of its own, and Pagefind would answer from
 * another's: here it gets no results.
 */
export async function openIndex({ index, base, ...place }: Place): Promise<Ask | undefined> {
  const languages = await languagesOf(index)
  if (!languages) return undefined
  const language = place.language.toLowerCase()
  const own = languages[language]
  if (!own) return async () => ({ total: 0, read: async () => [] })
  const pagefind = (await import(/* @vite-ignore */ `${index}pagefind.js`)) as Pagefind
  await pagefind.options({ baseUrl: base, excerptLength: 28, excerptEllipsis: '…' })
  await pagefind.init()
  let words: Promise<readonly string[]> | undefined
  const engine: Engine = {
    search: (query, filters) =>
      pagefind.search(query, { filters, ...(query === null && { sort: { order: 'asc' } }) }),
    vocabulary: () => (words ??= wordsOf(`${index}words-${language}.txt`)),
    size: own.page_count,
  }
  return (question) => answerTo(question, engine, place.wordings)
}

/** Without the list nothing is corrected, and that is all. */
async function wordsOf(address: string): Promise<readonly string[]> {
  const response = await fetch(address).catch(() => undefined)
  return response?.ok ? (await response.text()).split('\n') : []
}

type Languages = Readonly<Record<string, { page_count: number }>>

async function languagesOf(index: string): Promise<Languages | undefined> {
  const response = await fetch(`${index}pagefind-entry.json`, { cache: 'no-cache' })
  if (!response.ok) return undefined
  // Some hosts answer an unknown address with a page and status 200.
  const entry = (await response.json().catch(() => ({}))) as { languages?: Languages }
  return entry.languages
}
