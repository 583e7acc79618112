/** Paragraphs around JSX: as authors mean them, and as browsers read them. */
import type { Element, ElementContent, RootContent } from 'hast'
import type {} from 'remark-mdx'
import { blockElements } from './elements.ts'

export type Jsx = Extract<RootContent, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>
export type Expression = Extract<RootContent, { type: 'mdxFlowExpression' | 'mdxTextExpression' }>

/** A paragraph of nothing but JSX is none: elements may stand on a line of their own without being words. */
export function outOfParagraph(node: RootContent): RootContent[] {
  if (node.type !== 'element' || node.tagName !== 'p') return [node]
  const children = node.children.filter((child) => child.type !== 'text' || child.value.trim())
  if (children.length === 0 || !children.every((child) => isJsx(child) || isExpression(child))) {
    return [node]
  }
  return children.map((child) => {
    if (isJsx(child)) return { ...child, type: 'mdxJsxFlowElement' }
    return { ...child, type: 'mdxFlowExpression' }
  })
}

/** A paragraph that holds blocks becomes paragraphs between them: browsers would cut it there too. */
export function splitParagraph(node: Element): Element[] {
  if (node.tagName !== 'p' || !node.children.some(isBlock)) return [node]
  const parts: Element[] = []
  let content: ElementContent[] = []
  const endWords = () => {
    const hasWords = content.some((child) => child.type !== 'text' || child.value.trim())
    if (hasWords) parts.push({ ...node, children: content })
    content = []
  }
  for (const child of node.children) {
    if (!isBlock(child)) {
      content.push(child)
      continue
    }
    endWords()
    parts.push(child)
  }
  endWords()
  return parts
}

function isBlock(node: ElementContent): node is Element {
  return node.type === 'element' && blockElements.has(node.tagName)
}

/** Text of a block that was taken out needs a paragraph of its own. */
export function asBlocks(children: readonly ElementContent[]): ElementContent[] {
  const hasWords = children.some((child) => child.type === 'text' && child.value.trim())
  return hasWords ? [paragraph([...children])] : [...children]
}

/** `<h4>` and its text on lines of their own make Markdown see a paragraph inside. */
export function contentOf(children: readonly ElementContent[]): ElementContent[] {
  const [only, ...others] = children.filter((child) => child.type !== 'text' || child.value.trim())
  const isParagraph = only?.type === 'element' && only.tagName === 'p' && others.length === 0
  return isParagraph ? only.children : [...children]
}

export function paragraph(children: ElementContent[]): Element {
  return { type: 'element', tagName: 'p', properties: {}, children }
}

function isJsx(node: RootContent): node is Jsx {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
}

function isExpression(node: RootContent): node is Expression {
  return node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression'
}
