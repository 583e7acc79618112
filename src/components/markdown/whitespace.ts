/**
 * White space of HTML as browsers show it: none beside blocks, one space elsewhere.
 *
 * hast-util-to-mdast has hast-util-minify-whitespace do that, which makes a new test for each element that it looks at
 * (`isElement(node, blocks)`, version 1.0.1): a third of the time that a twin took.
 */
import type { ElementContent, Root, Text } from 'hast'

/** Elements that begin and end a line. */
const blocks = new Set(
  'address article aside blockquote br caption center col colgroup dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre section summary table tbody td tfoot th thead tr ul wbr'.split(
    ' ',
  ),
)
/** Replaced elements, beside which a space is visible. */
const shown = new Set(
  'audio button canvas embed iframe img input math object picture select svg textarea video'.split(
    ' ',
  ),
)
/** White space that is shown as one space. */
const broken = /[\t\n\v\f\r]| {2}/
/** Elements that preserve white space. */
const typed = new Set(['pre', 'textarea'])

/** Remove white space that browsers do not show. Changes the tree. */
export function withoutWhitespace(tree: Root): Root {
  /** The last text of the line, whose last space is visible if something follows it. */
  let last: Text | undefined
  let isAtStart = true
  const nodes = tree.children as ElementContent[]
  walk(nodes)
  endLine()
  return { ...tree, children: withoutEmpty(nodes) }

  function walk(nodes: readonly ElementContent[]): void {
    for (const node of nodes) {
      if (node.type === 'text') addText(node)
      else if (node.type === 'element') addElement(node.tagName, node)
    }
  }

  function addElement(name: string, node: { children: ElementContent[] }): void {
    const isBlock = blocks.has(name)
    if (isBlock) endLine()
    if (!typed.has(name)) {
      walk(node.children)
      node.children = withoutEmpty(node.children)
    }
    if (isBlock) endLine()
    else if (shown.has(name)) {
      last = undefined
      isAtStart = false
    }
  }

  function addText(node: Text): void {
    // Most texts have single spaces only.
    const value = broken.test(node.value) ? node.value.replace(/[\t\n\v\f\r ]+/g, ' ') : node.value
    node.value = isAtStart && value.startsWith(' ') ? value.slice(1) : value
    if (!node.value) return
    last = node
    isAtStart = node.value.endsWith(' ')
  }

  function endLine(): void {
    if (last?.value.endsWith(' ')) last.value = last.value.slice(0, -1)
    last = undefined
    isAtStart = true
  }
}

function withoutEmpty(nodes: ElementContent[]): ElementContent[] {
  const isEmpty = (node: ElementContent) => node.type === 'text' && node.value === ''
  return nodes.some(isEmpty) ? nodes.filter((node) => !isEmpty(node)) : nodes
}
