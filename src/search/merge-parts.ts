/** One index of several parts: the files that a reader’s engine loads. */
import { hash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { type IndexInfo, indexFile as pathOf, lastMark } from './bundle.ts'
import { type CborValue, encodeCbor } from './cbor.ts'
import type { EntryOrder } from './entries.ts'
import { type IndexFile, indexFileOf, type IndexPart, type PartPage } from './index-part.ts'
import { mergeWords } from './merge-words.ts'
import { wordLists } from './vocabulary.ts'

/**
 * Hexadecimal digits of a digest that are in the name of a fragment. Every search loads the names of all fragments, so they
 * are few. Browsers keep files for a year, so a name must not come back for another entry: in an index of 5,000 entries,
 * one changed entry in 50,000 gets a name that another has had.
 */
const nameDigits = 7

/** An index as files by their path in the bundle, and what its readers need to know to load it. */
export interface MergedIndex {
  files: Map<string, IndexFile>
  info: Omit<IndexInfo, 'wasm'>
}

/**
 * @param version - Of Pagefind; its engine reads no other.
 * @param before - Files of an earlier index, by path: what is the same need not be compressed again.
 */
export function mergeParts(
  parts: readonly IndexPart[],
  version: string,
  order: EntryOrder,
  before?: ReadonlyMap<string, IndexFile>,
): MergedIndex {
  const files = new Map<string, IndexFile>()
  const fields = [...new Set(parts.flatMap((part) => part.fields))]
  const starts = startsOf(parts)
  const chunks = mergeWords(
    parts.map((part, index) => ({
      table: part.words,
      firstPage: starts[index] ?? 0,
      fields: part.fields.map((field) => fields.indexOf(field)),
    })),
  ).map(({ from, to, content }) => [from, to, keep('index', content)])
  const pages = parts.flatMap((part) => part.pages)
  const names = pages.map((page) => [
    nameFragment(files, page.fragment),
    page.length,
    markOf(page, order),
  ])
  const filters = filtersOf(parts, starts).map((filter) => [
    filter[0],
    keep('filter', encodeCbor(filter)),
  ])
  const meta = (sorts: CborValue) =>
    keep('meta', encodeCbor([version, names, chunks, filters, sorts, fields]))
  const byOrder = pages
    .map(({ targets: [url = ''] }, page) => ({ rank: order.orderOf(url), page }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ page }) => page)
  const words = [...wordLists(parts.map((part) => part.spellings))]
  return {
    files,
    info: {
      size: pages.length,
      meta: meta([]),
      ordered: meta([['order', byOrder]]),
      words: Object.fromEntries(
        words.map(([list, some]) => [list, keep('words', Buffer.from(some.join('\n')))]),
      ),
    },
  }

  function keep(kind: Parameters<typeof pathOf>[0], content: Uint8Array): string {
    const name = hash('sha256', content).slice(0, 10)
    const path = pathOf(kind, name)
    files.set(path, before?.get(path) ?? indexFileOf(gzipSync(content, { level: 9 })))
    return name
  }
}

/** Adds a fragment; a longer name where two begin alike. In base 36, the names of 5,000 take 1.4 kB less. */
function nameFragment(files: Map<string, IndexFile>, fragment: IndexFile): string {
  const { digest } = fragment
  const short = Number.parseInt(digest.slice(0, nameDigits), 16).toString(36)
  for (let length = nameDigits; ; length++) {
    const name = short + digest.slice(nameDigits, length)
    const path = pathOf('fragment', name)
    const known = files.get(path)
    if (known && known.digest !== digest) continue
    files.set(path, fragment)
    return name
  }
}

/** What Pagefind’s engine gives back with each result of an entry; Pagefind itself leaves it empty. */
function markOf({ targets: [url = ''] }: PartPage, order: EntryOrder): string {
  return order.isLast(url) ? lastMark : ''
}

function startsOf(parts: readonly IndexPart[]): number[] {
  let next = 0
  return parts.map(({ pages }) => {
    const start = next
    next += pages.length
    return start
  })
}

function filtersOf(parts: readonly IndexPart[], starts: readonly number[]) {
  const all = new Map<string, Map<string, number[]>>()
  for (const [index, { filters }] of parts.entries()) {
    for (const [filter, values] of filters) {
      const merged = all.get(filter) ?? new Map<string, number[]>()
      all.set(filter, merged)
      for (const [value, pages] of values) {
        const shifted = pages.map((page) => page + (starts[index] ?? 0))
        merged.set(value, [...(merged.get(value) ?? []), ...shifted])
      }
    }
  }
  return [...all].map(([filter, values]): [string, [string, number[]][]] => [filter, [...values]])
}
