/** What the measurements need to know of a generator. */
import type { Program } from '../measure/run.ts'
import type { NeutralPage } from '../inputs/pages.ts'

/** A project that is ready to be built. */
export interface Project {
  build: Program
  /** Where the site is after a build. */
  out: string
  /** A source file in the middle, whose text is edited between two builds. */
  edited: string
  /** How many pages there are. */
  pages: number
  /** Take away all that a build keeps for the next one, and the site. */
  clear: () => Promise<void>
}

export interface Peer {
  name: string
  /** Exact versions of what is installed. */
  packages: Readonly<Record<string, string>>
  /** Write a project with these pages; its packages are in `modules`. */
  write: (folder: string, pages: readonly NeutralPage[]) => Promise<Omit<Project, 'pages'>>
}

/** The page that is edited and looked at: of all pages of usual length one in the middle. */
export function middlePage(pages: readonly NeutralPage[]): NeutralPage {
  const byLength = pages.slice(1).toSorted((a, b) => a.body.length - b.body.length)
  return byLength[Math.floor(byLength.length / 2)]!
}
