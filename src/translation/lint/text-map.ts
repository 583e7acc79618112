/** A block as one line of text, every character with its place in the file. */
import type { PhrasingContent } from 'mdast'
import type {} from 'remark-directive'
import type {} from 'remark-mdx'
import type { Block } from '../blocks/block.ts'
import { offsetsOf } from './offsets.ts'

/** Stands for code, addresses, names, words in a language of their own: a word that no rule looks into. */
export const opaque = '\uFFFC'
/** Stands for a picture or the mark of a footnote. */
const isolated = '\uFFFB'

/** Bold, a link and the like, with the words that it holds. */
export interface InlineRange {
  node: Extract<PhrasingContent, { children: unknown }>
  from: number
  to: number
}

export interface TextMap {
  /** The words; what is none of the translator’s is `opaque`, sign by sign. */
  text: string
  /** The same length, nothing hidden. */
  said: string
  /** Offsets in the file of each character, -1 where nobody knows. */
  starts: readonly number[]
  ends: readonly number[]
  /** Characters that stand as words in the file and may be replaced there. */
  isTyped: readonly boolean[]
  marks: readonly InlineRange[]
  /** For each offset in `block.text`, the offset here. */
  folded: readonly number[]
}

const isolatedTypes = new Set(['image', 'imageReference', 'footnoteReference', 'mdxTextExpression'])
const lineBreak = /^<br\s*\/?>$/i
const opensLanguage = /^<([a-z][a-z\d]*)\b[^>]*\slang\s*=[^>]*[^/]?>$/i

/** @param text - The text of the block’s file. */
export function textMapOf(block: Block, text: string): TextMap {
  let said = ''
  let masked = ''
  const starts: number[] = []
  const ends: number[] = []
  const isTyped: boolean[] = []
  const marks: InlineRange[] = []
  /** Names of open HTML elements with a language of their own. */
  const open: string[] = []
  if (block.kind === 'meta' || block.kind === 'image') addPlain()
  else addAll(block.inline, false)
  return { text: masked, said, starts, ends, isTyped, marks, folded: foldedOf(said) }

  function addPlain(): void {
    const value = block.inline[0]?.type === 'text' ? block.inline[0].value : block.text
    addText(value, block.source, block.start, false)
  }

  function addAll(nodes: readonly PhrasingContent[], isHidden: boolean): void {
    for (const node of nodes) add(node, isHidden || open.length > 0)
  }

  function add(node: PhrasingContent, isHidden: boolean): void {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    const raw = start === undefined ? '' : text.slice(start, end)
    if (node.type === 'text') return addText(node.value, raw, start ?? -1, isHidden)
    if (node.type === 'inlineCode') return addAlone(node.value, opaque.repeat(node.value.length))
    if (isolatedTypes.has(node.type)) return addAlone(isolated, isolated)
    if (node.type === 'break') return addAlone('\n', '\n')
    if (node.type === 'html') return addHtml(node.value)
    if (node.type === 'mdxJsxTextElement' && node.name === 'br') return addAlone('\n', '\n')
    if (!('children' in node)) return
    const { children } = node
    const hasLanguage =
      node.type === 'mdxJsxTextElement' &&
      node.attributes.some((attribute) => 'name' in attribute && attribute.name === 'lang')
    const from = said.length
    addAll(children, isHidden || hasLanguage || isBare(node, children))
    marks.push({ node, from, to: said.length })

    function addAlone(value: string, shown: string): void {
      said += value
      masked += shown
      for (let unit = 0; unit < value.length; unit++) {
        starts.push(start ?? -1)
        ends.push(end ?? -1)
        isTyped.push(false)
      }
    }

    function addHtml(value: string): void {
      if (lineBreak.test(value)) return addAlone('\n', '\n')
      const [, opened] = opensLanguage.exec(value) ?? []
      const [, closed] = /^<\/([a-z][a-z\d]*)/i.exec(value) ?? []
      if (opened) open.push(opened.toLowerCase())
      else if (closed && open.at(-1) === closed.toLowerCase()) open.pop()
    }
  }

  function addText(value: string, raw: string, start: number, isHidden: boolean): void {
    const offsets = start < 0 ? undefined : offsetsOf(raw, value, start)
    said += value
    masked += isHidden ? value.replace(/\S/g, opaque) : value
    for (let unit = 0; unit < value.length; unit++) {
      starts.push(offsets?.starts[unit] ?? -1)
      ends.push(offsets?.ends[unit] ?? -1)
      isTyped.push(offsets !== undefined && !isHidden)
    }
  }
}

function isBare(node: PhrasingContent, children: readonly PhrasingContent[]): boolean {
  const [only, ...others] = children
  if (node.type !== 'link' || only?.type !== 'text' || others.length > 0) return false
  return node.url === only.value || /^[a-z]+:\/\/\S+$/i.test(only.value)
}

/** As `inlineText` folds: no space at the beginning, one between two words, no pictures. */
function foldedOf(message: string): number[] {
  const folded: number[] = []
  let space = -1
  for (const [index, unit] of message.split('').entries()) {
    if (unit === isolated) continue
    if (/\s/.test(unit)) {
      if (space < 0) space = index
      continue
    }
    if (space >= 0 && folded.length > 0) folded.push(space)
    space = -1
    folded.push(index)
  }
  return folded
}

/** What is said with a space at every edge of markup: for what stands there, not for where it does. */
export function apart({ said, marks }: TextMap): string {
  const edges = new Set(marks.flatMap(({ from, to }) => [from, to]))
  return said.replace(/[^]/gu, (unit, index: number) => (edges.has(index) ? ` ${unit}` : unit))
}

/** The offsets in the file of `from` to `to` of a flow; undefined where they are not known. */
export function placeIn(flow: TextMap, from: number, to: number): [number, number] | undefined {
  const start = flow.starts[from] ?? flow.ends[from - 1] ?? -1
  const end = to > from ? (flow.ends[to - 1] ?? -1) : start
  return start >= 0 && end >= start ? [start, end] : undefined
}

/** The same for words that may be replaced: all of them are text, none of them in another node. */
export function typedPlace(flow: TextMap, from: number, to: number): [number, number] | undefined {
  for (let index = from; index < to; index++) if (!flow.isTyped[index]) return undefined
  const place = placeIn(flow, from, to)
  if (!place) return undefined
  // Typed without anything between, as between two nodes.
  for (let position = from + 1; position < to; position++) {
    if (
      flow.starts[position] !== flow.ends[position - 1] &&
      flow.starts[position] !== flow.starts[position - 1]
    )
      return undefined
  }
  return place
}

/** Where something can be put before `at` inside a text node. */
export function gapAt(flow: TextMap, index: number): number | undefined {
  if (flow.isTyped[index]) return flow.starts[index]
  return flow.isTyped[index - 1] ? flow.ends[index - 1] : undefined
}

/** `text` with its characters from `from` to `to` hidden from rules; spaces stay. */
export function hide(text: string, from: number, to: number): string {
  return text.slice(0, from) + text.slice(from, to).replace(/\S/g, opaque) + text.slice(to)
}
