/** What a layout is: where a generator keeps pages of several languages, and how they are found. */
import type { Generator } from './tree.ts'

/** A folder in which a configuration of some generator lies. */
export interface Project {
  /** The name of that file, and its text. */
  config: { name: string; text: string }
  /** All files under a folder of the project, as paths in that folder. */
  list: (folder: string) => Promise<readonly string[]>
  /** The text of a file; empty where there is none. */
  read: (path: string) => Promise<string>
  /** The language that the pages are written in, where a person says so. */
  source?: string | undefined
}

/** The pages of one language. */
export interface FoundEdition {
  locale: string
  /** A folder of the project. */
  root: string
  /** Paths in that folder. */
  pages: readonly string[]
  /** The path that a page has in all languages, from its own; the same where languages are folders. */
  addressOf?: (path: string) => string
  /** The path in this language from that of all. */
  pathOf?: (address: string) => string
}

export interface FoundTree {
  /** Names the files that a team keeps: the same wherever the project lies. */
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
