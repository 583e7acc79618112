/** Take the holders of included files off the HTML tree, their names into the data of what they held. */
import type { Element, Root } from 'hast'
import { visit } from '../visit.ts'
import { replaceItems } from '../large-arrays.ts'

/** Name of the element that holds what came from one file, which it names. */
export const originElement = 'passerelle-origin'

export default function rehypeOrigins() {
  return (tree: Root): undefined => {
    visit(tree, 'element', (holder, index, parent) => {
      if (holder.tagName !== originElement || !parent || index === undefined) return
      const origin = String(holder.properties['name'])
      visit(holder, 'element', (node) => {
        // rehype-raw declares element data as its own only.
        node.data = { ...node.data, origin } as NonNullable<Element['data']>
      })
      replaceItems(parent.children, index, 1, holder.children)
      // What was held is visited next: another holder in it names the nearer file.
      return index
    })
  }
}
