/** The mark that gives a step of a source page its id. */
import type { Paragraph, PhrasingContent } from 'mdast'
import type {} from 'remark-directive'

/** A step’s first paragraph without the mark `:step{#id}`, which only a source page has. */
export function stepMark(paragraph: Paragraph): { id?: string; children: PhrasingContent[] } {
  const [mark, ...children] = paragraph.children
  if (mark?.type !== 'textDirective' || mark.name !== 'step')
    return { children: paragraph.children }
  const id = mark.attributes?.['id']
  return { ...(id && { id }), children }
}
