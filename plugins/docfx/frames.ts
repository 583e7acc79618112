/**
 * A frame of another site, `<iframe src="https://…">`, as a link to what it shows, in a box like that of a video: that
 * site is asked for nothing before the reader wants it.
 *
 * What stands between its tags is left out, as browsers do. A frame that leads nowhere else is taken out by `html.ts`.
 */
import type { Element, Parents, Root } from 'hast'
import { foreignAddress } from '../foreign.ts'
import { SKIP, visit } from '../visit.ts'

const flow = new Set(
  'article aside blockquote center dd details div figure footer header li section td th'.split(' '),
)

/** Comes after raw HTML is parsed, and before what is not allowed is reported. */
export default function rehypeFrames() {
  return (tree: Root): undefined => {
    visit(tree, 'element', (node, index, parent) => {
      // Links hold no links.
      if (node.tagName === 'a') return SKIP
      if (node.tagName !== 'iframe' || !parent || index === undefined) return
      const link = linkTo(node)
      if (!link) return
      parent.children[index] = videoBox(link, parent)
      return SKIP
    })
  }
}

/** A link to what plays or shows something of another site, in its box. */
export function videoBox(link: Element, parent: Parents): Element {
  const isFlow = parent.type === 'root' || (parent.type === 'element' && flow.has(parent.tagName))
  return {
    type: 'element',
    tagName: isFlow ? 'div' : 'span',
    properties: { className: ['embeddedvideo'] },
    children: [link],
    ...(link.position && { position: link.position }),
  }
}

function linkTo({ properties, position }: Element): Element | undefined {
  const { src, title, ariaLabel } = properties
  const typed = typeof src === 'string' ? src.trim() : ''
  const foreign = foreignAddress(typed)
  if (!foreign || !/^https?$/.test(foreign.scheme)) return undefined
  const value = [title, ariaLabel].map((name) => String(name ?? '').trim()).find(Boolean) ?? typed
  return {
    type: 'element',
    tagName: 'a',
    properties: { href: foreign.href },
    children: [{ type: 'text', value }],
    ...(position && { position }),
  }
}
