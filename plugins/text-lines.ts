/** The lines of a text node, with their places in the source. */
import type { Text } from 'mdast'
import type { Point, Position } from 'unist'
import { lastUpTo } from './last-up-to.ts'

/** A line of a text in the source, without what its quotes and lists put before it. */
export interface TextLine {
  prefix: string
  raw: string
  place: Position | undefined
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
export function textLineAt(text: Text, index: number, source: string): TextLine {
  if (text.position?.start.offset === undefined) return { prefix: '', raw: '', place: undefined }
  const { start } = text.position
  const { inText, inSource } = linesOf(text, source)
  const feeds = lastUpTo(inText, index)
  const offset = inSource[feeds] ?? 0
  const line = lineFrom(source, offset)
  const prefix = feeds === 0 ? line.slice(0, start.column - 1) : (/^[ \t>]*/.exec(line)?.[0] ?? '')
  const raw = line.slice(prefix.length).trimEnd()
  const from = movePoint({ line: start.line + feeds, column: 1, offset }, prefix.length)
  return { prefix, raw, place: { start: from, end: movePoint(from, raw.length) } }
}

function lineFrom(source: string, offset: number): string {
  return /.*(?:\r\n?|\n|$)/.exec(source.slice(offset))?.[0] ?? ''
}

/** The point `characters` further on the same line. */
export function movePoint({ line, column, offset = 0 }: Point, characters: number): Point {
  return { line, column: column + characters, offset: offset + characters }
}
