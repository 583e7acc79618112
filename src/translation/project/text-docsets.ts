/** Texts outside of pages that are translated like pages: definitions of terms, and the strings of the site. */
import type { TextSources } from '../../docsets/translated-docset.ts'
import { definitionsIn } from '../glossary/definitions.ts'
import { interfaceTextsIn } from './interface-texts.ts'
import type { TranslationSources } from './load-translations.ts'

/**
 * Each kind of such texts as a docset, if the site has them in two languages.
 *
 * @param folder - The folder of translation data (`content/l10n`).
 * @param root - The folder of the site.
 */
export async function textDocsets(
  { docsets, context }: TranslationSources,
  folder: string,
  root: string,
): Promise<TextSources[]> {
  const definitions = await definitionsIn(docsets, context, folder)
  return [...definitions, ...(await interfaceTextsIn(docsets, context, root))]
}
