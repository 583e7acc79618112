/** A pair of Markdown trees that another generator publishes: Passerelle only looks at its translation. */
import type { Docset, Edition } from '../docset.ts'

/** One language of a tree. */
export interface TreeEdition extends Edition {
  /** Where the translation of a source page is, or would be: a path in its folder. */
  pathOf: (path: string) => string
}

export interface TreeDocset extends Omit<Docset, 'dialect' | 'editions'> {
  dialect: 'tree'
  editions: readonly TreeEdition[]
  /** The folder of the project, absolute path: what a team keeps beside the pages is in it. */
  folder: string
  generator: Generator
}

/** What differs between generators in the text of a page. */
export interface Generator {
  /** As people call it. */
  name: string
  /** How a page is read: `.md` is MDX for some. */
  dialectOf: (path: string) => 'markdown' | 'mdx'
  /** The id of a heading from its words, before it is told apart from others of its page. */
  slugOf: (words: string) => string
  /** How a heading is given an id of its own. */
  pin: 'braces' | 'escaped-braces' | 'anchor'
  /** A Markdown file that is no page, and whose headings nobody links to. */
  isList?: (path: string) => boolean
}

export interface TreeSources {
  kind: 'tree'
  docset: TreeDocset
}
