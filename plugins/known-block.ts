/** What a site knows of each block of a page, for `blocks.ts`. */

/** From and to, counted in characters that are not white space. */
export interface WordRange {
  from: number
  to: number
}

/** What is known of one block. */
export interface KnownBlock {
  /** Offsets in the file of the block’s inline Markdown, or of the alternative text of an image. */
  start: number
  end: number
  /** The text there. */
  typed: string
  kind: 'words' | 'image'
  /** The same in every language of the page; see `extraKey`. */
  key?: string
  /** Language of words that are not translated; of the whole block, or of its `parts`. */
  lang?: string
  parts?: readonly WordRange[]
  /** Its source has changed since it was translated: what `changeOf` of `states.ts` knows the change by. */
  change?: string
}
