/** Lines of a paragraph in a quote, and what of the paragraph stands on some of them. */
import type { Paragraph, PhrasingContent, Text } from 'mdast'
import type { Point, Position } from 'unist'

export interface SourceLine {
  /** As typed, without what quotes and lists put before it. */
  text: string
  /** How many `>` are before it; undefined for the paragraph’s first line, which is where it is. */
  quotes?: number
  place: Position
}

/** The lines of a paragraph, in order. */
export function linesOf({ position }: Paragraph, source: string): SourceLine[] {
  const { start, end } = position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return []
  const lines: SourceLine[] = []
  let offset = start.offset
  for (let number = start.line; number <= end.line; number++) {
    const [raw = ''] = /.*/.exec(source.slice(offset)) ?? []
    const typed = raw.trimEnd()
    const isFirst = number === start.line
    const prefix = isFirst ? '' : (/^[ \t>]*/.exec(typed)?.[0] ?? '')
    const column = (isFirst ? start.column : 1) + prefix.length
    const from: Point = { line: number, column, offset: offset + prefix.length }
    const text = typed.slice(prefix.length)
    const to = {
      line: number,
      column: column + text.length,
      offset: (from.offset ?? 0) + text.length,
    }
    lines.push({
      text,
      ...(!isFirst && { quotes: prefix.split('>').length - 1 }),
      place: { start: from, end: to },
    })
    offset += raw.length + newlineAt(source, offset + raw.length)
  }
  return lines
}

function newlineAt(source: string, offset: number): number {
  return source.startsWith('\r\n', offset) ? 2 : 1
}

/**
 * What of a paragraph stands on some of its lines: texts are cut, an element that leaves the lines stays whole.
 *
 * Lines are counted: where an address was found in a text, neither has a place.
 */
export function cutLines(
  { children, position }: Paragraph,
  lines: readonly SourceLine[],
): PhrasingContent[] {
  const first = lines[0]?.place.start.line ?? Infinity
  const last = lines.at(-1)?.place.start.line ?? 0
  let line = position?.start.line ?? 1
  const result = children.flatMap((node): PhrasingContent[] => {
    const start = line
    line += newlinesIn(node)
    if (line < first || start > last) return []
    // A break ends the line that it begins on.
    if (node.type !== 'text') return start >= first ? [node] : []
    return textOn(node, start, lines)
  })
  while (result[0]?.type === 'break') result.shift()
  while (result.at(-1)?.type === 'break') result.pop()
  return result
}

function newlinesIn(node: PhrasingContent): number {
  if (node.type === 'text') return node.value.split(/\r\n?|\n/).length - 1
  const { start, end } = node.position ?? {}
  if (start && end) return end.line - start.line
  if ('children' in node) return node.children.reduce((sum, child) => sum + newlinesIn(child), 0)
  return 0
}

function textOn(text: Text, start: number, lines: readonly SourceLine[]): Text[] {
  const values = text.value.split(/\r\n?|\n/)
  const end = start + values.length - 1
  const own = lines.filter(({ place }) => place.start.line >= start && place.start.line <= end)
  const [from, to] = [own[0]?.place, own.at(-1)?.place]
  if (!from || !to) return []
  const value = values.slice(from.start.line - start, to.start.line - start + 1).join('\n')
  if (value === '') return []
  // Whole lines have the place of these; what begins or ends inside one has its own, if any.
  const first = from.start.line > start ? from.start : text.position?.start
  const last = to.start.line < end ? to.end : text.position?.end
  const { position: _, ...rest } = text
  return [{ ...rest, value, ...(first && last && { position: { start: first, end: last } }) }]
}
