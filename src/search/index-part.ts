/** A part of an index: some pages of a language with their steps, as Pagefind made of them. */
import { CborReader, encodeCbor } from './cbor.ts'
import { type IndexEntry, textOfEntry } from './entries.ts'
import { countIndexWords } from './vocabulary.ts'

/** One entry of a part; its number is its place in the list. */
interface PartPage {
  /** How many words it has. */
  length: number
  /** Its rank where results have no other order. */
  order: number
  /** What is shown of it, compressed. */
  fragment: Uint8Array
}

export interface IndexPart {
  pages: readonly PartPage[]
  /** Words with their places, as `merge-words.ts` reads them. */
  chunks: readonly Uint8Array[]
  /** By filter and value, the pages that have it. */
  filters: readonly (readonly [
    filter: string,
    values: readonly (readonly [string, readonly number[]])[],
  ])[]
  /** Names of its metadata, in the order of their numbers. */
  fields: readonly string[]
  /** Words that can be a correction, and how often they occur. */
  words: readonly (readonly [word: string, count: number])[]
}

/** What Pagefind writes before the content of a file. */
export const signature = 'pagefind_dcd'

/** The files of an index of one language, uncompressed and without the signature, but for fragments. */
export interface PagefindFiles {
  meta: Uint8Array
  chunks: readonly Uint8Array[]
  filters: readonly Uint8Array[]
  /** By the name that the page has in `meta`. */
  fragment: (name: string) => { compressed: Uint8Array; content: Uint8Array }
}

/** The part that Pagefind made of some entries. */
export function readPart(files: PagefindFiles, entries: readonly IndexEntry[]): IndexPart {
  const [, pages, , , , fields] = new CborReader(files.meta).value() as [
    version: string,
    pages: [name: string, length: number][],
    chunks: unknown,
    filters: unknown,
    sorts: unknown,
    fields: string[],
  ]
  const byUrl = new Map(entries.map((entry) => [entry.url, entry]))
  return {
    pages: pages.map(([name, length]) => {
      const { compressed, content } = files.fragment(name)
      const { url } = JSON.parse(Buffer.from(content).toString()) as { url: string }
      return { length, order: Number(byUrl.get(url)?.sort['order'] ?? 0), fragment: compressed }
    }),
    chunks: files.chunks,
    filters: files.filters.map(
      (filter) => new CborReader(filter).value() as unknown as IndexPart['filters'][number],
    ),
    fields,
    words: [...countIndexWords(entries.map(textOfEntry))],
  }
}

/** To be kept as a file. */
export function encodeIndexPart({ pages, chunks, filters, fields, words }: IndexPart): Uint8Array {
  return encodeCbor([
    pages.map(({ length, order, fragment }) => [length, order, fragment]),
    chunks,
    filters,
    fields,
    words,
  ])
}

export function decodeIndexPart(content: Uint8Array): IndexPart {
  const [pages, chunks, filters, fields, words] = new CborReader(content).value() as unknown as [
    [number, number, Uint8Array][],
    IndexPart['chunks'],
    IndexPart['filters'],
    IndexPart['fields'],
    IndexPart['words'],
  ]
  return {
    pages: pages.map(([length, order, fragment]) => ({ length, order, fragment })),
    chunks,
    filters,
    fields,
    words,
  }
}
