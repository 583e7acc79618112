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
  /** The children of a component of the site’s own. */
  children?: readonly ContentPart[]
}

declare module 'hast' {
  interface ElementData {
    /** The element stands for a component of the site, and only its children are HTML. No author can type this. */
    component?: { name: string; props: Readonly<Record<string, string>> }
  }
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
      const own = node.type === 'element' ? node.data?.component : undefined
      if (isComponent(node)) {
        endHtml()
        parts.push({ component: node.name ?? '', props: attributeWords(node.attributes) })
      } else if (own && 'children' in node) {
        endHtml()
        const children = contentParts({ type: 'root', children: node.children })
        parts.push({ component: own.name, props: own.props, children })
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

/** The HTML of a page without its components, but with the children of those of the site. */
export function htmlIn(parts: readonly ContentPart[]): SafeHtml {
  return joinHtml(
    parts.map((part) => (typeof part === 'string' ? part : htmlIn(part.children ?? []))),
  )
}

/** The same content with other HTML, in components of the site, too. */
export function mapHtml(
  parts: readonly ContentPart[],
  change: (html: SafeHtml) => SafeHtml,
): ContentPart[] {
  return parts.map((part) => {
    if (typeof part === 'string') return change(part)
    return part.children ? { ...part, children: mapHtml(part.children, change) } : part
  })
}

/** The content with components of the site replaced by their children. */
export function withoutOwnComponents(parts: readonly ContentPart[]): ContentPart[] {
  return parts.flatMap((part) =>
    typeof part === 'object' && part.children ? withoutOwnComponents(part.children) : [part],
  )
}

/** Nodes that have a component in them. */
function holdersIn(tree: Root): ReadonlySet<Nodes> {
  const holders = new Set<Nodes>()
  holds(tree)
  return holders

  function holds(node: Nodes): boolean {
    if (isComponent(node)) return true
    const isOwn = node.type === 'element' && node.data?.component
    if (!('children' in node)) return false
    // Every child is asked, for each may be a holder itself.
    const results = node.children.map(holds)
    if (!isOwn && !results.includes(true)) return false
    holders.add(node)
    return true
  }
}

function isComponent(node: Nodes): node is Jsx {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
}

/** Attributes of a component that are words. */
export function attributeWords(attributes: Jsx['attributes']): Record<string, string> {
  const words = attributes.flatMap((attribute) => {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value === 'object') return []
    return [[attribute.name, attribute.value ?? ''] as const]
  })
  return Object.fromEntries(words)
}
