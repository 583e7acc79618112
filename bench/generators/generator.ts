/** What the measurements need to know of a generator. */
import type { Content } from '../inputs/inputs.ts'
import type { NeutralPage } from '../inputs/pages.ts'
import type { Program } from '../measure/started.ts'

/** A project that is ready to be built. */
export interface Project {
  build: Program
  /** Where the site is after a build. */
  out: string
  /** Take away all that a build keeps for the next one, and the site. */
  clear: () => Promise<void>
  /** Let the next build compile the theme, too. */
  forgetTheme?: () => Promise<void>
  /** The source of a page, whose text is edited between two builds. */
  edited: string
  /** The address of that page, for a browser, and words that it shows. */
  shown?: { path: string; text: string }
  /** The dev server on a port of 127.0.0.1. */
  dev?: (port: number) => Program
  search?: SearchDialog & { question: string }
  pages: number
}

/** Selectors of the dialog that Control+K opens. */
export interface SearchDialog {
  box: string
  result: string
}

export interface Generator {
  name: string
  /** Exact versions of what is installed from the registry. */
  packages?: Readonly<Record<string, string>>
  /** Write a project in place of the one that is in `folder`; undefined where it has no such pages. */
  write: (folder: string, content: Content) => Promise<Project | undefined>
}

/** The page that is edited and looked at: one as long as most. */
export function middlePage(pages: readonly NeutralPage[]): NeutralPage {
  const byLength = pages.slice(1).toSorted((a, b) => a.body.length - b.body.length)
  return byLength[Math.floor(byLength.length / 2)]!
}
