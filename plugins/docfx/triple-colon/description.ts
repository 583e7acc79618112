/** The description of a complex image or video, behind it, where every reader can open it. */
import type { Blockquote, Paragraph } from 'mdast'
import type { DrawContext } from './form.ts'
import type { TripleColonFlow } from './nodes.ts'

export interface Description {
  /** What the image is described by. */
  id: string
  details: Blockquote
}

/** The blocks that a form holds, as its description; none, and reported, where it holds none. */
export function descriptionOf(
  node: TripleColonFlow,
  context: DrawContext,
): Description | undefined {
  const { children, position, data } = node
  if (children.length === 0) {
    context.reportNoDescription(node)
    return undefined
  }
  // As docfx names it: by line and column, from 0.
  const { line = 1, column = 1 } = position?.start ?? {}
  const id = context.idFor(`${line - 1}-${column - 1}`)
  const { text, lang } = context.words('form.description')
  const summary: Paragraph = {
    type: 'paragraph',
    data: { hName: 'summary', ...(lang && { hProperties: { lang } }) },
    children: [{ type: 'text', value: text }],
  }
  const details: Blockquote = {
    type: 'blockquote',
    ...(position && { position }),
    data: { ...data, hName: 'details', hProperties: { className: ['form-description'] } },
    children: [
      summary,
      { type: 'blockquote', data: { hName: 'div', hProperties: { id } }, children },
    ],
  }
  return { id, details }
}
