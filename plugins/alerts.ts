/**
 * Turn a quote that opens with a marker such as `[!NOTE]` into an `aside` with a title.
 *
 * Quotes without a marker stay quotes, so that pasted e-mail keeps working.
 *
 * @example
 *   > [!TIP]
 *   > Assign licences before the kick-off call.
 */
import { closest, distance } from 'fastest-levenshtein'
import type { Blockquote, Nodes, Paragraph, PhrasingContent, Root, Text } from 'mdast'
import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import { append } from './append.ts'
import { lastUpTo } from './last-up-to.ts'
import { defineProblems, report } from './problems.ts'

const alertKinds = ['note', 'tip', 'important', 'caution', 'warning'] as const
export type AlertKind = (typeof alertKinds)[number]

export interface AlertOptions {
  /** The title that readers see, in the language of the page. */
  titleOf: (kind: AlertKind, file: VFile) => string
  /** The language of the title, where it is not that of the page. */
  interfaceLanguage?: (file: VFile) => string | undefined
}

/** What authors write for a kind: French, and the words of other generators. */
const otherWords = new Map<string, readonly AlertKind[]>([
  ['remarque', ['note']],
  ['info', ['note']],
  ['astuce', ['tip']],
  ['conseil', ['tip']],
  ['hint', ['tip']],
  ['attention', ['warning', 'caution']],
  ['avertissement', ['warning', 'caution']],
  ['precaution', ['caution']],
  ['danger', ['caution']],
])

/** Markers of docfx that are not alerts; the docfx dialect reads and reports them. */
const otherMarkers = /^(?:include|video|div|code)\b/i

const markerLine = /^\[!([^[\]\r\n]+)\](.*)(\r\n?|\n|$)/gm
const words = /^\s*\p{L}[\p{L}\p{M}\p{N}\s_-]*$/u

const problem = defineProblems({
  'alert-unknown-kind': (marker: string, near: readonly AlertKind[]) => ({
    severity: 'warning',
    reason: near.length
      ? `Unexpected alert \`${marker}\`, did you mean ${near.map(quoted).join(' or ')}?`
      : `Unexpected alert \`${marker}\`, expected ${alertKinds.map(quoted).join(', ')}`,
  }),
  'alert-text-on-marker-line': (marker: string) => ({
    severity: 'warning',
    reason: `Unexpected text on the line of \`${marker}\`, expected the text on the next line`,
    note: 'A marker is alone on its line; else the whole is shown as a quote, as typed.',
  }),
  'alert-empty': (marker: string) => ({
    severity: 'warning',
    reason: `Unexpected empty alert \`${marker}\`, expected text on the next line, after \`>\``,
    note: 'A blank line without `>` ends the alert.',
  }),
})

interface Marker {
  kind: AlertKind
  typed: string
  /** Which child of the paragraph holds the marker's line, and from where to where in its text. */
  child: number
  start: number
  end: number
  line: Line
}

/** A line of a text in the source, without what its quotes and lists put before it. */
interface Line {
  prefix: string
  raw: string
  place: Position | undefined
}

type Part = Pick<Blockquote, 'children'> & { marker?: Marker }

export default function remarkAlerts({ titleOf, interfaceLanguage }: Readonly<AlertOptions>) {
  return (tree: Root, file: VFile): undefined => {
    // Offsets in the tree do not count a byte order mark.
    const source = String(file).replace(/^\uFEFF/, '')
    replaceQuotes(tree, 0)

    /** `depth` says how many `>` stand before each line inside `parent`. */
    function replaceQuotes(parent: Nodes, depth: number): void {
      if (!('children' in parent) || parent.type === 'paragraph') return
      const children = (parent.children as Nodes[]).flatMap((child): Nodes[] =>
        child.type === 'blockquote' ? splitQuote(child, depth + 1) : [child],
      )
      for (const child of children) {
        replaceQuotes(child, child.type === 'blockquote' ? depth + 1 : depth)
      }
      parent.children = children as typeof parent.children
    }

    function splitQuote(quote: Blockquote, depth: number): Blockquote[] {
      let part: Part = { children: [] }
      const parts = [part]
      for (const block of quote.children) {
        const markers = block.type === 'paragraph' ? readMarkers(block, depth) : []
        if (block.type !== 'paragraph' || markers.length === 0) {
          part.children.push(block)
          continue
        }
        append(part.children, between(block, undefined, markers[0], source))
        for (const [index, marker] of markers.entries()) {
          part = { marker, children: between(block, marker, markers[index + 1], source) }
          parts.push(part)
        }
      }
      if (parts.length === 1) return [quote]
      const shown = parts.filter(({ marker, children }) => marker || children.length > 0)
      return shown.map(({ marker, children }, index) => {
        const start = index === 0 ? quote.position : marker?.line.place
        const end =
          index === shown.length - 1
            ? quote.position
            : (children.at(-1)?.position ?? marker?.line.place)
        const piece = { ...quote, children, ...position(start?.start, end?.end) }
        return marker ? alert(marker, piece) : piece
      })
    }

    function readMarkers(paragraph: Paragraph, depth: number): Marker[] {
      const markers: Marker[] = []
      for (const [child, text] of paragraph.children.entries()) {
        if (text.type !== 'text') continue
        const opensLine = isLineEdge(paragraph.children[child - 1])
        const closesLine = isLineEdge(paragraph.children[child + 1])
        for (const match of text.value.matchAll(markerLine)) {
          const [whole, name = '', rest = '', lineEnd] = match
          const start = match.index
          const line = lineAt(text, start, source)
          if ((start === 0 && !opensLine) || isEscapedOrLazy(line, depth)) continue
          if (!words.test(name) || otherMarkers.test(name)) continue
          const typed = `[!${name}]`
          const kind = alertKinds.find((item) => item === name.toLowerCase())
          if (!kind) {
            report(
              file,
              problem('alert-unknown-kind', typed, nearKinds(name)),
              markerPlace(line, typed),
            )
          } else if (rest.trim() || (!lineEnd && !closesLine)) {
            report(file, problem('alert-text-on-marker-line', typed), line.place)
          } else {
            markers.push({ kind, typed, child, start, end: start + whole.length, line })
          }
        }
      }
      return markers
    }

    function alert({ kind, typed, line }: Marker, quote: Blockquote): Blockquote {
      if (quote.children.length === 0) {
        report(file, problem('alert-empty', typed), markerPlace(line, typed))
      }
      const lang = interfaceLanguage?.(file)
      const title: Paragraph = {
        type: 'paragraph',
        data: { hProperties: { className: ['alert__title'], ...(lang && { lang }) } },
        children: [{ type: 'text', value: titleOf(kind, file) }],
      }
      const hProperties = { className: ['alert'], dataKind: kind }
      return {
        ...quote,
        data: { ...quote.data, hName: 'aside', hProperties },
        children: [title, ...quote.children],
      }
    }
  }
}

/** The paragraph, if any, that two markers of one paragraph leave between them. */
function between(
  paragraph: Paragraph,
  from: Marker | undefined,
  to: Marker | undefined,
  source: string,
): Paragraph[] {
  const last = to?.child ?? paragraph.children.length - 1
  const children = paragraph.children.flatMap((child, index): PhrasingContent[] => {
    if (index < (from?.child ?? 0) || index > last) return []
    const cutsBefore = from && index === from.child
    const cutsAfter = to && index === to.child
    if (child.type !== 'text' || (!cutsBefore && !cutsAfter)) return [child]
    const start = cutsBefore ? from.end : 0
    const end = cutsAfter ? child.value.slice(0, to.start).trimEnd().length : child.value.length
    if (start >= end) return []
    const place = position(
      cutsBefore ? lineAt(child, start, source).place?.start : child.position?.start,
      cutsAfter ? lineAt(child, end, source).place?.end : child.position?.end,
    )
    return [{ type: 'text', value: child.value.slice(start, end), ...place }]
  })
  // Two spaces after a marker make a hard break, which says nothing at either end of a paragraph.
  while (children[0]?.type === 'break') children.shift()
  while (children.at(-1)?.type === 'break') children.pop()
  if (children.length === 0) return []
  const place = position(children[0]?.position?.start, children.at(-1)?.position?.end)
  return [{ ...paragraph, children, ...place }]
}

function isLineEdge(node: PhrasingContent | undefined): boolean {
  return node === undefined || node.type === 'break'
}

/** `\[!NOTE]` asks for the text itself; a line with too few `>` only continues a paragraph. */
function isEscapedOrLazy({ prefix, raw }: Line, depth: number): boolean {
  if (raw.startsWith('\\[!')) return true
  return raw.startsWith('[!') && /^[ \t>]*$/.test(prefix) && prefix.split('>').length - 1 !== depth
}

/** The lines of each text: where they begin in its value and in the source. */
const linesOfTexts = new WeakMap<Text, { inText: number[]; inSource: number[] }>()

/**
 * mdast gives no places inside a text, so the line feeds are counted off in the source; once for a text,
 * which may have thousands of markers.
 */
function linesOf(text: Text, source: string) {
  const known = linesOfTexts.get(text)
  if (known) return known
  const inText = [
    0,
    ...[...text.value.matchAll(/\r\n?|\n/g)].map((end) => end.index + end[0].length),
  ]
  const { offset = 0, column = 1 } = text.position?.start ?? {}
  const inSource = [offset - column + 1]
  for (let last = inSource[0] ?? 0; inSource.length < inText.length; inSource.push(last)) {
    last += lineFrom(source, last).length
  }
  const lines = { inText, inSource }
  linesOfTexts.set(text, lines)
  return lines
}

/** Find the line of a text that holds the character at `index`. */
function lineAt(text: Text, index: number, source: string): Line {
  if (text.position?.start.offset === undefined) return { prefix: '', raw: '', place: undefined }
  const { start } = text.position
  const { inText, inSource } = linesOf(text, source)
  const feeds = lastUpTo(inText, index)
  const offset = inSource[feeds] ?? 0
  const line = lineFrom(source, offset)
  const prefix = feeds === 0 ? line.slice(0, start.column - 1) : (/^[ \t>]*/.exec(line)?.[0] ?? '')
  const raw = line.slice(prefix.length).trimEnd()
  const from = forward({ line: start.line + feeds, column: 1, offset }, prefix.length)
  return { prefix, raw, place: { start: from, end: forward(from, raw.length) } }
}

function lineFrom(source: string, offset: number): string {
  return /.*(?:\r\n?|\n|$)/.exec(source.slice(offset))?.[0] ?? ''
}

function markerPlace({ place }: Line, typed: string): Position | undefined {
  return place && { start: place.start, end: forward(place.start, typed.length) }
}

function forward({ line, column, offset = 0 }: Point, characters: number): Point {
  return { line, column: column + characters, offset: offset + characters }
}

function position(start: Point | undefined, end: Point | undefined): { position?: Position } {
  return start && end ? { position: { start, end } } : {}
}

/** The kinds that a word stands for, exactly or mistyped; none for any other word. */
export function nearKinds(name: string): readonly AlertKind[] {
  const word = name.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  const near = closest(word, [...alertKinds, ...otherWords.keys()])
  if (distance(word, near) > (word.length < 4 ? 1 : 2)) return []
  return otherWords.get(near) ?? alertKinds.filter((kind) => kind === near)
}

function quoted(kind: AlertKind): string {
  return `\`[!${kind.toUpperCase()}]\``
}
