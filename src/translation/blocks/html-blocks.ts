/** The words of raw HTML as inline trees, which other blocks have from Markdown. */
import type { Html, PhrasingContent } from 'mdast'
import { type HtmlPiece, htmlPieces, htmlRuns, offsetMap } from '#plugins/html-words.ts'
import { pointsIn } from '../../docsets/source-position.ts'

interface HtmlWords {
  /** Text nodes, and an `html` node for each tag, with offsets in the file. */
  inline: PhrasingContent[]
  start: number
  end: number
}

/** What there is to see in raw HTML, in its order. */
export type HtmlPart =
  | { kind: 'open'; name: string }
  | { kind: 'close'; name: string }
  | ({ kind: 'words' } & HtmlWords)
  /** A tag outside of words that may have a text, such as an image’s. */
  | { kind: 'tag'; node: Html }

/**
 * Tags and text of an `html` node between paragraphs.
 *
 * @param text - The text of the file.
 * @returns Nothing if its lines are not those of the file.
 */
export function htmlParts({ value, position }: Html, text: string): HtmlPart[] {
  const from = position?.start.offset
  const to = position?.end.offset
  if (from === undefined || to === undefined) return []
  const offsetOf = offsetMap(value, text.slice(from, to), from)
  if (!offsetOf) return []
  const pointAt = pointsIn(text)
  const pieces = htmlPieces(value)
  const runs = htmlRuns(pieces)
  const parts: { offset: number; part: HtmlPart }[] = runs.map((run) => {
    const inline = run.pieces.map(nodeOf)
    const [start, end] = [offsetOf(run.start), endOf(run.end)]
    return { offset: run.start, part: { kind: 'words', inline, start, end } }
  })
  for (const piece of pieces) {
    if (
      piece.kind === 'text' ||
      runs.some((run) => run.start <= piece.start && piece.end <= run.end)
    )
      continue
    if (piece.kind === 'open') {
      const node = nodeOf(piece)
      if (node.type === 'html') parts.push({ offset: piece.start, part: { kind: 'tag', node } })
    }
    if (piece.kind === 'close' || !piece.isClosed) {
      parts.push({ offset: piece.start, part: { kind: piece.kind, name: piece.name } })
    }
  }
  return parts.toSorted((a, b) => a.offset - b.offset).map(({ part }) => part)

  function nodeOf(piece: HtmlPiece): PhrasingContent {
    const place = {
      start: pointAt(offsetOf?.(piece.start) ?? 0),
      end: pointAt(endOf(piece.end)),
    }
    return piece.kind === 'text'
      ? { type: 'text', value: piece.value, position: place }
      : { type: 'html', value: value.slice(piece.start, piece.end), position: place }
  }

  /** The end of a piece is on its own line, not at the beginning of the next one. */
  function endOf(offset: number): number {
    return (offsetOf?.(offset - 1) ?? 0) + 1
  }
}

/** The inline tree of HTML text that is alone, with offsets from 0. */
export function htmlInline(html: string): PhrasingContent[] | undefined {
  const runs = htmlRuns(htmlPieces(html))
  const [run, ...others] = runs
  if (!run || others.length > 0 || run.start > 0 || run.end < html.trimEnd().length)
    return undefined
  const pointAt = pointsIn(html)
  return run.pieces.map((piece): PhrasingContent => {
    const position = { start: pointAt(piece.start), end: pointAt(piece.end) }
    return piece.kind === 'text'
      ? { type: 'text', value: piece.value, position }
      : { type: 'html', value: html.slice(piece.start, piece.end), position }
  })
}
