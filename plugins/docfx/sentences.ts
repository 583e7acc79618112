/**
 * Read a file as part of a sentence, as docfx’s InlineOnlyExtension does: paragraphs and front matter, nothing else
 * between them.
 */
import type { Processor } from 'unified'
import { insertFlowName } from './inserts/syntax.ts'
import { tripleColonFlowName } from './triple-colon/syntax.ts'

/** Constructs of micromark and of its extensions, by their names. */
const blocks = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'gfmFootnoteDefinition',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'table',
  'thematicBreak',
  insertFlowName,
  tripleColonFlowName,
]

/** Comes after all that adds syntax. */
export default function remarkSentences(this: Processor): void {
  ;(this.data().micromarkExtensions ??= []).push({ disable: { null: blocks } })
}
