/** Where a team keeps what belongs to its translations: locks, glossary, memory, accepted findings. */
import { dirname, join, resolve } from 'node:path'
import type { OpenedDocset } from '../docsets/open-site.ts'
import type { Terminal } from './command.ts'

/**
 * The folder: as asked for, else `content/l10n` for our own guides, else `l10n` beside the docset’s
 * translation, so that it is in the translators’ repository.
 *
 * @param asked - Counts from where the person is.
 */
export function l10nFolder(
  docsets: readonly OpenedDocset[],
  asked: string | undefined,
  { cwd, root }: Pick<Terminal, 'cwd' | 'root'>,
): string {
  if (asked) return resolve(cwd, asked)
  const [first] = docsets
  if (!first || first.kind === 'guide') return join(root, 'content/l10n')
  const { editions, sourceLocale } = first.docset
  const edition = editions.find(({ locale }) => locale !== sourceLocale) ?? editions[0]
  return join(dirname(edition?.root ?? cwd), 'l10n')
}

/** Names of a docset’s files in that folder; ids of docfx docsets may have a `/`. */
export function fileNames(docset: string, locale: string) {
  const name = `${docset.replace(/[^\w.-]+/g, '-')}.${locale}`
  return { lock: `${name}.lock`, memory: `${name}.tmx` }
}
