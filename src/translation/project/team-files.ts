/** Where a team keeps what belongs to its translations: locks, glossary, memory, accepted findings. */
import { dataFolder } from '../../docsets/data-folder.ts'
import type { TranslatedDocset } from '../../docsets/translated-docset.ts'

/**
 * The folder that is used by default: `content/l10n` for our own guides, else `l10n` beside the
 * docset’s translation, or in the project’s folder where another generator publishes it.
 *
 * @param root - The project’s folder.
 */
export function teamFolder(docsets: readonly TranslatedDocset[], root: string): string {
  return `${dataFolder(docsets, root)}/l10n`
}

/** Names of a docset’s files in that folder; ids of docfx docsets may have a `/`. */
export function fileNames(docset: string, locale: string) {
  const name = `${docset.replace(/[^\w.-]+/g, '-')}.${locale}`
  return { lock: `${name}.lock`, memory: `${name}.tmx` }
}
