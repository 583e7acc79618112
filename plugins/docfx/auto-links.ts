/**
 * Leave an address as text where Markdig makes no link of it (`AutoLinkParser`) and GFM does: behind a letter or a sign,
 * as in `nhttps://…`, and between `<a>` and `</a>`, where a link in a link would be torn apart.
 */
import type { Html, Link, Nodes, Parents, Root } from 'mdast'
import type { VFile } from 'vfile'
import { replaceItems } from '../large-arrays.ts'
import { sourceOf } from '../typed-text.ts'
import { visit } from '../visit.ts'

/** What may stand before an address. */
const before = /[\s*_~(]$/

export default function remarkAutoLinks() {
  return (tree: Root, file: VFile): undefined => {
    const source = sourceOf(file)
    visit(tree, 'link', (link, index, parent) => {
      if (!parent || index === undefined || !isBare(link, source)) return
      const sibling = parent.children[index - 1]
      const isBehindSign = sibling?.type === 'text' && !before.test(sibling.value)
      if (!isBehindSign && !isInAnchor(parent, index)) return
      replaceItems(parent.children, index, 1, link.children)
      return index + link.children.length
    })
  }
}

/** An address without markup: neither `[text](address)` nor `<address>`. */
function isBare({ position }: Link, source: string): boolean {
  const start = position?.start.offset
  return start === undefined || !/[[<]/.test(source.charAt(start))
}

function isInAnchor({ children }: Parents, index: number): boolean {
  const tags = (children.slice(0, index) as Nodes[]).filter(
    (node): node is Html => node.type === 'html' && /^<\/?a\b/i.test(node.value),
  )
  const last = tags.at(-1)
  return last !== undefined && !last.value.startsWith('</') && !last.value.endsWith('/>')
}
