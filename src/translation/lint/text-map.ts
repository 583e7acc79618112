/** A block as one line of text, with the place of every character in the file. */
import type { PhrasingContent } from 'mdast'
import type {} from 'remark-directive'
import type {} from 'remark-mdx'
import { type Block, isInCode } from '../blocks/block.ts'
import { isBreak, isForeign, setLanguage } from '../blocks/inline-text.ts'
import { type Offsets, offsetsOf } from './offsets.ts'

/** Replaces code, addresses, names and text in a language of its own: no rule looks into them. */
export const opaque = '\uFFFC'
/** Replaces an image or the mark of a footnote. */
const isolated = '\uFFFB'

/** Bold text, a link and the like, with the range of its text. */
export interface InlineRange {
  node: Extract<PhrasingContent, { children: unknown }>
  from: number
  to: number
}

export interface TextMap {
  /** The text, in which what is not translated is `opaque`, character by character. */
  text: string
  /** The same text with nothing hidden; as long as `text`. */
  unmasked: string
  /** Offsets in the file of each character, -1 where they are not known. */
  starts: readonly number[]
  ends: readonly number[]
  /** Characters that are text in the file and may be replaced there. */
  isTyped: readonly boolean[]
  marks: readonly InlineRange[]
  /** For each offset in `block.text`, the offset here. */
  folded: readonly number[]
}

const isolatedTypes = new Set([
  'image',
  'imageReference',
  'footnoteReference',
  'mdxTextExpression',
  'includeText',
  'mathText',
  'snippetText',
  'tripleColonText',
])

/** A text map that is being put together. */
interface TextMapBuilder extends Omit<TextMap, 'folded'> {
  /** The text of the file. */
  source: string
  starts: number[]
  ends: number[]
  isTyped: boolean[]
  marks: InlineRange[]
  /** Names of open HTML elements with a language of their own. */
  open: string[]
}

/** @param source - The text of the block’s file. */
export function textMapOf(block: Block, source: string): TextMap {
  const builder: TextMapBuilder = {
    source,
    text: '',
    unmasked: '',
    starts: [],
    ends: [],
    isTyped: [],
    marks: [],
    open: [],
  }
  if (block.kind === 'meta' || isInCode(block)) {
    const value = block.inline[0]?.type === 'text' ? block.inline[0].value : block.text
    addTyped(builder, value, offsetsOf(block.source, value, block.start), false)
  } else addNodes(builder, block.inline, false)
  const { text, unmasked, starts, ends, isTyped, marks } = builder
  return { text, unmasked, starts, ends, isTyped, marks, folded: foldedOf(unmasked) }
}

function addNodes(
  builder: TextMapBuilder,
  nodes: readonly PhrasingContent[],
  isHidden: boolean,
): void {
  for (const node of nodes) addNode(builder, node, isHidden || builder.open.length > 0)
}

function addNode(builder: TextMapBuilder, node: PhrasingContent, isHidden: boolean): void {
  if (node.type === 'text') {
    const start = node.position?.start.offset
    const raw = builder.source.slice(start, node.position?.end.offset)
    const offsets = start === undefined ? undefined : offsetsOf(raw, node.value, start)
    addTyped(builder, node.value, offsets, isHidden)
  } else if (node.type === 'inlineCode') {
    addUntyped(builder, node, node.value, opaque.repeat(node.value.length))
  } else if (isolatedTypes.has(node.type)) addUntyped(builder, node, isolated)
  else if (isBreak(node)) addUntyped(builder, node, '\n')
  else if (node.type === 'html') setLanguage(builder.open, node.value)
  else if ('children' in node) {
    const from = builder.unmasked.length
    addNodes(builder, node.children, isHidden || isForeign(node))
    builder.marks.push({ node, from, to: builder.unmasked.length })
  }
}

/** Add a value as a whole: every character has the place of its node. */
function addUntyped(
  builder: TextMapBuilder,
  { position }: PhrasingContent,
  value: string,
  shown = value,
): void {
  builder.unmasked += value
  builder.text += shown
  for (let unit = 0; unit < value.length; unit++) {
    builder.starts.push(position?.start.offset ?? -1)
    builder.ends.push(position?.end.offset ?? -1)
    builder.isTyped.push(false)
  }
}

/** Add a value that was typed, with the offsets of its characters. */
function addTyped(
  builder: TextMapBuilder,
  value: string,
  offsets: Offsets | undefined,
  isHidden: boolean,
): void {
  builder.unmasked += value
  builder.text += isHidden ? value.replace(/\S/g, opaque) : value
  for (let unit = 0; unit < value.length; unit++) {
    builder.starts.push(offsets?.starts[unit] ?? -1)
    builder.ends.push(offsets?.ends[unit] ?? -1)
    builder.isTyped.push(offsets !== undefined && !isHidden)
  }
}

/** As `inlineText` folds: no space at the beginning, one between two words, no images. */
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

/** The whole text with a space at every edge of markup; its offsets are not those of the map. */
export function spacedText({ unmasked, marks }: TextMap): string {
  const edges = new Set(marks.flatMap(({ from, to }) => [from, to]))
  return unmasked.replace(/[^]/gu, (unit, index: number) => (edges.has(index) ? ` ${unit}` : unit))
}

/** The offsets in the file of `from` to `to` of a text map; undefined where they are not known. */
export function placeIn(textMap: TextMap, from: number, to: number): [number, number] | undefined {
  const start = textMap.starts[from] ?? textMap.ends[from - 1] ?? -1
  const end = to > from ? (textMap.ends[to - 1] ?? -1) : start
  return start >= 0 && end >= start ? [start, end] : undefined
}

/** The same for text that may be replaced: all of it is typed in one node. */
export function typedPlace(
  textMap: TextMap,
  from: number,
  to: number,
): [number, number] | undefined {
  for (let index = from; index < to; index++) if (!textMap.isTyped[index]) return undefined
  const place = placeIn(textMap, from, to)
  if (!place) return undefined
  // Typed without anything between, as between two nodes.
  for (let position = from + 1; position < to; position++) {
    if (
      textMap.starts[position] !== textMap.ends[position - 1] &&
      textMap.starts[position] !== textMap.starts[position - 1]
    )
      return undefined
  }
  return place
}

/** Where something can be put before `index` inside a text node. */
export function gapAt(textMap: TextMap, index: number): number | undefined {
  if (textMap.isTyped[index]) return textMap.starts[index]
  return textMap.isTyped[index - 1] ? textMap.ends[index - 1] : undefined
}

/** `text` with its characters from `from` to `to` hidden from rules; spaces stay. */
export function hide(text: string, from: number, to: number): string {
  return text.slice(0, from) + text.slice(from, to).replace(/\S/g, opaque) + text.slice(to)
}
