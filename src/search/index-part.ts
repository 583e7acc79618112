/** A part of an index: some pages of a language with their steps, as Pagefind made of them. */
import { hash } from 'node:crypto'
import { CborReader } from './cbor.ts'
import { type IndexEntry, textOfEntry } from './entries.ts'
import { countIndexWords } from './vocabulary.ts'
import { readWords, type WordTable } from './word-table.ts'

/** A file of an index, which is read when somebody needs what is in it. */
export interface IndexFile {
  /** Of what is in it. */
  digest: string
  read: () => Promise<Uint8Array>
}

/** One entry of a part; its number is its place in the list. */
export interface PartPage {
  /** How many words it has. */
  length: number
  /** What is shown of it, compressed. */
  fragment: IndexFile
  /** Where it leads: paths from the site’s root, without `base`. */
  targets: readonly string[]
}

export interface IndexPart {
  pages: readonly PartPage[]
  /** Words with their places. */
  words: WordTable
  /** By filter and value, the pages that have it. */
  filters: readonly (readonly [
    filter: string,
    values: readonly (readonly [string, readonly number[]])[],
  ])[]
  /** Names of its metadata, in the order of their numbers. */
  fields: readonly string[]
  /** Words that can be a correction, and how often they occur. */
  spellings: readonly (readonly [word: string, count: number])[]
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
  return {
    pages: pages.map(([name, length]) => {
      const { compressed, content } = files.fragment(name)
      return {
        length,
        fragment: indexFileOf(compressed),
        targets: searchTargets(Buffer.from(content).toString()),
      }
    }),
    words: readWords(files.chunks),
    filters: files.filters.map(
      (filter) => new CborReader(filter).value() as unknown as IndexPart['filters'][number],
    ),
    fields,
    spellings: [...countIndexWords(entries.map(textOfEntry))],
  }
}

/** A file whose bytes are at hand. */
export function indexFileOf(bytes: Uint8Array): IndexFile {
  return { digest: hash('sha256', bytes), read: async () => bytes }
}

/** What an entry leads to: its own address comes first, then those of its headings, without the base of the site. */
export function searchTargets(fragment: string): string[] {
  const json = fragment.slice(fragment.indexOf('{'))
  return targetsOf(JSON.parse(json) as Parameters<typeof targetsOf>[0])
}

export function targetsOf({
  url,
  anchors,
}: {
  url: string
  anchors: readonly { id: string }[]
}): string[] {
  return [url, ...anchors.map(({ id }) => `${url.replace(/#.*$/, '')}#${encodeURIComponent(id)}`)]
}
