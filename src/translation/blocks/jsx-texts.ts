/** Attributes of components whose values readers see: `<Card title="What you need">`. */
import type { Nodes } from 'mdast'
import type {} from 'remark-mdx'
import type { BlockMarkup } from './block.ts'

/** What components of Starlight, Docusaurus and Rspress show as words. */
const shownAttributes: ReadonlySet<string> = new Set(['caption', 'description', 'label', 'title'])

export interface AttributeText {
  words: string
  start: number
  end: number
  markup: BlockMarkup
}

/** Whether a part of a tree is an attribute with words. */
export function isShownAttribute(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('type' in value) || !('name' in value))
    return false
  return value.type === 'mdxJsxAttribute' && shownAttributes.has(String(value.name))
}

/** The words in the attributes of an element, where they are typed as text. */
export function attributeTexts(node: Nodes, text: string): AttributeText[] {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return []
  return node.attributes.flatMap((attribute): AttributeText[] => {
    if (!isShownAttribute(attribute) || typeof attribute.value !== 'string') return []
    const from = attribute.position?.start.offset
    const typed = from === undefined ? '' : text.slice(from, attribute.position?.end.offset)
    const [, before = '', quote = ''] = /^([^=]*=\s*(["']))/.exec(typed) ?? []
    if (from === undefined || !quote || !typed.endsWith(quote) || !attribute.value.trim()) return []
    const markup = quote === '"' ? 'attribute"' : "attribute'"
    const [start, end] = [from + before.length, from + typed.length - 1]
    return [{ words: attribute.value, start, end, markup }]
  })
}
