/** Texts beside the pages that are translated as pages are: definitions of terms, and a site’s own strings. */
import type { TextSources } from '../../docsets/translated-docset.ts'
import { definitionsIn } from '../glossary/definitions.ts'
import { interfaceTextsIn } from './interface-texts.ts'
import type { TranslationSources } from './load-translations.ts'

/**
 * @param folder - The team’s folder.
 * @param root - The project’s folder.
 */
export async function textDocsets(
  { docsets, context }: TranslationSources,
  folder: string,
  root: string,
): Promise<TextSources[]> {
  const definitions = await definitionsIn(docsets, context, folder)
  return [...definitions, ...(await interfaceTextsIn(docsets, context, root))]
}
