/** Write on raw HTML what is known of the blocks in it: attributes on their elements, or a `<span>` around them. */
import type { Html } from 'mdast'
import {
  altIn,
  type HtmlPiece,
  htmlPieces,
  type HtmlRun,
  htmlRuns,
  offsetMap,
} from './html-words.ts'
import type { KnownBlock, WordRange } from './known-block.ts'
import { rangesAround } from './ranges-around.ts'

/** Something to put into the HTML. */
interface Insertion {
  offset: number
  text: string
}

/** A block of the node, and the attributes of its element. */
export interface HtmlMark {
  block: KnownBlock
  /** Attributes of all of its words. */
  properties: Readonly<Record<string, string>>
}

/**
 * The value of the node with all marks.
 *
 * @param text - The text of the file.
 */
export function markedHtml(node: Html, marks: readonly HtmlMark[], text: string): string {
  const { value, position } = node
  const from = position?.start.offset ?? 0
  const offsetOf = offsetMap(value, text.slice(from, position?.end.offset), from)
  if (!offsetOf) return value
  const pieces = htmlPieces(value)
  const runs = new Map(htmlRuns(pieces).map((run) => [offsetOf(run.start), run]))
  const picturesAround = rangesAround(
    pieces.filter(isPicture).map((piece) => ({
      piece,
      from: offsetOf(piece.start),
      to: offsetOf(piece.end - 1) + 1,
    })),
  )
  const insertions = marks.flatMap(({ block, properties }): Insertion[] => {
    if (block.kind === 'image') {
      const picture = picturesAround(block).at(-1)?.piece
      return picture ? inTag(picture, properties) : []
    }
    const run = runs.get(block.start)
    if (!run) return []
    return [...onElement(run, properties), ...(block.parts ? onParts(run, block.parts, block) : [])]
  })
  return inserted(value, insertions)
}

/** A tag in a sentence, such as an image’s, with more attributes. */
export function markedTag(tag: string, properties: Readonly<Record<string, string>>): string {
  const [piece] = altIn(tag) ? htmlPieces(tag) : []
  return piece ? inserted(tag, inTag(piece, properties)) : tag
}

function isPicture(piece: HtmlPiece): boolean {
  return piece.kind === 'open' && piece.name === 'img'
}

function onElement(run: HtmlRun, properties: Readonly<Record<string, string>>): Insertion[] {
  if (Object.keys(properties).length === 0) return []
  const { holder } = run
  const isFree = holder?.kind === 'open' && !holder.attributes.some(({ name }) => name === 'lang')
  if (isFree) return inTag(holder, properties)
  return [
    { offset: run.start, text: `<span${typed(properties)}>` },
    { offset: run.end, text: '</span>' },
  ]
}

/** Before the end of a start tag, which may be `/>`. */
function inTag(
  { start, name }: HtmlPiece & { name?: string },
  properties: Readonly<Record<string, string>>,
) {
  return [{ offset: start + 1 + (name?.length ?? 0), text: typed(properties) }]
}

function onParts(run: HtmlRun, parts: readonly WordRange[], { lang }: KnownBlock): Insertion[] {
  const insertions: Insertion[] = []
  let count = 0
  for (const piece of run.pieces) {
    if (piece.kind !== 'text') continue
    const length = countOf(piece.value)
    for (const part of parts) {
      const [from, to] = [Math.max(part.from, count), Math.min(part.to, count + length)]
      if (from >= to) continue
      const [start, end] = [
        indexOf(piece.value, from - count),
        indexOf(piece.value, to - 1 - count) + 1,
      ]
      const dataState = to === part.to ? 'untranslated' : 'untranslated-start'
      // Offsets of words with references are not those of their text: the whole piece is marked then.
      const isPlain = piece.end - piece.start === piece.value.length
      const properties = { lang: lang ?? '', 'data-state': dataState }
      insertions.push(
        { offset: isPlain ? piece.start + start : piece.start, text: `<span${typed(properties)}>` },
        { offset: isPlain ? piece.start + end : piece.end, text: '</span>' },
      )
    }
    count += length
  }
  return insertions
}

function inserted(html: string, insertions: readonly Insertion[]): string {
  let result = ''
  let end = 0
  for (const { offset, text } of insertions.toSorted((a, b) => a.offset - b.offset)) {
    result += html.slice(end, offset) + text
    end = offset
  }
  return result + html.slice(end)
}

function typed(properties: Readonly<Record<string, string>>): string {
  return Object.entries(properties)
    .map(
      ([name, value]) => ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
    )
    .join('')
}

function countOf(text: string): number {
  return text.replace(/\s/g, '').length
}

function indexOf(text: string, count: number): number {
  return [...text.matchAll(/\S/g)][count]?.index ?? text.length
}
