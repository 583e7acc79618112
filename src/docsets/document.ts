/** A page as read: what a template draws, and what the checks need. */
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { ContentPart } from '#plugins/content.ts'
import type { GuideMatrix } from '#plugins/guide/matrix.ts'
import type { GuideProcedure } from '#plugins/guide/steps.ts'
import type { PageLink } from '#plugins/links.ts'
import { digest } from '../facts/digest.ts'
import type { FoundFile } from './docset.ts'
import type { DueReview } from './review.ts'
import type { PageLocation } from './resolve-link.ts'
import type { DocsetContents, Page } from './page.ts'

/** What a page says, which is read when somebody draws or indexes it. */
export interface PageContent {
  /** Equal contents have the same. */
  digest: string
  parts: () => readonly ContentPart[]
}

export function pageContentOf(parts: readonly ContentPart[]): PageContent {
  return { digest: digest(parts), parts: () => parts }
}

export interface PageDocument {
  page: Page
  /** Where the content was read; absent for a page in place of a missing one. */
  absolute?: string
  /** The file's name in messages. */
  name?: string
  /** What the page says; absent for hubs. Only guides have components between the HTML. */
  content?: PageContent
  /** The file is shown as it was typed: its text has no anchors of its own. */
  asTyped?: boolean
  /** Addresses of the content's images, relative to the file. */
  images: readonly string[]
  links: readonly PageLink[]
  /** Every anchor of the page. */
  ids: readonly string[]
  /** Procedures and matrices of a guide. */
  procedures?: readonly GuideProcedure[]
  matrices?: readonly GuideMatrix[]
  /** Components of a guide, by name. */
  components?: VFile['data']['components']
  /** Files that links of the page offer: where they are, and their path on the site. */
  offers: readonly { from: FoundFile; to: string }[]
  /** Days on which it is to be looked at again. */
  reviews?: readonly DueReview[]
  messages: readonly VFileMessage[]
}

declare module 'vfile' {
  interface DataMap {
    /** Where the page is, for resolving its addresses. */
    place: PageLocation
    offers: { from: FoundFile; to: string }[]
  }
}

/** Links of one file that is no page: a table of contents, a list of redirections. */
export interface FileLinks {
  /** The file's name in messages. */
  name: string
  locale: string
  links: readonly PageLink[]
}

/** Everything read of one docset. */
export interface DocsetDocuments {
  documents: readonly PageDocument[]
  /** One for each language. */
  contents: readonly DocsetContents[]
  /** Links, offered files and problems of files that are not pages. */
  links?: readonly FileLinks[]
  offers?: PageDocument['offers']
  messages: readonly VFileMessage[]
}
