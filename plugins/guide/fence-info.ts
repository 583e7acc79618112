/**
 * Remove what is after the language of a code block: it is for programs, and MDX
 * would write it as an attribute that HTML does not know.
 */
import type { Root } from 'mdast'
import { visit } from '../visit.ts'

export default function remarkFenceInfo() {
  return (tree: Root): undefined => {
    visit(tree, 'code', (node) => {
      node.meta = null
    })
  }
}
