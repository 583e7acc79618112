/**
 * What is left of a block's typed text when everything that Markdown has read is taken away: markup that
 * is still there is shown to readers as typed.
 */
import type { Heading, Nodes, Paragraph, Root, TableCell } from 'mdast'
import type { Point } from 'unist'
import { visit } from './visit.ts'
import { lastUpTo } from './last-up-to.ts'

/** A block that holds words. */
type TextBlock = Paragraph | Heading | TableCell

export interface TypedText {
  block: TextBlock
  /**
   * The block as typed, character for character, with `filler` for markup, code, escapes, images and
   * addresses, and spaces for what quotes and lists put before a line.
   */
  text: string
  /** Place in the file of the character at an index of `text`. */
  pointAt: (index: number) => Point
}

/** Stands for every character that is not text. */
export const filler = '\uFFFC'

const leaves = new Set<Nodes['type']>([
  'break',
  'footnoteReference',
  'html',
  'image',
  'imageReference',
  'includeText',
  'inlineCode',
  'mathText',
  'mdxTextExpression',
  'snippetText',
  'tripleColonText',
])

/**
 * The typed text of the paragraphs, headings and cells of a tree that have a sign in them.
 *
 * @param source - The text that the positions in the tree count in, without a byte order mark.
 * @param sign - What a text must have to be of interest; most pages have it nowhere, or in few places.
 */
export function typedTexts(tree: Root, source: string, sign: RegExp): TypedText[] {
  const texts: TypedText[] = []
  if (!sign.test(source)) return texts
  visit(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return
    const range = rangeOf(node)
    const typed = range ? source.slice(range.start.offset, range.end) : ''
    if (range && sign.test(typed)) texts.push(typedText(node, range, typed))
  })
  return texts
}

/** The text of a file as positions in its tree count it: a byte order mark has no place there. */
export function sourceOf(file: { toString: () => string }): string {
  return String(file).replace(/^\uFEFF/, '')
}

interface Range {
  start: Point & { offset: number }
  end: number
}

function typedText(block: TextBlock, { start }: Range, typed: string): TypedText {
  const ranges: TextRange[] = []
  for (const child of block.children) addMarkup(child, ranges)
  const text = withoutMarkup(typed, start.offset, ranges)
    .replace(/\\[!-/:-@[-`{-~]|&#?\w+;/g, (escape) => filler.repeat(escape.length))
    .replace(
      /(\r\n?|\n)([ \t>]+)/g,
      (_, end: string, prefix: string) => end + ' '.repeat(prefix.length),
    )
  return { block, text, pointAt: pointsIn(text, start) }
}

interface TextRange {
  from: number
  to: number
}

/** Add the places of a node's markup, and that of all of a node without text. */
function addMarkup(node: Nodes, ranges: TextRange[]): void {
  const range = offsetsOf(node)
  if (node.type === 'text' || !range) return
  const inner = 'children' in node && !leaves.has(node.type) ? innerRange(node.children) : undefined
  ranges.push({ from: range.from, to: inner?.from ?? range.to })
  if (!inner || !('children' in node)) return
  for (const child of node.children) addMarkup(child, ranges)
  ranges.push({ from: inner.to, to: range.to })
}

/** The text with `filler` for all in the ranges but ends of lines. */
function withoutMarkup(typed: string, base: number, ranges: readonly TextRange[]): string {
  let text = ''
  // Nodes that a plugin has made may lie in each other, or in another order.
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const start = Math.max(text.length, from - base)
    if (to - base <= start) continue
    text += typed.slice(text.length, start)
    text += masked(typed.slice(start, to - base))
  }
  return text + typed.slice(text.length)
}

function masked(markup: string): string {
  return /[\r\n]/.test(markup) ? markup.replace(/[^\r\n]/g, filler) : filler.repeat(markup.length)
}

/** From the first to the last child: a cell's own range holds its `|`, a heading's its `#`. */
function rangeOf({ children, position }: TextBlock): Range | undefined {
  const start = children[0]?.position?.start ?? position?.start
  const end = children.at(-1)?.position?.end ?? position?.end
  if (start?.offset === undefined || end?.offset === undefined) return undefined
  return { start: { ...start, offset: start.offset }, end: end.offset }
}

function innerRange(children: readonly Nodes[]): TextRange | undefined {
  const [first, last] = [children[0], children.at(-1)]
  const from = first && offsetsOf(first)?.from
  const to = last && offsetsOf(last)?.to
  return from === undefined || to === undefined ? undefined : { from, to }
}

function offsetsOf({ position }: Nodes): TextRange | undefined {
  const [from, to] = [position?.start.offset, position?.end.offset]
  return from === undefined || to === undefined ? undefined : { from, to }
}

/** The lines are looked for once, when the first place is asked for: a page may have thousands of problems. */
function pointsIn(text: string, start: Point & { offset: number }): (index: number) => Point {
  let lines: number[] | undefined
  return (index) => {
    lines ??= [0, ...[...text.matchAll(/\r\n?|\n/g)].map((end) => end.index + end[0].length)]
    const line = lastUpTo(lines, index)
    const length = index - (lines[line] ?? 0)
    return {
      line: start.line + line,
      column: line === 0 ? start.column + length : length + 1,
      offset: start.offset + index,
    }
  }
}
