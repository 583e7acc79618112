/** Take the holders of included files off the HTML tree, their names into the data of what they held. */
import type { Element, ElementContent, Parents, Root } from 'hast'

/**
 * Name of the element that holds what came from one file, which it names. One with an id ends where the next one
 * without a name stands, which may be behind its own end: browsers close it before some raw HTML.
 */
export const originElement = 'passerelle-origin'

export default function rehypeOrigins() {
  return (tree: Root): undefined => {
    /** The files that are open, the nearest last. */
    const open: string[] = []
    mark(tree)

    function mark(parent: Parents): void {
      const children = parent.children as ElementContent[]
      parent.children = children.flatMap((node): ElementContent[] => {
        if (node.type !== 'element') return [node]
        if (node.tagName !== originElement) {
          const origin = open.at(-1)
          // rehype-raw declares element data as its own only.
          if (origin !== undefined) node.data = { ...node.data, origin } as Element['data'] & object
          mark(node)
          return [node]
        }
        return contentOf(node)
      })
    }

    function contentOf({ properties, children }: Element): Element['children'] {
      const { name, id } = properties
      if (name === undefined) {
        open.pop()
        return []
      }
      open.push(String(name))
      const holder: Root = { type: 'root', children }
      mark(holder)
      if (id === undefined) open.pop()
      return holder.children as Element['children']
    }
  }
}
