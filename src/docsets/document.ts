/** A page that was read: what templates draw, and what the checks need. */
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

/** The content of a page, read lazily: only drawing and indexing need it. */
export interface PageContent {
  /** Digest of the content. */
  digest: string
  parts: () => readonly ContentPart[]
}

/** The digest is made on demand: content that is kept has that of its bytes. */
export function pageContentOf(parts: readonly ContentPart[]): PageContent {
  return {
    get digest() {
      return digest(parts)
    },
    parts: () => parts,
  }
}

export interface PageDocument {
  page: Page
  /** The file that was read; absent for a page in place of a missing one. */
  absolute?: string
  /** The file's name in messages. */
  name?: string
  /** Absent for hubs. Only guides have components between the HTML. */
  content?: PageContent
  /** The source text of the file is shown, so it has no anchors. */
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
  /** Files that the page links to: where they are, and their path on the site. */
  offers: readonly { from: FoundFile; to: string }[]
  /** Reviews with a due date. */
  reviews?: readonly DueReview[]
  messages: readonly VFileMessage[]
}

declare module 'vfile' {
  interface DataMap {
    /** The location of the page, for resolving its addresses. */
    place: PageLocation
    offers: { from: FoundFile; to: string }[]
  }
}

/** Links of a file that is not a page: a table of contents, a list of redirections. */
export interface FileLinks {
  /** The file's name in messages. */
  name: string
  locale: string
  links: readonly PageLink[]
}

/** A docset that was read. */
export interface DocsetDocuments {
  documents: readonly PageDocument[]
  /** One for each language. */
  contents: readonly DocsetContents[]
  /** Links, offered files and problems of files that are not pages. */
  links?: readonly FileLinks[]
  offers?: PageDocument['offers']
  messages: readonly VFileMessage[]
}
