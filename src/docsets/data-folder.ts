/** The folder for data of a site that is not content: its ledger, and the files that translators share. */
import { posix } from 'node:path'
import type { Docset } from './docset.ts'
import type { TreeDocset } from './trees/tree.ts'

/**
 * `content` for our own guides, the project’s folder for a tree of another generator, else the folder that holds the
 * docset’s translation, so that it is in the translators’ repository.
 *
 * @param root - The project’s folder.
 */
export function dataFolder(
  docsets: readonly { docset: Docset | TreeDocset }[],
  root: string,
): string {
  const [first] = docsets
  if (!first || first.docset.dialect === 'guide') return `${root}/content`
  if (first.docset.dialect === 'tree') return first.docset.folder
  const { editions, sourceLocale } = first.docset
  const edition = editions.find(({ locale }) => locale !== sourceLocale) ?? editions[0]
  return posix.dirname(edition?.root ?? root)
}
