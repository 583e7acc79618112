/**
 * The content of a page as templates draw it: HTML, and between it the components that need more than
 * the page to be drawn.
 *
 * A component stands beside the HTML, never in it: whatever an author writes, nobody could take it for one.
 */
import type { Nodes, Root } from 'hast'
import type {} from 'remark-mdx'
import { type SafeHtml, htmlOf, joinHtml, tagsOf } from './safe-html.ts'

/** A component with its attributes, which are words: no guide can pass it anything that runs. */
interface ContentComponent {
  component: string
  props: Readonly<Record<string, string>>
}

/** HTML with elements that end in a later part, where a component stands in them. */
export type ContentPart = SafeHtml | ContentComponent

type Jsx = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>

/** A page without components has one part at most. */
export function contentParts(tree: Root): ContentPart[] {
  const holders = holdersIn(tree)
  const parts: ContentPart[] = []
  let html: SafeHtml[] = []
  write(tree.children)
  endHtml()
  return parts

  function write(nodes: readonly Nodes[]): void {
    for (const node of nodes) {
      if (isComponent(node)) {
        endHtml()
        parts.push(componentOf(node))
      } else if (node.type === 'element' && holders.has(node)) {
        const [start, end] = tagsOf(node)
        html.push(start)
        write(node.children)
        html.push(end)
      } else html.push(htmlOf(node))
    }
  }

  function endHtml(): void {
    const part = joinHtml(html)
    if (part) parts.push(part)
    html = []
  }
}

/** The HTML of a page without its components. */
export function htmlIn(parts: readonly ContentPart[]): SafeHtml {
  return joinHtml(parts.filter((part) => typeof part === 'string'))
}

/** Nodes that have a component in them. */
function holdersIn(tree: Root): ReadonlySet<Nodes> {
  const holders = new Set<Nodes>()
  holds(tree)
  return holders

  function holds(node: Nodes): boolean {
    if (isComponent(node)) return true
    if (!('children' in node)) return false
    // Every child is asked, for each may be a holder itself.
    const results = node.children.map(holds)
    if (!results.includes(true)) return false
    holders.add(node)
    return true
  }
}

function isComponent(node: Nodes): node is Jsx {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
}

function componentOf({ name, attributes }: Jsx): ContentComponent {
  const props = attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
      ? [[attribute.name, attribute.value]]
      : [],
  )
  return { component: name ?? '', props: Object.fromEntries(props) as Record<string, string> }
}
