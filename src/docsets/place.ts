/** Places in files that no Markdown parser reads. */
import type { Point, Position } from 'unist'

/** Line and column, from 1, of an offset in a text. */
export function pointAt(text: string, offset: number): Point {
  const lines = text.slice(0, Math.max(0, offset)).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

/** Where `words` first stand in a text; its beginning when they do not. */
export function placeOf(text: string, words: string): Position {
  const offset = Math.max(0, text.indexOf(words))
  const start = pointAt(text, offset)
  return { start, end: { line: start.line, column: start.column + words.length } }
}
