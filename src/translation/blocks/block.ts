/** Blocks: what a page is translated by, one after the other. */
import type { PhrasingContent } from 'mdast'
import type { YamlMarkdown } from '../../docsets/docfx/yaml-pages/yaml-markdown.ts'
import type { Dialect } from './parse.ts'

/**
 * What a block is on its page.
 *
 * `meta` is a text of the front matter, `image` the alternative text of an image, `title` a text in
 * the brackets of a directive (`:::screen[…]`), `tooltip` the title of a link or an image.
 */
export type BlockKind = 'heading' | 'paragraph' | 'cell' | 'image' | 'meta' | 'title' | 'tooltip'

export type BlockMarkup =
  'html' | 'jsx' | 'attribute"' | "attribute'" | 'value"' | 'tooltip"' | "tooltip'" | 'tooltip)'

/** Whether a block is in a code of the block around it, and has no codes itself. */
export function isInCode({ kind }: Pick<Block, 'kind'>): boolean {
  return kind === 'image' || kind === 'tooltip'
}

/** The place of a block, as far as alignment and people need it. */
export interface BlockPlace {
  /** Id of the heading of its section, as the source language names it; empty before the first one. */
  section: string
  /** Types of the containers around it, outermost first: `list`, `listItem`, `blockquote`, `step`, … */
  containers: readonly string[]
  /** Of a table cell: number of its table on the page, row (0 is the head) and column, from 0. */
  cell?: { table: number; row: number; column: number }
  /** Of a `meta` block: its key, such as `description`. */
  key?: string
  /** Line and column in the file, from 1. */
  line: number
  column: number
}

/** One block of one page in one language. */
export interface Block {
  kind: BlockKind
  place: BlockPlace
  /** Level of a heading. */
  depth?: number
  /** Offsets in the file of the text that a translator replaces: inline Markdown, or the words themselves. */
  start: number
  end: number
  /** That text, exactly as typed. */
  source: string
  /**
   * How its text is typed, where that is not as in others of its kind: `html` is the text of raw HTML, `jsx` is
   * Markdown in an element of a guide, `attribute` and `"` or `'` the value of an attribute, `tooltip` a
   * title with what ends it.
   */
  markup?: BlockMarkup
  /** Its inline tree; of `meta` and `image` one text node. */
  inline: readonly PhrasingContent[]
  /** Its words, without markup, white space folded. */
  text: string
  /** Anchor of a heading, the id of a step whose title it holds: the same in every language. */
  id?: string
  /** The id is the source page’s, by the place in the order of the page: a hint, no proof. */
  borrowed?: true
  /** 16 hex digits of the words and the kinds of their markup; see `hash.ts`. */
  hash: string
  /** 16 hex digits of what translators do not see: addresses of links and images, code. */
  codes: string
}

/** A page’s blocks in the order of its file. */
export interface BlockPage {
  /** Name of the file in messages. */
  name: string
  /** The page’s slug, which is the same in every language. */
  slug: string
  /** Language of the file. */
  locale: string
  /** The file’s text, from which offsets count. */
  text: string
  dialect: Dialect
  /** Of a file that is YAML: `text` is not the file’s, but Markdown that was written from it. */
  yaml?: YamlMarkdown
  blocks: readonly Block[]
}
