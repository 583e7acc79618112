/**
 * remark-rehype, which looks for definitions by itself only where they are.
 *
 * mdast-util-to-hast 13.2.2 walks each tree by unist-util-visit to find them, which takes as long as all the rest (see
 * `visit.ts`). It gets a root that has nothing but definitions, and the whole tree when it asks for its HTML.
 */
import type { Definition, FootnoteDefinition, Root } from 'mdast'
import type { Root as HtmlRoot } from 'hast'
import remarkRehype, { defaultHandlers, type Options } from 'remark-rehype'
import type { VFile } from 'vfile'
import { visit } from './visit.ts'

type Handler = NonNullable<NonNullable<Options['handlers']>['link']>

export default function remarkToHtml({ handlers, ...options }: Readonly<Options>) {
  let whole: Root
  // A root gives a root, which the type of handlers leaves out.
  const root = ((state) => defaultHandlers.root(state, whole)) as Handler
  const transform: (tree: Root, file: VFile) => unknown = remarkRehype({
    ...options,
    handlers: { ...handlers, root },
  })
  return (tree: Root, file: VFile) => {
    whole = tree
    return transform({ type: 'root', children: definitionsIn(tree) }, file) as HtmlRoot
  }
}

function definitionsIn(tree: Root): (Definition | FootnoteDefinition)[] {
  const definitions: (Definition | FootnoteDefinition)[] = []
  visit(tree, (node) => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') definitions.push(node)
  })
  return definitions
}
