/** HTML among words, whose tags are nodes of their own, as elements where both tags and words are there. */
import type { Html, PhrasingContent } from 'mdast'
import type { Position } from 'unist'
import { htmlPieces } from '#plugins/html-words.ts'

/** `<u>words</u>`. */
interface HtmlElement {
  type: 'htmlElement'
  name: string
  /** Its address, of a link. */
  href?: string
  open: Html
  close: Html
  children: InlineNode[]
  position: Position | undefined
}

export type InlineNode = PhrasingContent | HtmlElement

interface Open {
  /** Where its tag is in the nodes so far. */
  index: number
  name: string
  href?: string
  node: Html
}

/** The same nodes with such elements in the place of their tags. */
export function pairTags(nodes: readonly PhrasingContent[]): InlineNode[] {
  if (!nodes.some(({ type }) => type === 'html')) return [...nodes]
  const result: InlineNode[] = []
  const open: Open[] = []
  for (const node of nodes) {
    const tag = node.type === 'html' ? tagOf(node) : undefined
    if (node.type === 'html' && tag?.kind === 'open') {
      const { name, href } = tag
      open.push({ index: result.length, name, ...(href && { href }), node })
      result.push(node)
      continue
    }
    const position =
      tag?.kind === 'close' ? open.findLastIndex(({ name }) => name === tag.name) : -1
    const match = open[position]
    if (node.type !== 'html' || !match) {
      result.push(node)
      continue
    }
    open.length = position
    const children = result.slice(match.index + 1)
    if (!children.some(hasInlineText)) {
      result.push(node)
      continue
    }
    const { name, href, index, node: first } = match
    const [start, end] = [first.position?.start, node.position?.end]
    result.splice(index, result.length, {
      type: 'htmlElement',
      name,
      ...(href && { href }),
      open: first,
      close: node,
      children,
      position: start && end && { start, end },
    })
  }
  return result
}

function tagOf({ value }: Html) {
  const [piece, ...others] = htmlPieces(value)
  if (!piece || others.length > 0) return undefined
  if (piece.kind === 'close') return { kind: 'close' as const, name: piece.name }
  if (piece.kind !== 'open' || piece.isClosed) return undefined
  const href = piece.attributes.find(({ name }) => name === 'href')?.value
  return { kind: 'open' as const, name: piece.name, ...(href && { href }) }
}

export function hasInlineText(node: InlineNode): boolean {
  if (node.type === 'text' || node.type === 'inlineCode') return /\S/.test(node.value)
  return 'children' in node && node.children.some((child: InlineNode) => hasInlineText(child))
}
