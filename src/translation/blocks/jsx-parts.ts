/** Paragraphs that hold elements which are no part of a sentence: `<td>`, `<summary>`, a component with a line of its own. */
import type { PhrasingContent } from 'mdast'
import type {} from 'remark-mdx'
import { append } from '#plugins/large-arrays.ts'
import { isBlockElement, isWordless } from '#plugins/html-words.ts'

export type JsxPart =
  { kind: 'open' | 'close'; name: string } | { kind: 'words'; inline: PhrasingContent[] }

/** The words between such elements, and in them; undefined for a paragraph that has none. */
export function jsxParts(children: readonly PhrasingContent[]): JsxPart[] | undefined {
  return children.some(hasBlock) ? partsOf(children) : undefined
}

type TextElement = Extract<PhrasingContent, { type: 'mdxJsxTextElement' }>

/**
 * The components of a paragraph that holds nothing else, such as one `<Card title="Small">…</Card>` a line: MDX takes
 * them for blocks. Undefined for any other paragraph.
 */
export function componentsAlone(children: readonly PhrasingContent[]): TextElement[] | undefined {
  const components = children.filter(isComponent)
  const hasWords = children.some((node) => !isComponent(node) && !isBlank(node))
  return components.length > 0 && !hasWords ? components : undefined
}

function isComponent(node: PhrasingContent): node is TextElement {
  return node.type === 'mdxJsxTextElement' && /^[A-Z]|\./.test(node.name ?? '')
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'text' && !node.value.trim()
}

function hasBlock(node: PhrasingContent): boolean {
  return isBlock(node) || ('children' in node && node.children.some(hasBlock))
}

function isBlock(node: PhrasingContent): boolean {
  if (node.type !== 'mdxJsxTextElement') return false
  return isBlockElement(node.name ?? '') || isWordless(node.name ?? '')
}

function partsOf(nodes: readonly PhrasingContent[]): JsxPart[] {
  const parts: JsxPart[] = []
  let content: PhrasingContent[] = []
  for (const node of nodes) {
    if (node.type !== 'mdxJsxTextElement' || !hasBlock(node)) {
      content.push(node)
      continue
    }
    endWords()
    const name = node.name ?? ''
    if (isWordless(name)) continue
    append(parts, [{ kind: 'open', name }, ...partsOf(node.children), { kind: 'close', name }])
  }
  endWords()
  return parts

  function endWords(): void {
    const from = content.findIndex((node) => !isBlank(node))
    const to = content.findLastIndex((node) => !isBlank(node))
    if (from >= 0) parts.push({ kind: 'words', inline: content.slice(from, to + 1) })
    content = []
  }
}
