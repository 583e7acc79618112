/** Pagefind in the browser: loaded when first needed, one index for each language. */
import { engineQuery } from './query.ts'
import { type EnginePage, type FoundPage, foundPage } from './results.ts'

export interface Place {
  /** Folder of the index, with a slash at the end. */
  index: string
  /** The site's base, put before the addresses of results. */
  base: string
  /** As in `<html lang>`. */
  language: string
}

export interface Answer {
  /** How many pages have what was looked for. */
  total: number
  /** Read some of them, the best first. */
  pages: (from: number, to: number) => Promise<FoundPage[]>
}

/** Look for what a reader typed. */
export type Ask = (typed: string) => Promise<Answer>

/** The part of `pagefind.js` that is used; the package has no types for it. */
interface Pagefind {
  options: (options: {
    baseUrl: string
    excerptLength: number
    excerptEllipsis: string
  }) => Promise<void>
  /** Starts to load the index. */
  init: () => Promise<void>
  search: (query: string) => Promise<{
    results: readonly { data: () => Promise<EnginePage> }[]
  }>
}

/**
 * Open the index of a language.
 *
 * Gives undefined where there is no index at all, as in development before a build; fails when the
 * network does. A language without pages has no index of its own, and Pagefind would answer from
 * another's: here it gets no results.
 */
export async function openIndex({ index, base, language }: Place): Promise<Ask | undefined> {
  const languages = await languagesOf(index)
  if (!languages) return undefined
  if (!languages.includes(language.toLowerCase())) return async () => answer([])
  const pagefind = (await import(/* @vite-ignore */ `${index}pagefind.js`)) as Pagefind
  await pagefind.options({ baseUrl: base, excerptLength: 28, excerptEllipsis: '…' })
  await pagefind.init()
  return async (typed) => answer((await pagefind.search(engineQuery(typed))).results)
}

function answer(results: Awaited<ReturnType<Pagefind['search']>>['results']): Answer {
  return {
    total: results.length,
    pages: async (from, to) => {
      const pages = await Promise.all(results.slice(from, to).map(({ data }) => data()))
      return pages.map((page) => foundPage(page))
    },
  }
}

async function languagesOf(index: string): Promise<string[] | undefined> {
  const response = await fetch(`${index}pagefind-entry.json`, { cache: 'no-cache' })
  if (!response.ok) return undefined
  // Some hosts answer an unknown address with a page and status 200.
  const entry = (await response.json().catch(() => ({}))) as { languages?: object }
  return entry.languages && Object.keys(entry.languages)
}
