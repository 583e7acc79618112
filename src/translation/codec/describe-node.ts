/** What a node is as a code: its type, what makes it the same in another language, what people see. */
import type { PhrasingContent } from 'mdast'
import type {} from 'remark-directive'
import type {} from 'remark-mdx'
import { altIn } from '#plugins/html-words.ts'
import { formIdentity } from '../blocks/normalise.ts'
import { hasInlineText, type InlineNode } from './paired-tags.ts'

/** Codes around text. `span` marks text in another language in guides; `element` is any other tag. */
type PairedType = 'strong' | 'emphasis' | 'delete' | 'link' | 'span' | 'element'
/** Codes without text in them. `url` is an address that is its own text. */
type AloneType =
  'code' | 'image' | 'break' | 'html' | 'footnote' | 'url' | 'directive' | 'jsx' | 'insert'
export type CodeType = PairedType | AloneType

type TextDirective = Extract<InlineNode, { type: 'textDirective' }>

export interface CodeDescription {
  type: CodeType
  /** What makes it the same code in another language: an address, a piece of code; often nothing. */
  data: string
  /** For people, next to the text: `code`, `https://…`. */
  shown: string
}

/** @param raw - What was typed for the node. */
export function describeNode(node: InlineNode, raw: string): CodeDescription {
  switch (node.type) {
    case 'strong':
    case 'emphasis':
    case 'delete':
      return { type: node.type, data: '', shown: raw.slice(0, 2) }
    case 'link':
      return {
        type: raw.startsWith('[') ? 'link' : 'url',
        // Its title is a block of its own.
        data: node.url,
        shown: node.url,
      }
    case 'linkReference':
      return { type: 'link', data: `[${node.identifier}]`, shown: `[${node.label ?? ''}]` }
    case 'image':
      return {
        type: 'image',
        data: node.url,
        shown: node.alt ? `${node.url} (${node.alt})` : node.url,
      }
    case 'imageReference':
      return { type: 'image', data: `[${node.identifier}]`, shown: `[${node.label ?? ''}]` }
    case 'inlineCode':
      return { type: 'code', data: node.value, shown: raw }
    case 'break':
      return { type: 'break', data: '', shown: '↵' }
    case 'html':
      return { type: 'html', data: withoutAlt(node.value), shown: node.value }
    case 'htmlElement':
      return element(node.open.value, node.href)
    case 'footnoteReference':
      return { type: 'footnote', data: node.identifier, shown: raw }
    case 'mdxJsxTextElement':
      if (isSpan(node)) {
        return { type: 'span', data: '', shown: raw.slice(0, raw.indexOf('>') + 1) }
      }
      return node.children.some(hasInlineText)
        ? element(openTag(node, raw), hrefOf(node))
        : jsx(raw)
    case 'textDirective':
      return directive(node, raw)
    case 'mathText':
      return { type: 'code', data: node.value, shown: raw }
    // The types of Satteri add these to mdast, but it is not asked to parse them.
    case 'inlineMath':
    case 'superscript':
    case 'subscript':
      return { type: 'code', data: raw, shown: raw }
    case 'includeText':
    case 'snippetText':
      return { type: 'insert', data: node.typed, shown: raw }
    case 'tripleColonText':
      return { type: 'insert', data: formIdentity(node), shown: raw }
    case 'mdxTextExpression':
    case 'text':
      return jsx(raw)
  }
}

/** Around words, as `:badge[New]{kind=tip}`, or a mark. */
function directive({ name, attributes, children }: TextDirective, raw: string): CodeDescription {
  return children.length > 0
    ? { type: 'element', data: JSON.stringify([name, attributes]), shown: `:${name}` }
    : { type: 'directive', data: raw, shown: raw }
}

/** An element around text; of a link, the address is what makes it the same in another language. */
function element(tag: string, href: string | undefined): CodeDescription {
  return href === undefined
    ? { type: 'element', data: tag, shown: tag }
    : { type: 'link', data: href, shown: href }
}

function openTag({ children: [first], position }: MdxElement, raw: string): string {
  const length = (first?.position?.start.offset ?? 0) - (position?.start.offset ?? 0)
  return raw.slice(0, Math.max(0, length))
}

function hrefOf({ name, attributes }: MdxElement): string | undefined {
  if (name !== 'a') return undefined
  const href = attributes.find(
    (attribute) => 'name' in attribute && attribute.name === 'href',
  )?.value
  return typeof href === 'string' ? href : undefined
}

/** An image’s tag without its alternative text, which is a block of its own. */
export function withoutAlt(tag: string): string {
  const alt = altIn(tag)
  return alt ? tag.slice(0, alt.start) + tag.slice(alt.end) : tag
}

function jsx(raw: string): CodeDescription {
  return { type: 'jsx', data: withoutAlt(raw), shown: raw }
}

type MdxElement = Extract<PhrasingContent, { type: 'mdxJsxTextElement' }>

function isSpan(node: MdxElement): boolean {
  const [lang, ...others] = node.attributes
  return (
    node.name === 'span' &&
    others.length === 0 &&
    lang?.type === 'mdxJsxAttribute' &&
    lang.name === 'lang' &&
    node.children.length > 0
  )
}
