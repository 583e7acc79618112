/** Types of layouts: where a generator has the pages of each language, and how to find them. */
import type { Generator } from './tree.ts'

/** A folder with the configuration of a generator. */
export interface Project {
  /** The name of that file, and its text. */
  config: { name: string; text: string }
  /** All files under a folder of the project, as paths in that folder. */
  list: (folder: string) => Promise<readonly string[]>
  /** The text of a file; empty if it does not exist. */
  read: (path: string) => Promise<string>
  /** The source locale, if the user names it. */
  source?: string | undefined
}

/** The pages of one language. */
export interface FoundEdition {
  locale: string
  /** A folder of the project. */
  root: string
  /** Paths in that folder. */
  pages: readonly string[]
  /** The path of a page that is common to all languages, from its own path; the same if languages are folders. */
  addressOf?: (path: string) => string
  /** The path in this language from the common one. */
  pathOf?: (address: string) => string
}

export interface FoundTree {
  /** Used in the names of the team’s files, so it must not depend on where the project is. */
  id: string
  source: FoundEdition
  targets: readonly FoundEdition[]
}

export interface Layout {
  generator: (config: string) => Generator
  /** Files of which one is in the project’s folder. */
  markers: readonly string[]
  /** Whether such a file is of this generator. */
  isOwn?: (config: string) => boolean
  find: (project: Project) => Promise<FoundTree[]>
}
