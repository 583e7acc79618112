/**
 * A block’s inline tree as text and numbered codes, which translators’ tools can keep whole.
 *
 * Text inside bold or a link stays text; an address or a piece of code is hidden behind its code and is
 * never read back from a file that comes from outside: it comes from our own block.
 */
import type { Node, PhrasingContent, Text } from 'mdast'
import type {} from 'remark-mdx'
import type {} from 'remark-directive'
import type { Block } from '../blocks/block.ts'
import { type CodeDescription, type CodeType, describeNode } from './describe-node.ts'
import { type InlineNode, pairTags } from './paired-tags.ts'

export type { CodeType } from './describe-node.ts'

/** Codes as read from a file have no type where the format has none. */
export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'open'; id: number; type?: CodeType }
  | { kind: 'close'; id: number }
  | { kind: 'alone'; id: number; type?: CodeType; shown?: string }

/** What a number means. */
export interface Code extends CodeDescription {
  id: number
  paired: boolean
  /** The Markdown before and after its text; `close` is empty where it has none. */
  open: string
  close: string
  /** Offsets in the file of all that the code holds. */
  start: number
  end: number
}

export interface Encoded {
  parts: readonly Part[]
  codes: readonly Code[]
  /** Markdown of each run of text, as typed, for those that are typed on one line. */
  typed: ReadonlyMap<string, string>
}

type Typed = Pick<Block, 'inline' | 'source' | 'start'>

/** A block that is being encoded. */
interface Encoder {
  block: Typed
  parts: Part[]
  codes: Code[]
  typed: Map<string, string>
}

/** A block’s text and codes; ids count from 1 in the order of the text. */
export function encode(block: Typed): Encoded {
  const encoder: Encoder = { block, parts: [], codes: [], typed: new Map() }
  addNodes(encoder, block.inline)
  const { parts, codes, typed } = encoder
  return { parts, codes, typed }
}

function addNodes(encoder: Encoder, inline: readonly InlineNode[]): void {
  const nodes = pairTags(inline as readonly PhrasingContent[])
  for (const [index, node] of nodes.entries()) {
    const raw = rawOf(node, encoder.block)
    addGap(encoder, nodes[index - 1], node)
    if (node.type === 'text') addText(encoder, node.value, raw)
    else if (isPlainText(node)) addText(encoder, raw, raw)
    else addCode(encoder, node, raw, nodes[index + 1])
  }
}

function addCode(
  encoder: Encoder,
  node: Exclude<InlineNode, Text>,
  raw: string,
  next: InlineNode | undefined,
): void {
  const { block, codes, parts } = encoder
  const description = describeNode(node, raw)
  const { type, shown } = description
  const id = codes.length + 1
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? 0
  if ('children' in node && isPaired(type)) {
    const [open, close] = markupOf(node, raw, block)
    codes.push({ ...description, start, end, id, paired: true, open, close })
    parts.push({ kind: 'open', id, type })
    addNodes(encoder, node.children)
    parts.push({ kind: 'close', id })
    return
  }
  // What quotes and lists put before the next line belongs to the break.
  const nextStart = next?.position?.start.offset
  const isBreak = node.type === 'break' && nextStart !== undefined
  const open = isBreak ? sliceOf(block, node.position?.start.offset, nextStart) : raw
  codes.push({ ...description, start, end, id, paired: false, open, close: '' })
  parts.push({ kind: 'alone', id, type, shown })
}

/** The Markdown before and after the text of a pair. */
function markupOf(
  node: Extract<InlineNode, { children: unknown[] }>,
  raw: string,
  block: Typed,
): [open: string, close: string] {
  if (node.type === 'htmlElement') return [rawOf(node.open, block), rawOf(node.close, block)]
  const [first, last] = [node.children[0], node.children.at(-1)]
  const { start, end } = node.position ?? {}
  if (!first || !last) return emptyPair(raw)
  return [
    sliceOf(block, start?.offset, first.position?.start.offset),
    sliceOf(block, last.position?.end.offset, end?.offset),
  ]
}

/** Add a line’s end that no node holds, as between bold and a link after the mark of an alert. */
function addGap(encoder: Encoder, before: InlineNode | undefined, node: InlineNode): void {
  if (!before || before.type === 'break') return
  const gap = sliceOf(encoder.block, before.position?.end.offset, node.position?.start.offset)
  const last = encoder.parts.at(-1)
  if (/^[\s>]+$/.test(gap) && !(last?.kind === 'text' && last.text.endsWith(' '))) {
    addText(encoder, ' ', '\n')
  }
}

function addText({ parts, typed }: Encoder, value: string, raw: string): void {
  const text = foldLines(value)
  if (!/[\r\n]/.test(raw)) typed.set(text, raw)
  const last = parts.at(-1)
  if (last?.kind === 'text') last.text += text
  else parts.push({ kind: 'text', text })
}

/** What was typed for a node. */
function rawOf({ position }: Node, block: Typed): string {
  return sliceOf(block, position?.start.offset, position?.end.offset)
}

/** What was typed between two offsets; the space around a block’s text is not in its source. */
function sliceOf(
  { source, start }: Typed,
  from: number | undefined,
  to: number | undefined,
): string {
  if (from === undefined || to === undefined) return ''
  return source.slice(Math.max(0, from - start), Math.max(0, to - start))
}

/** Only our own directives are codes; `9:00AM` is text, whatever the parser makes of it. */
function isPlainText(node: InlineNode): boolean {
  return node.type === 'textDirective' && !/^(?:step|badge|kbd|term)$/.test(node.name)
}

function emptyPair(raw: string): [string, string] {
  const index = raw.startsWith('[') ? 1 : raw.indexOf('>') + 1
  return [raw.slice(0, index), raw.slice(index)]
}

export function isPaired(type: CodeType): boolean {
  return ['strong', 'emphasis', 'delete', 'link', 'span', 'element'].includes(type)
}

function foldLines(text: string): string {
  return text.replace(/(?<![ \t])[ \t]*\r?\n[ \t]*/g, ' ')
}

/**
 * Number a translation’s codes as its source does: by type and data, then by type alone.
 *
 * Codes that the source does not have get numbers after those of the source.
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

/** Adjacent text in one part, no empty parts. */
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

/** Only the text. */
export function plainWords(parts: readonly Part[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')
}
