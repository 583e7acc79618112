/** Visit the elements of a hast tree. */
import type { Element } from 'hast'

/**
 * Call `act` for `node` and each element below it, outer ones first; it may change the children of the
 * one that it gets, and `false` leaves them out.
 *
 * unist-util-visit makes a named function for each node, which took two fifths of the time here
 * (syntax-tree/unist-util-visit-parents, `lib/index.js`).
 */
export function eachElement(node: Element, act: (element: Element) => unknown): void {
  if (act(node) === false) return
  for (const child of node.children) if (child.type === 'element') eachElement(child, act)
}
