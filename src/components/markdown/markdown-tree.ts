/** From the tree of a page’s HTML to one of Markdown. */
import type { Root as HtmlRoot } from 'hast'
import { type Handle, toMdast } from 'hast-util-to-mdast'
import type { Nodes, Parents, Root, RootContent } from 'mdast'
import { element } from '#plugins/element.ts'

const lineEnd = /[\r\n]/
const pageElement = 'passerelle-page'

/**
 * A tree of HTML as one of Markdown.
 *
 * hast-util-to-mdast 10.1.3 copies, walks and cleans what it is given, and walks all that it has made with
 * unist-util-visit (see `plugins/visit.ts`): half of its time. It gets one element, whose handler takes its state.
 */
export function markdownOf(tree: HtmlRoot, handlers: Record<string, Handle>): RootContent[] {
  const made: Root = { type: 'root', children: [] }
  const page: Handle = (state) => {
    made.children = state.toFlow(state.all(tree))
    return []
  }
  const whole: HtmlRoot = { type: 'root', children: [element(pageElement, {}, [])] }
  toMdast(whole, { handlers: { ...handlers, [pageElement]: page }, document: true })
  joinTexts(made)
  return made.children
}

/** As hast-util-to-mdast does at its end: texts side by side are one, without white space at the edges of lines. */
function joinTexts(parent: Parents): void {
  const children: Nodes[] = []
  for (const node of parent.children) {
    const last = children.at(-1)
    if (node.type === 'text' && last?.type === 'text') last.value += node.value
    else children.push(node)
    if ('children' in node) joinTexts(node)
  }
  const isLine = /^(?:heading|paragraph|root)$/.test(parent.type)
  for (const [index, node] of children.entries()) {
    if (node.type !== 'text') continue
    if (lineEnd.test(node.value)) node.value = node.value.replace(/[\t ]*(\r?\n|\r)[\t ]*/, '$1')
    if (isLine && index === 0) node.value = node.value.replace(/^[\t ]+/, '')
    if (isLine && index === children.length - 1) node.value = node.value.replace(/[\t ]+$/, '')
  }
  parent.children = children.filter((node) => node.type !== 'text' || node.value !== '') as never
}
