/** The index in `pagefind/`, for the build and the browser. */

/** Lists the indexes of each language; all other files are named by their content. */
export const languagesFile = 'languages.json'

/** What the index says of an entry that comes after others that match as well. */
export const lastMark = '-'

/** What a reader’s engine needs to open an index: names of files. */
export interface IndexInfo {
  /** How many pages and steps it has. */
  size: number
  /** What every search needs. */
  meta: string
  /** The same with the order of results of no question. */
  ordered: string
  /** The program that searches, which knows the language. */
  wasm: string
  /** Lists of its words by `wordList`. */
  words: Readonly<Record<string, string>>
}

/** By language, in small letters; with each the indexes of other languages that stand on its pages. */
export type IndexedLanguages = Record<
  string,
  IndexInfo & { foreign: Readonly<Record<string, IndexInfo>> }
>

const folders = {
  filter: 'pf_filter',
  fragment: 'pf_fragment',
  index: 'pf_index',
  meta: 'pf_meta',
  wasm: 'pagefind',
  words: 'pf_words',
} as const

/** The path of a file below the bundle. All are compressed, and named so that no server does it twice. */
export function indexFile(kind: keyof typeof folders, name: string): string {
  return `${kind}/${name}.${folders[kind]}`
}
