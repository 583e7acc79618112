/** The words of a `.yml` file of docfx, as Markdown for those who translate them. */
import { cardKinds, yamlKind } from '../hub.ts'
import { yamlCards, yamlToc } from './yaml-lists.ts'
import type { YamlMarkdown } from './yaml-markdown.ts'
import { textKinds, yamlPage } from './yaml-page.ts'

/**
 * Undefined for a file without words to translate.
 *
 * @param isSource - It is in the docset’s own language: headings have the ids that the site gives them.
 */
export function translatedYaml(
  text: string,
  path: string,
  isSource: boolean,
): YamlMarkdown | undefined {
  if (/(^|\/)toc\.ya?ml$/i.test(path)) return yamlToc(text)
  const kind = yamlKind(text) ?? ''
  if (cardKinds.includes(kind)) return yamlCards(text)
  // As long, and with the same ids, as what the page is drawn from.
  return textKinds.has(kind)
    ? yamlPage(text, { hasQuestionIds: isSource && kind === 'FAQ' })
    : undefined
}
