/** A source and its translation that another generator publishes: Passerelle only checks the translation. */
import type { Docset, Edition } from '../docset.ts'

/** One language of a tree. */
export interface TreeEdition extends Edition {
  /** The path of the translation of a source page, in its folder, whether it exists or not. */
  pathOf: (path: string) => string
}

export interface TreeDocset extends Omit<Docset, 'dialect' | 'editions'> {
  dialect: 'tree'
  editions: readonly TreeEdition[]
  /** Absolute path of the project, which has the team’s files beside the pages. */
  folder: string
  generator: Generator
}

/** Differences between generators in the text of a page. */
export interface Generator {
  /** The name of the generator. */
  name: string
  /** The syntax of a page: `.md` is MDX for some. */
  dialectOf: (path: string) => 'markdown' | 'mdx'
  /** The slug of a heading from its text, before it is made unique within the page. */
  slugOf: (words: string) => string
  /** Syntax for an explicit id of a heading. */
  pin: 'braces' | 'escaped-braces' | 'anchor'
  /** Whether a Markdown file is not a page, so that its headings have no anchors. */
  isList?: (path: string) => boolean
}

export interface TreeSources {
  kind: 'tree'
  docset: TreeDocset
}
