/**
 * Turn a quote that opens with a marker such as `[!NOTE]` into an `aside` with a title.
 *
 * Quotes without a marker stay quotes, so that pasted e-mail keeps working.
 *
 * @example
 *   > [!TIP]
 *   > Assign licences before the kick-off call.
 */
import type { Blockquote, Nodes, Paragraph, PhrasingContent, Root } from 'mdast'
import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import { append } from './large-arrays.ts'
import { nearestName } from './nearest-name.ts'
import { defineProblems, report } from './problems.ts'
import { type TextLine, movePoint, textLineAt } from './text-lines.ts'

/** The kinds of alerts, as their markers name them in capitals. */
export const alertKinds = ['note', 'tip', 'important', 'caution', 'warning'] as const
export type AlertKind = (typeof alertKinds)[number]

export interface AlertOptions {
  /** The title that readers see, in the language of the page. */
  titleOf: (kind: AlertKind, file: VFile) => string
  /** The language of the title, where it is not that of the page. */
  interfaceLanguage?: (file: VFile) => string | undefined
}

/** Other names of a kind: French ones, and those of other generators. */
const otherNames = new Map<string, readonly AlertKind[]>([
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
const markerName = /^\s*\p{L}[\p{L}\p{M}\p{N}\s_-]*$/u

const problem = defineProblems('markdown', {
  'alert-unknown-kind': (marker: string, near: readonly AlertKind[]) => ({
    severity: 'warning',
    reason: near.length
      ? `There is no alert \`${marker}\`. Did you mean ${near.map(quoted).join(' or ')}?`
      : `There is no alert \`${marker}\`. Use one of ${alertKinds.map(quoted).join(', ')}.`,
  }),
  'alert-text-on-marker-line': (marker: string) => ({
    severity: 'warning',
    reason: `Text on the line of \`${marker}\`. Put it on the next line, after \`>\`.`,
    note: 'A marker is alone on its line; if it is not, the whole is shown as a quote, as typed.',
  }),
  'alert-empty': (marker: string) => ({
    severity: 'warning',
    reason: `Alert \`${marker}\` has no text. Put it on the next line, after \`>\`.`,
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
  line: TextLine
}

type Part = Pick<Blockquote, 'children'> & { marker?: Marker }

/** A page whose quotes are being replaced. */
interface QuotedPage extends Readonly<AlertOptions> {
  file: VFile
  /** The text of the file, as the offsets in the tree count: without a byte order mark. */
  source: string
}

export default function remarkAlerts(options: Readonly<AlertOptions>) {
  return (tree: Root, file: VFile): undefined => {
    const source = String(file).replace(/^\uFEFF/, '')
    replaceQuotes(tree, 0, { ...options, file, source })
  }
}

/** @param depth - How many `>` are before each line inside `parent`. */
function replaceQuotes(parent: Nodes, depth: number, page: QuotedPage): void {
  if (!('children' in parent) || parent.type === 'paragraph') return
  const children = (parent.children as Nodes[]).flatMap((child): Nodes[] =>
    child.type === 'blockquote' ? splitQuote(child, depth + 1, page) : [child],
  )
  for (const child of children) {
    replaceQuotes(child, child.type === 'blockquote' ? depth + 1 : depth, page)
  }
  parent.children = children as typeof parent.children
}

/** The alerts of a quote, and what is quoted before the first one. */
function splitQuote(quote: Blockquote, depth: number, page: QuotedPage): Blockquote[] {
  const parts = partsOf(quote, depth, page)
  if (parts.length === 1) return [quote]
  const shown = parts.filter(({ marker, children }) => marker || children.length > 0)
  return shown.map(({ marker, children }, index) => {
    const start = index === 0 ? quote.position : marker?.line.place
    const end =
      index === shown.length - 1
        ? quote.position
        : (children.at(-1)?.position ?? marker?.line.place)
    const piece = { ...quote, children, ...position(start?.start, end?.end) }
    return marker ? alertOf(marker, piece, page) : piece
  })
}

function partsOf(quote: Blockquote, depth: number, page: QuotedPage): Part[] {
  let part: Part = { children: [] }
  const parts = [part]
  for (const block of quote.children) {
    const markers = block.type === 'paragraph' ? readMarkers(block, depth, page) : []
    if (block.type !== 'paragraph' || markers.length === 0) {
      part.children.push(block)
      continue
    }
    append(part.children, between(block, undefined, markers[0], page.source))
    for (const [index, marker] of markers.entries()) {
      part = { marker, children: between(block, marker, markers[index + 1], page.source) }
      parts.push(part)
    }
  }
  return parts
}

function readMarkers(paragraph: Paragraph, depth: number, page: QuotedPage): Marker[] {
  return paragraph.children.flatMap((text, child): Marker[] => {
    if (text.type !== 'text') return []
    const opensLine = isLineEdge(paragraph.children[child - 1])
    const closesLine = isLineEdge(paragraph.children[child + 1])
    return [...text.value.matchAll(markerLine)].flatMap((match): Marker[] => {
      const [whole, name = '', rest = '', lineEnd] = match
      const start = match.index
      const line = textLineAt(text, start, page.source)
      if ((start === 0 && !opensLine) || isEscapedOrLazy(line, depth)) return []
      if (!markerName.test(name) || otherMarkers.test(name)) return []
      const isAlone = !rest.trim() && (lineEnd !== '' || closesLine)
      const typed = `[!${name}]`
      const kind = checkMarker(name, typed, line, isAlone, page.file)
      return kind ? [{ kind, typed, child, start, end: start + whole.length, line }] : []
    })
  })
}

/** The kind of an alert; undefined, and reported, where its marker is wrong. */
function checkMarker(
  name: string,
  typed: string,
  line: TextLine,
  isAlone: boolean,
  file: VFile,
): AlertKind | undefined {
  const kind = alertKinds.find((item) => item === name.toLowerCase())
  if (!kind) {
    const unknown = problem('alert-unknown-kind', typed, nearKinds(name))
    report(file, unknown, markerPlace(line, typed))
  } else if (!isAlone) {
    report(file, problem('alert-text-on-marker-line', typed), line.place)
  }
  return isAlone ? kind : undefined
}

function alertOf({ kind, typed, line }: Marker, quote: Blockquote, page: QuotedPage): Blockquote {
  const { file } = page
  if (quote.children.length === 0) {
    report(file, problem('alert-empty', typed), markerPlace(line, typed))
  }
  return { ...quote, ...alertBlock(kind, quote.children, file, page, quote.data) }
}

/** An alert with its title, for whoever has something to tell readers. */
export function alertBlock(
  kind: AlertKind,
  children: Blockquote['children'],
  file: VFile,
  { titleOf, interfaceLanguage }: Readonly<AlertOptions>,
  data?: Blockquote['data'],
): Blockquote {
  const lang = interfaceLanguage?.(file)
  const title: Paragraph = {
    type: 'paragraph',
    data: { hProperties: { className: ['alert__title'], ...(lang && { lang }) } },
    children: [{ type: 'text', value: titleOf(kind, file) }],
  }
  const hProperties = { className: ['alert'], dataKind: kind }
  return {
    type: 'blockquote',
    data: { ...data, hName: 'aside', hProperties },
    children: [title, ...children],
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
      cutsBefore ? textLineAt(child, start, source).place?.start : child.position?.start,
      cutsAfter ? textLineAt(child, end, source).place?.end : child.position?.end,
    )
    return [{ type: 'text', value: child.value.slice(start, end), ...place }]
  })
  // Two spaces after a marker make a hard break, which has no effect at either end of a paragraph.
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
function isEscapedOrLazy({ prefix, raw }: TextLine, depth: number): boolean {
  if (raw.startsWith('\\[!')) return true
  return raw.startsWith('[!') && /^[ \t>]*$/.test(prefix) && prefix.split('>').length - 1 !== depth
}

function markerPlace({ place }: TextLine, typed: string): Position | undefined {
  return place && { start: place.start, end: movePoint(place.start, typed.length) }
}

function position(start: Point | undefined, end: Point | undefined): { position?: Position } {
  return start && end ? { position: { start, end } } : {}
}

/** The kind that a name means by itself, in any language that we know it in; undefined where two come into question. */
export function alertKindOf(name: string): AlertKind | undefined {
  const word = plainName(name)
  const own = alertKinds.find((kind) => kind === word)
  const others = otherNames.get(word) ?? []
  return own ?? (others.length === 1 ? others[0] : undefined)
}

function plainName(name: string): string {
  return name.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}

/** The kinds that a name means, exactly or mistyped; none for any other name. */
export function nearKinds(name: string): readonly AlertKind[] {
  const word = plainName(name)
  const near = nearestName(word, [...alertKinds, ...otherNames.keys()])
  if (near === undefined) return []
  return otherNames.get(near) ?? alertKinds.filter((kind) => kind === near)
}

function quoted(kind: AlertKind): string {
  return `\`[!${kind.toUpperCase()}]\``
}
