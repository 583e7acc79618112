/**
 * Walk a tree, as `unist-util-visit` does and with its types, at a thirtieth of the time.
 *
 * unist-util-visit-parents 6.1.0 gives each node a function of its own and names it (`Object.defineProperty`)
 * for stack traces, which was half of all walking; unist-util-visit looks each node up among its siblings
 * again (syntax-tree/unist-util-visit-parents#13 is about that). Use the package when it does neither.
 *
 * Recursion is safe: `limits/depth.ts` refuses pages that are nested deeper than the stack allows.
 */
import type { Node, Parent } from 'unist'
import type { visit as Visit } from 'unist-util-visit'

/** Go on with the node’s children, then with the next sibling. */
export const CONTINUE = true
/** Stop the walk. */
export const EXIT = false
/** Leave out the node’s children. */
export const SKIP = 'skip'

type Action = typeof CONTINUE | typeof EXIT | typeof SKIP
/** What a visitor returns: what to do, and which sibling comes next. */
type Result = Action | number | readonly [Action, (number | null)?] | null | undefined
type Visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => Result

/**
 * Call a visitor for every node, parents first, or for every node of one type. It may change the node and
 * its siblings: it gives back the index of the sibling that comes next then.
 */
export const visit = walk as typeof Visit

function walk(tree: Node, ...rest: [visitor: Visitor] | [type: string, visitor: Visitor]): void {
  if (rest.length === 1) walkNode(tree, undefined, rest[0], undefined, undefined)
  else walkNode(tree, rest[0], rest[1], undefined, undefined)
}

/** The index of the sibling that comes next, where the visitor says so; `EXIT` ends the walk. */
function walkNode(
  node: Node,
  type: string | undefined,
  visitor: Visitor,
  index: number | undefined,
  parent: Parent | undefined,
): number | typeof EXIT | undefined {
  const isVisited = type === undefined || node.type === type
  const result = isVisited ? visitor(node, index, parent) : undefined
  // Most say nothing.
  if (result === undefined) return isParent(node) ? walkChildren(node, type, visitor) : undefined
  const [action, next] = typeof result === 'object' ? (result ?? []) : [result, result]
  if (action === EXIT) return EXIT
  if (action !== SKIP && isParent(node) && walkChildren(node, type, visitor) === EXIT) return EXIT
  return typeof next === 'number' ? next : undefined
}

function walkChildren(
  parent: Parent,
  type: string | undefined,
  visitor: Visitor,
): typeof EXIT | undefined {
  // A visitor may give the parent other children.
  for (let index = 0; index < parent.children.length;) {
    const child = parent.children[index]
    // Half of all nodes are leaves that nobody looks at: no call for them.
    const isOfInterest = child && (type === undefined || child.type === type || isParent(child))
    const next = isOfInterest ? walkNode(child, type, visitor, index, parent) : undefined
    if (next === EXIT) return EXIT
    index = next ?? index + 1
  }
  return undefined
}

function isParent(node: Node): node is Parent {
  return (node as Partial<Parent>).children !== undefined
}
