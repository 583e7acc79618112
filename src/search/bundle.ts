/** Names of the parts of the index in `pagefind/`, for the build and the browser. */

/** Lists the indexes of each language. */
export const languagesFile = 'languages.json'

/** The words of an index, one a line, beside its program. */
export function wordsFile(language: string): string {
  return `words-${language}.txt`
}

/** By language, in small letters. */
export type IndexedLanguages = Record<
  string,
  {
    /** How many pages and steps its index has. */
    size: number
    /** The same of the indexes of other languages that are on its pages. */
    foreign: Readonly<Record<string, number>>
  }
>

/** The folder of what is in one language on pages of another; both in small letters. */
export function foreignFolder(ofPages: string, ofWords: string): string {
  return `${ofPages}-in-${ofWords}/`
}
