/** The words of an inline tree, white space folded, and which of them are nobody’s to translate. */
import type { PhrasingContent } from 'mdast'
import type {} from 'remark-mdx'

/** From and to, as offsets in a text. */
export interface Span {
  from: number
  to: number
}

export interface InlineText {
  /** Words as a reader sees them: without markup and pictures, one space between two words. */
  text: string
  /** Code, bare addresses, and words that the author marked as being in a language of their own. */
  opaque: readonly Span[]
  /** Where a hard break stands; a sentence never goes across. */
  breaks: readonly number[]
}

const lineBreak = /^<br\s*\/?>$/i
const opensLanguage = /^<([a-z][a-z\d]*)\b[^>]*\slang\s*=[^>]*[^/]?>$/i

export function inlineText(inline: readonly PhrasingContent[]): InlineText {
  let text = ''
  let hasSpace = false
  const opaque: Span[] = []
  const breaks: number[] = []
  /** Names of open HTML elements with a language. */
  const open: string[] = []
  addAll(inline)
  return {
    text,
    opaque,
    breaks: [...new Set(breaks.filter((index) => index > 0 && index < text.length))],
  }

  function addAll(nodes: readonly PhrasingContent[]): void {
    for (const node of nodes) addNode(node)
  }

  function addNode(node: PhrasingContent): void {
    if (node.type === 'break') return endLine()
    if (node.type === 'html') return addHtml(node.value)
    if (node.type === 'inlineCode') return isOpaque(() => addWords(node.value))
    if (node.type === 'text')
      return open.length ? isOpaque(() => addWords(node.value)) : addWords(node.value)
    if (!('children' in node)) return
    const children = node.children
    if (node.type === 'mdxJsxTextElement') {
      if (node.name === 'br') return endLine()
      const hasLanguage = node.attributes.some(
        (attribute) => 'name' in attribute && attribute.name === 'lang',
      )
      return hasLanguage ? isOpaque(() => addAll(children)) : addAll(children)
    }
    const [only, ...others] = children
    const isBare =
      node.type === 'link' &&
      only?.type === 'text' &&
      others.length === 0 &&
      (node.url === only.value || /^[a-z]+:\/\/\S+$/i.test(only.value))
    return isBare ? isOpaque(() => addAll(children)) : addAll(children)
  }

  function addHtml(value: string): void {
    if (lineBreak.test(value)) return endLine()
    const [, opened] = opensLanguage.exec(value) ?? []
    const [, closed] = /^<\/([a-z][a-z\d]*)/i.exec(value) ?? []
    if (opened) open.push(opened.toLowerCase())
    else if (closed && open.at(-1) === closed.toLowerCase()) open.pop()
  }

  function addWords(value: string): void {
    for (const part of value.split(/(\s+)/)) {
      if (!part) continue
      if (/^\s/.test(part)) {
        hasSpace = true
        continue
      }
      if (hasSpace && text) text += ' '
      hasSpace = false
      text += part
    }
  }

  function isOpaque(add: () => void): void {
    const before = text.length
    add()
    const from = text[before] === ' ' ? before + 1 : before
    if (text.length > from) opaque.push({ from, to: text.length })
  }

  function endLine(): void {
    hasSpace = true
    breaks.push(text.length)
  }
}

/** The text with all that is opaque blanked out, every offset kept. */
export function masked({ text, opaque }: Pick<InlineText, 'text' | 'opaque'>): string {
  let result = text
  for (const { from, to } of opaque) {
    result = result.slice(0, from) + ' '.repeat(to - from) + result.slice(to)
  }
  return result
}
