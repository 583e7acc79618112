/** Positions in files that are not parsed as Markdown. */
import type { Point, Position } from 'unist'

/** Line and column, from 1, of an offset in a text. */
export function pointAt(text: string, offset: number): Point {
  const lines = text.slice(0, Math.max(0, offset)).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

/** The same for many offsets of one text, without counting lines from the beginning each time. */
export function pointsIn(text: string): (offset: number) => Required<Point> {
  const starts = [0]
  for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1))
    starts.push(index + 1)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset }
  }
}

/**
 * The position of the first `words` in a text after those of `after`, each of which follows the one before it; the
 * beginning of the text if there is none.
 */
export function placeOf(text: string, title: string, after: readonly string[] = []): Position {
  const from = after.reduce((index, mark) => Math.max(index, text.indexOf(mark, index)), 0)
  const offset = Math.max(0, text.indexOf(title, from))
  const start = pointAt(text, offset)
  return { start, end: { line: start.line, column: start.column + title.length } }
}

/** The same for a string of a configuration in quotes of any kind; the last of `after` if there is none. */
export function placeOfString(
  text: string,
  value: string,
  after: readonly string[] = [],
): Position {
  // As long as before, so that offsets stay the same.
  const quoted = text.replaceAll('"', "'")
  const last = after.at(-1)
  const isThere = last === undefined || quoted.includes(`'${value}'`)
  return isThere ? placeOf(quoted, `'${value}'`, after) : placeOf(quoted, last, after.slice(0, -1))
}
