/** A step of a procedure, and the attributes of its mark. */
import type { Blockquote, ListItem, Nodes, Paragraph } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { TextDirective } from './directives.ts'
import type { Position } from 'unist'

/** The facts of a step. */
export interface GuideStep {
  /** The step's anchor, the same in every language, once in a docset. */
  id: string
  /** As the list shows it, from 1. */
  number: number
  /** Its bold beginning, without a full stop; without one, its first sentence. */
  title: string
  /** Language of its first paragraph, where that is not translated; set by who knows. */
  lang?: string
  /** The page lacks it: it is drawn as the source page has it, in the language `lang`. */
  isFallback?: true
  /** Ids, in the docset's order. */
  parties: readonly string[]
  phase?: string
  service?: string
  /** One of several that exclude each other. */
  option?: string
  optional: boolean
  /** How many sub-steps it has. */
  subSteps: number
  hasResult: boolean
  /** The words of its result. */
  result?: string
  /** All its words, for search. */
  text: string
  /** The mark, else the item's first line. */
  place: Position | undefined
}

/** A procedure of a page. */
export interface GuideProcedure {
  /** The id of the heading above it. */
  heading?: string
  steps: readonly GuideStep[]
  place: Position | undefined
}

/** A step of the tree before anything is known of its id and parties. */
export interface StepItem {
  item: ListItem
  mark: TextDirective | undefined
  number: number
  title: string
  result: Blockquote | undefined
  subSteps: number
  text: string
  place: Position | undefined
}

/** Take the mark out of an item and read the item itself. */
export function readItem(item: ListItem, number: number): StepItem {
  const [first] = item.children
  const paragraph = first?.type === 'paragraph' ? first : undefined
  const mark = paragraph && takeMark(paragraph)
  const last = item.children.at(-1)
  const result = last?.type === 'blockquote' && !last.data?.hName ? last : undefined
  return {
    item,
    mark,
    number,
    title: titleOf(paragraph),
    result,
    subSteps: item.children
      .filter((child) => child.type === 'list')
      .filter(({ ordered }) => ordered)
      .reduce((sum, list) => sum + list.children.length, 0),
    text: wordsOf(item),
    place: mark?.position ?? placeOfLine(item),
  }
}

/** `:step{#id}` at the very beginning, taken out; its label, if it has one, stays as text. */
function takeMark(paragraph: Paragraph): TextDirective | undefined {
  const [mark, ...rest] = paragraph.children
  if (mark?.type !== 'textDirective' || mark.name !== 'step') return undefined
  const [next, ...others] = rest
  const text = next?.type === 'text' ? next.value.trimStart() : ''
  const start = next?.type === 'text' ? (text ? [{ ...next, value: text }] : []) : rest.slice(0, 1)
  paragraph.children = [...mark.children, ...start, ...others]
  return mark
}

function titleOf(paragraph: Paragraph | undefined): string {
  const [first] = paragraph?.children ?? []
  if (!paragraph || !first) return ''
  if (first.type === 'strong') return withoutStop(toString(first))
  const text = toString(paragraph)
  return withoutStop(/^.*?[.!?…](?=\s|$)/su.exec(text)?.[0] ?? text)
}

function withoutStop(text: string): string {
  return text.trim().replace(/(?<![\s.:;,])[\s.:;,]+$/u, '')
}

/** The words of blocks, which `toString` would run together. */
export function wordsOf(node: Nodes): string {
  if (!('children' in node)) return toString(node)
  const isFlow = !['paragraph', 'heading', 'tableCell'].includes(node.type)
  if (!isFlow) return toString(node).trim()
  return (node.children as Nodes[]).map(wordsOf).filter(Boolean).join(' ')
}

/** The beginning of an item, up to the end of its first block. */
function placeOfLine({ position, children }: ListItem): Position | undefined {
  const end = children[0]?.position?.end
  return position && { start: position.start, end: end ?? position.end }
}
