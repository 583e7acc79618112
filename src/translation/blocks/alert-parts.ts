/** Take the lines of markers such as `[!NOTE]` out of a paragraph; no reader sees them. */
import type { Paragraph, PhrasingContent, Text } from 'mdast'
import { pointsIn } from '../../docsets/source-position.ts'

const marker = /^\[!(?:note|tip|important|caution|warning|div\b[^\]]*)\]\s*$/i

/** The paragraphs that are left: one, none, or several where a quote holds several alerts. */
export function withoutMarkers(
  paragraph: Paragraph,
  text: string,
): { parts: PhrasingContent[][]; hasMarker: boolean } {
  const pointAt = pointsIn(text)
  const parts: PhrasingContent[][] = [[]]
  let hasMarker = false
  for (const [index, child] of paragraph.children.entries()) {
    if (child.type !== 'text') {
      parts.at(-1)?.push(child)
      continue
    }
    const lines = linesOf(child, text)
    let remaining: Line[] = []
    for (const [offset, line] of lines.entries()) {
      const opens = offset > 0 || isEdge(paragraph.children[index - 1])
      const closes = offset < lines.length - 1 || isEdge(paragraph.children[index + 1])
      if (!opens || !closes || !marker.test(line.value)) {
        remaining.push(line)
        continue
      }
      hasMarker = true
      addLines(remaining)
      remaining = []
      parts.push([])
    }
    addLines(remaining)
  }
  const trimmed = parts.map(withoutBreaks).filter((part) => part.length > 0)
  return { parts: hasMarker ? trimmed : [paragraph.children], hasMarker }

  function addLines(lines: readonly Line[]): void {
    const [first] = lines
    const last = lines.at(-1)
    if (!first || !last) return
    const value = lines.map((line) => line.value).join('\n')
    const position = { start: pointAt(first.start), end: pointAt(last.end) }
    if (value.trim()) parts.at(-1)?.push({ type: 'text', value, position })
  }
}

interface Line {
  value: string
  start: number
  end: number
}

/** Lines of a text with their offsets, without what quotes and lists put before each. */
function linesOf({ value, position }: Text, text: string): Line[] {
  const from = position?.start.offset ?? 0
  const to = position?.end.offset ?? 0
  const values = value.split('\n')
  const typed = text.slice(from, to).split(/(\r\n?|\n)/)
  if (typed.length !== values.length * 2 - 1) return [{ value, start: from, end: to }]
  let offset = from
  return values.map((line, index) => {
    const raw = typed[index * 2] ?? ''
    const prefix = index === 0 ? 0 : (/^[ \t>]*/.exec(raw)?.[0].length ?? 0)
    const start = offset + prefix
    const end = offset + raw.length
    offset = end + (typed[index * 2 + 1]?.length ?? 0)
    return { value: line, start, end }
  })
}

function withoutBreaks(nodes: PhrasingContent[]): PhrasingContent[] {
  const from = nodes.findIndex(({ type }) => type !== 'break')
  const to = nodes.findLastIndex(({ type }) => type !== 'break')
  return from < 0 ? [] : nodes.slice(from, to + 1)
}

function isEdge(node: PhrasingContent | undefined): boolean {
  return node === undefined || node.type === 'break'
}
