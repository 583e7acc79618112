/**
 * Let old ids of a page lead to what they named: an empty mark at the beginning of that element.
 *
 * Which ids a page had once is asked of the caller. It has to come after all that reads headings.
 */
import type { Element, Root } from 'hast'
import { visit } from './visit.ts'
import type { VFile } from 'vfile'

/** An old id, and the one that its element has now. */
interface Alias {
  id: string
  to: string
}

export interface AliasOptions {
  aliasesOf: (file: VFile) => readonly Alias[]
}

export default function rehypeAliases({ aliasesOf }: Readonly<AliasOptions>) {
  return (tree: Root, file: VFile): undefined => {
    const byTarget = Map.groupBy(aliasesOf(file), ({ to }) => to)
    if (byTarget.size === 0) return
    visit(tree, 'element', (node) => {
      const old = byTarget.get(String(node.properties['id'] ?? '')) ?? []
      node.children = [...old.map(({ id }) => mark(id)), ...node.children]
    })
  }
}

function mark(id: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['alias'], id },
    children: [],
  }
}
