/** The text of an inline tree, white space folded, and the parts of it that are not translated. */
import type { PhrasingContent } from 'mdast'
import type {} from 'remark-mdx'

/** From and to, as offsets in a text. */
export interface Span {
  from: number
  to: number
}

export interface InlineText {
  /** Words as a reader sees them: without markup and images, one space between two words. */
  text: string
  /** Code, bare addresses, and words that the author marked as being in a language of their own. */
  opaque: readonly Span[]
  /** Offsets of hard breaks; a sentence never goes across. */
  breaks: readonly number[]
}

const lineBreak = /^<br\s*\/?>$/i
const opensLanguage = /^<([a-z][a-z\d]*)\b[^>]*\slang\s*=[^>]*[^/]?>$/i

/** A text that is being put together. */
interface TextBuilder {
  text: string
  /** White space comes before the next word. */
  hasSpace: boolean
  opaque: Span[]
  breaks: number[]
  /** Names of open HTML elements with a language. */
  open: string[]
}

export function inlineText(inline: readonly PhrasingContent[]): InlineText {
  const builder: TextBuilder = { text: '', hasSpace: false, opaque: [], breaks: [], open: [] }
  for (const node of inline) addNode(builder, node)
  const { text, opaque, breaks } = builder
  const inner = breaks.filter((index) => index > 0 && index < text.length)
  return { text, opaque, breaks: [...new Set(inner)] }
}

function addNode(builder: TextBuilder, node: PhrasingContent): void {
  if (isBreak(node)) return endLine(builder)
  if (node.type === 'html') return setLanguage(builder.open, node.value)
  const start = builder.text.length
  const isWords = node.type === 'text' || node.type === 'inlineCode'
  if (isWords || node.type === 'tripleColonText') addText(builder, node.value ?? '')
  else if ('children' in node) for (const child of node.children) addNode(builder, child)
  else return
  const isOpaque =
    node.type === 'text' ? builder.open.length > 0 : !('children' in node) || isForeign(node)
  if (isOpaque) addOpaque(builder, start)
}

/** A hard break, of Markdown or HTML. */
export function isBreak(node: PhrasingContent): boolean {
  if (node.type === 'html') return lineBreak.test(node.value)
  return node.type === 'break' || (node.type === 'mdxJsxTextElement' && node.name === 'br')
}

/** Add or remove an HTML element that has a language of its own. */
export function setLanguage(open: string[], tag: string): void {
  const [, opened] = opensLanguage.exec(tag) ?? []
  const [, closed] = /^<\/([a-z][a-z\d]*)/i.exec(tag) ?? []
  if (opened) open.push(opened.toLowerCase())
  else if (closed && open.at(-1) === closed.toLowerCase()) open.pop()
}

/** Whether no text in a node is to be translated: it has a language of its own, or is an address. */
export function isForeign(node: PhrasingContent): boolean {
  if (node.type === 'mdxJsxTextElement') {
    return node.attributes.some((attribute) => 'name' in attribute && attribute.name === 'lang')
  }
  if (node.type !== 'link') return false
  const [only, ...others] = node.children
  if (only?.type !== 'text' || others.length > 0) return false
  return node.url === only.value || /^[a-z]+:\/\/\S+$/i.test(only.value)
}

function addText(builder: TextBuilder, value: string): void {
  for (const part of value.split(/(\s+)/)) {
    if (!part) continue
    if (/^\s/.test(part)) {
      builder.hasSpace = true
      continue
    }
    if (builder.hasSpace && builder.text) builder.text += ' '
    builder.hasSpace = false
    builder.text += part
  }
}

function addOpaque({ text, opaque }: TextBuilder, start: number): void {
  const from = text[start] === ' ' ? start + 1 : start
  if (text.length > from) opaque.push({ from, to: text.length })
}

function endLine(builder: TextBuilder): void {
  builder.hasSpace = true
  builder.breaks.push(builder.text.length)
}

/** The text with all that is opaque blanked out, without moving any offset. */
export function masked({ text, opaque }: Pick<InlineText, 'text' | 'opaque'>): string {
  let result = text
  for (const { from, to } of opaque) {
    result = result.slice(0, from) + ' '.repeat(to - from) + result.slice(to)
  }
  return result
}
