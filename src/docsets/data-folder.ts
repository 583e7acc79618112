/** Where is kept what belongs to a site and is no content: its ledger, and what translators share. */
import { posix } from 'node:path'
import type { Docset } from './docset.ts'

/**
 * `content` for our own guides, else the folder that holds the docset’s translation, so that it is in
 * the translators’ repository.
 *
 * @param root - The project’s folder.
 */
export function dataFolder(docsets: readonly { docset: Docset }[], root: string): string {
  const [first] = docsets
  if (!first || first.docset.dialect === 'guide') return `${root}/content`
  const { editions, sourceLocale } = first.docset
  const edition = editions.find(({ locale }) => locale !== sourceLocale) ?? editions[0]
  return posix.dirname(edition?.root ?? root)
}
