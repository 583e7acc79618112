/**
 * Cut a quote at its lines `[!div class="…"]` and `[!VIDEO address]`: what follows such a line, up to the next one or
 * to an alert, is a box, or a video and a quote.
 *
 * The rules are those of docfx’s QuoteSectionNoteParser: the marker is alone on its line, in any letter case, and a
 * quote may have several. What only begins like one stays text.
 */
import type { Blockquote, Nodes, Paragraph, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { alertKinds } from '../../alerts.ts'
import { append } from '../../large-arrays.ts'
import { defineProblems, report } from '../../problems.ts'
import { sourceOf } from '../../typed-text.ts'
import { videoAddress } from '../../videos.ts'
import { boxProperties } from './box.ts'
import { type SourceLine, cutLines, linesOf } from './cut-lines.ts'

const problem = defineProblems('docfx', {
  'div-attribute': (rest: string) => ({
    severity: 'warning',
    reason: `\`${rest}\` in \`[!div]\` is no attribute, so it has no effect. Write \`class="…"\`.`,
  }),
  'div-empty': () => ({
    severity: 'warning',
    reason: 'This `[!div]` holds nothing. Put its text on the lines below, each behind `>`.',
  }),
})

/** A line that begins a part of a quote. */
interface Marker {
  kind: 'div' | 'video' | 'alert'
  /** Attributes of a `div`, the address of a video. */
  rest: string
  /** Of a video. */
  title?: string
  line: SourceLine
}

interface Part {
  marker?: Marker
  children: Blockquote['children']
}

const alert = new RegExp(String.raw`^\[!(?:${alertKinds.join('|')})\]\s*$`, 'i')
const div = /^\[!div(?:\s+([^\]]*))?\]\s*$/i
const video = /^\[!video\s+([^\s\]]+)(?:\s+(?:title=)?([^\]]*?))?\s*\]\s*$/i
/** What Microsoft's site shows by its number alone. */
const videoNumber = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Comes before `remarkAlerts`, which reads the quotes that are left. */
export default function remarkQuoteSections() {
  return (tree: Root, file: VFile): undefined => {
    const source = sourceOf(file)
    if (/\[!(?:div|video)\b/i.test(source)) cutQuotes(tree, 0, source, file)
  }
}

/** @param depth - How many `>` are before each line inside `parent`. */
function cutQuotes(parent: Nodes, depth: number, source: string, file: VFile): void {
  if (!('children' in parent) || parent.type === 'paragraph') return
  const children = (parent.children as Nodes[]).flatMap((child): Nodes[] => {
    const isQuote = child.type === 'blockquote'
    cutQuotes(child, isQuote ? depth + 1 : depth, source, file)
    return isQuote ? drawQuote(child, depth + 1, source, file) : [child]
  })
  parent.children = children as typeof parent.children
}

function drawQuote(quote: Blockquote, depth: number, source: string, file: VFile): RootContent[] {
  const parts = partsOf(quote, depth, source)
  if (parts.every(({ marker }) => !marker)) return [quote]
  return parts.flatMap(({ marker, children }): RootContent[] => {
    if (marker?.kind === 'div') return [boxOf(marker, quote, children, file)]
    const own = children.length > 0 ? [quotePiece(quote, children)] : []
    return marker?.kind === 'video' ? [videoBlock(marker), ...own] : own
  })
}

/** Without attributes, too: `[!div]` is a plain box. */
function boxOf(
  { rest, line }: Marker,
  quote: Blockquote,
  children: Blockquote['children'],
  file: VFile,
): Blockquote {
  const { properties, unknown } = boxProperties(rest)
  const place = line.place
  if (unknown) report(file, problem('div-attribute', unknown), place)
  if (children.length === 0) report(file, problem('div-empty'), place)
  return {
    ...quote,
    children,
    data: { ...quote.data, hName: 'div', hProperties: properties },
  }
}

/** A video as a link: its site is asked for nothing before the reader wants it. */
function videoBlock({ rest: typed, title, line: { place: position } }: Marker): Paragraph {
  const words = { type: 'text' as const, value: title || typed, position }
  return {
    type: 'paragraph',
    position,
    data: { hName: 'div', hProperties: { className: ['embeddedvideo'] } },
    children: [{ type: 'link', url: videoAddress(typed), position, children: [words] }],
  }
}

function quotePiece(quote: Blockquote, children: Blockquote['children']): Blockquote {
  const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end]
  return { ...quote, children, ...(start && end && { position: { start, end } }) }
}

function partsOf(quote: Blockquote, depth: number, source: string): Part[] {
  let part: Part = { children: [] }
  const parts = [part]
  for (const block of quote.children) {
    const lines = block.type === 'paragraph' ? linesOf(block, source) : []
    const markers = lines.flatMap((line) => markerIn(line, depth) ?? [])
    if (block.type !== 'paragraph' || markers.length === 0) {
      part.children.push(block)
      continue
    }
    let from = 0
    for (const marker of markers) {
      const at = lines.indexOf(marker.line)
      // An alert ends a box; in a quote it is read where it stands.
      if (marker.kind === 'alert' && !part.marker) continue
      append(part.children, paragraphOf(block, lines.slice(from, at)))
      part = { children: [], ...(marker.kind !== 'alert' && { marker }) }
      parts.push(part)
      from = marker.kind === 'alert' ? at : at + 1
    }
    append(part.children, paragraphOf(block, lines.slice(from)))
  }
  return parts
}

function markerIn(line: SourceLine, depth: number): Marker | undefined {
  const { text, quotes } = line
  if (quotes !== undefined && quotes !== depth) return undefined
  const [isDiv, attributes = ''] = div.exec(text) ?? []
  if (isDiv) return { kind: 'div', rest: attributes, line }
  const [, address, typed = ''] = video.exec(text) ?? []
  const title = typed.replace(/^"(.*)"$|^'(.*)'$/, '$1$2')
  if (address) return { kind: 'video', rest: addressOf(address), title, line }
  return alert.test(text) ? { kind: 'alert', rest: '', line } : undefined
}

/** An address in brackets is meant without them. */
function addressOf(typed: string): string {
  if (videoNumber.test(typed)) return `https://learn-video.azurefd.net/vod/player?id=${typed}`
  return /^\((https?:.*)\)$/i.exec(typed)?.[1] ?? typed
}

function paragraphOf(paragraph: Paragraph, lines: readonly SourceLine[]): Paragraph[] {
  const children = cutLines(paragraph, lines)
  const [start, end] = [lines[0]?.place.start, lines.at(-1)?.place.end]
  return children.length > 0
    ? [{ ...paragraph, children, ...(start && end && { position: { start, end } }) }]
    : []
}
