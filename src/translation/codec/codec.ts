/**
 * A block’s inline tree as words and numbered codes, which is what translators’ tools can keep whole.
 *
 * Words inside bold or a link stay words; an address or a piece of code is hidden behind its code and is
 * never read back from a file that comes from outside: it comes from our own block.
 */
import type { Node, PhrasingContent } from 'mdast'
import type {} from 'remark-mdx'
import type {} from 'remark-directive'
import { altIn } from '#plugins/html-words.ts'
import type { Block } from '../blocks/block.ts'
import { hasInlineText, type InlineNode, pairTags } from './paired-tags.ts'

/** Codes around words. `span` marks words of another language in guides; `element` is any other tag. */
type PairedType = 'strong' | 'emphasis' | 'delete' | 'link' | 'span' | 'element'
/** Codes that stand alone. `url` is an address that shows itself. */
type AloneType = 'code' | 'image' | 'break' | 'html' | 'footnote' | 'url' | 'directive' | 'jsx'
export type CodeType = PairedType | AloneType

/** Codes as read from a file have no type where the format has none. */
export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'open'; id: number; type?: CodeType }
  | { kind: 'close'; id: number }
  | { kind: 'alone'; id: number; type?: CodeType; shown?: string }

/** What stands behind a number. */
export interface Code {
  id: number
  type: CodeType
  paired: boolean
  /** What makes it the same code in another language: an address, a piece of code; often nothing. */
  data: string
  /** For people, next to the text: `code`, `https://…`. */
  shown: string
  /** The Markdown before and after its words; `close` is empty where there are none. */
  open: string
  close: string
  /** Offsets in the file of all that the code holds. */
  start: number
  end: number
}

export interface Encoded {
  parts: readonly Part[]
  codes: readonly Code[]
  /** Markdown of each run of words, as typed, for those that are typed on one line. */
  typed: ReadonlyMap<string, string>
}

type Typed = Pick<Block, 'inline' | 'source' | 'start'>

/** A block’s words and codes; ids count from 1 in the order of the text. */
export function encode(block: Typed): Encoded {
  const parts: Part[] = []
  const codes: Code[] = []
  const typed = new Map<string, string>()
  // The space around a block’s words is not in its source.
  const locate = (offset: number) => Math.max(0, offset - block.start)
  const slice = (from: number | undefined, to: number | undefined) =>
    from === undefined || to === undefined ? '' : block.source.slice(locate(from), locate(to))
  const rawOf = ({ position }: Node) => slice(position?.start.offset, position?.end.offset)

  walk(block.inline)
  return { parts, codes, typed }

  function walk(given: readonly InlineNode[]): void {
    const nodes = pairTags(given as readonly PhrasingContent[])
    for (const [index, node] of nodes.entries()) {
      const raw = rawOf(node)
      addGap(nodes[index - 1], node)
      if (node.type === 'text' || isPlainText(node)) {
        addText(node.type === 'text' ? node.value : raw, raw)
        continue
      }
      const description = describe(node, raw)
      const id = codes.length + 1
      const span = {
        start: node.position?.start.offset ?? 0,
        end: node.position?.end.offset ?? 0,
      }
      if ('children' in node && isPaired(description.type)) {
        const [open, close] = markupOf(node, raw)
        codes.push({ ...description, ...span, id, paired: true, open, close })
        parts.push({ kind: 'open', id, type: description.type })
        walk(node.children)
        parts.push({ kind: 'close', id })
      } else {
        // What quotes and lists put before the next line belongs to the break.
        const next = nodes[index + 1]?.position?.start.offset
        const open =
          node.type === 'break' && next !== undefined
            ? slice(node.position?.start.offset, next)
            : raw
        codes.push({ ...description, ...span, id, paired: false, open, close: '' })
        parts.push({ kind: 'alone', id, type: description.type, shown: description.shown })
      }
    }
  }

  /** What stands before and after the words of a pair. */
  function markupOf(
    node: Extract<InlineNode, { children: unknown[] }>,
    raw: string,
  ): [open: string, close: string] {
    if (node.type === 'htmlElement') return [rawOf(node.open), rawOf(node.close)]
    const [first, last] = [node.children[0], node.children.at(-1)]
    const { start, end } = node.position ?? {}
    if (!first || !last) return emptyPair(raw)
    return [
      slice(start?.offset, first.position?.start.offset),
      slice(last.position?.end.offset, end?.offset),
    ]
  }

  /** A line’s end that no node holds, as between bold and a link after the mark of an alert. */
  function addGap(before: InlineNode | undefined, node: InlineNode): void {
    if (!before || before.type === 'break') return
    const gap = slice(before.position?.end.offset, node.position?.start.offset)
    const last = parts.at(-1)
    if (/^[\s>]+$/.test(gap) && !(last?.kind === 'text' && last.text.endsWith(' '))) {
      addText(' ', '\n')
    }
  }

  function addText(value: string, raw: string): void {
    const text = foldLines(value)
    if (!/[\r\n]/.test(raw)) typed.set(text, raw)
    const last = parts.at(-1)
    if (last?.kind === 'text') last.text += text
    else parts.push({ kind: 'text', text })
  }
}

/** Only our own directives are codes; `9:00AM` is text, whatever the parser makes of it. */
function isPlainText(node: InlineNode): boolean {
  return node.type === 'textDirective' && node.name !== 'step'
}

function emptyPair(raw: string): [string, string] {
  const index = raw.startsWith('[') ? 1 : raw.indexOf('>') + 1
  return [raw.slice(0, index), raw.slice(index)]
}

function describe(node: InlineNode, raw: string): Pick<Code, 'type' | 'data' | 'shown'> {
  switch (node.type) {
    case 'strong':
    case 'emphasis':
    case 'delete':
      return { type: node.type, data: '', shown: raw.slice(0, 2) }
    case 'link':
      return {
        type: raw.startsWith('[') ? 'link' : 'url',
        data: [node.url, node.title ?? ''].join('\n').trim(),
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
      return { type: 'directive', data: raw, shown: raw }
    case 'mdxTextExpression':
    case 'text':
      return jsx(raw)
  }
}

/** An element around words; of a link, the address is what makes it the same in another language. */
function element(tag: string, href: string | undefined): Pick<Code, 'type' | 'data' | 'shown'> {
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

/** The text for a picture is a block of its own, and no part of what makes the tag the same. */
export function withoutAlt(tag: string): string {
  const alt = altIn(tag)
  return alt ? tag.slice(0, alt.start) + tag.slice(alt.end) : tag
}

function jsx(raw: string): Pick<Code, 'type' | 'data' | 'shown'> {
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

export function isPaired(type: CodeType): boolean {
  return ['strong', 'emphasis', 'delete', 'link', 'span', 'element'].includes(type)
}

function foldLines(text: string): string {
  return text.replace(/(?<![ \t])[ \t]*\r?\n[ \t]*/g, ' ')
}

/**
 * Number a translation’s codes as its source does: by kind and what is behind, then by kind alone.
 *
 * What the source does not have gets numbers after those of the source.
 */
export function alignCodes(source: readonly Code[], target: Encoded): Encoded {
  const free = new Map(source.map((code) => [code.id, code]))
  const ids = new Map<number, number>()
  const take = (fits: (a: Code, b: Code) => boolean) => {
    for (const code of target.codes) {
      if (ids.has(code.id)) continue
      const match = [...free.values()].find((item) => fits(item, code))
      if (!match) continue
      ids.set(code.id, match.id)
      free.delete(match.id)
    }
  }
  take((a, b) => a.type === b.type && a.data === b.data)
  take((a, b) => a.type === b.type)
  let next = source.length
  for (const { id } of target.codes) if (!ids.has(id)) ids.set(id, ++next)
  const renumber = <Numbered extends { id: number }>(numbered: Numbered): Numbered => ({
    ...numbered,
    id: ids.get(numbered.id) ?? numbered.id,
  })
  return {
    ...target,
    codes: target.codes.map(renumber),
    parts: target.parts.map((part) => (part.kind === 'text' ? part : renumber(part))),
  }
}

/** Adjacent words in one part, no empty parts. */
export function mergeText(parts: readonly Part[]): Part[] {
  const merged: Part[] = []
  for (const part of parts) {
    const last = merged.at(-1)
    if (part.kind !== 'text') merged.push(part)
    else if (last?.kind === 'text')
      merged[merged.length - 1] = { ...last, text: last.text + part.text }
    else if (part.text) merged.push(part)
  }
  return merged
}

/** Only the words. */
export function plainWords(parts: readonly Part[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')
}
