/**
 * Find the front matter of a page, and what keeps it from being read. It begins on line 1 with `---` and ends with
 * `---`, each alone on its line, which is what all readers of front matter agree on. A block that was meant as front
 * matter is found too, so that it is never shown as text.
 */
import type { Point } from 'unist'
import { memoizeLast } from './last-result.ts'
import { parseYaml } from './yaml.ts'

export interface FrontMatterBlock {
  /** Offsets of the block, both fences included, without the last line break. */
  start: number
  end: number
  /** The YAML between the fences, and where it begins. */
  yaml: string
  yamlStart: number
  /** Why it is not read, as a message for its author, and where. */
  fault?: { reason: string; place: Point }
}

interface Line {
  text: string
  start: number
  number: number
}

const key = /^(?:(?:"[^"]*"|'[^']*')[ \t]*|[\p{L}_][\p{L}\p{N}_. \t-]*):(?:[ \t]|$)/u
/** Keys that prose does not begin with. */
const topKey = /^(?:title|description|updated|author|ms\.[a-z]+|uid|layout)[ \t]*:[ \t]/
const rule = 'Front matter begins on line 1 with `---` and ends with `---`, each alone on its line.'

/** The block of a page's text, which has no byte order mark; undefined where the page has none. */
export const frontMatterBlock: (text: string) => FrontMatterBlock | undefined =
  memoizeLast(findBlock)

function findBlock(text: string): FrontMatterBlock | undefined {
  const lines = linesOf(text)
  const first = lines.findIndex((line) => !/^[\s\u200B\uFEFF]*$/.test(line.text))
  const opening = lines[first]
  if (!opening) return undefined
  if (topKey.test(opening.text)) return withoutOpening(text, lines, first)
  const [, indent = '', fence = ''] =
    /^([\s\u200B\uFEFF]*)(-{2,}|\+{3,})[ \t]*$/.exec(opening.text) ?? []
  if (!fence) return undefined
  const isRight = first === 0 && indent === '' && fence === '---'
  const second = lines
    .slice(first + 1)
    .find((line) => line.text.trim() && !line.text.startsWith('#'))
  const closing = closingOf(lines, first, fence)
  const isMeant = fence.startsWith('+')
    ? /^[\w-]+\s*=|^\[/.test(second?.text ?? '')
    : key.test(second?.text ?? '')
  // A thematic break, and the text between two of them.
  if (!isMeant && !(isRight && closing && isFence(closing))) return undefined

  const last = closing ?? lastOfKeys(lines, first)
  const yamlEnd = closing?.start ?? last.start + last.text.length
  const yamlStart = opening.start + opening.text.length + lineEndAt(text, opening)
  const fault = wrongIn({ first, indent, fence, opening, closing, last })
  return {
    start: opening.start,
    end: last.start + last.text.length,
    yaml: yamlIn(text.slice(yamlStart, Math.max(yamlStart, yamlEnd))),
    yamlStart,
    ...(fault && { fault }),
  }
}

/**
 * The YAML without its last line break, so that an error at its end is on its last line. YAML knows no lone carriage
 * return.
 */
function yamlIn(text: string): string {
  return text.replace(/(?:\r\n?|\n)$/, '').replace(/\r(?!\n)/g, '\n')
}

/** The text with unreadable front matter replaced by spaces, so that it is not taken for prose. */
export function withoutWrongFrontMatter(text: string): string {
  const block = frontMatterBlock(text)
  if (!block?.fault) return text
  const blanked = text.slice(block.start, block.end).replace(/[^\r\n]/g, ' ')
  return text.slice(0, block.start) + blanked + text.slice(block.end)
}

/** The line that ends the block: a correct fence before any prose, else one that was meant as a fence, else any. */
function closingOf(lines: readonly Line[], first: number, fence: string): Line | undefined {
  const rest = lines.slice(first + 1)
  if (fence.startsWith('+')) return rest.find(({ text }) => /^\+{3,}[ \t]*$/.test(text))
  const wordCount = rest.findIndex(({ text }) => !isOfKeys(text) && !isFenceLike(text))
  const keys = wordCount < 0 ? rest : rest.slice(0, wordCount)
  const near = keys.find(isFence) ?? keys.find(({ text }) => isFenceLike(text))
  if (near) return near
  const far = rest.find(isFence)
  // Prose between the keys and a thematic break: YAML accepts some of it as a quoted scalar over several lines.
  return far && isYaml(lines.slice(first + 1, far.number - 1)) ? far : undefined
}

function isYaml(lines: readonly Line[]): boolean {
  const yaml = lines.map(({ text }) => text).join('\n')
  return parseYaml(yaml).errors.length === 0
}

function isFence({ text }: Line): boolean {
  return /^---[ \t]*$/.test(text)
}

function isFenceLike(text: string): boolean {
  return /^ {0,3}(?:-{2,}|\.{3})[ \t]*$/.test(text)
}

/** Keys with `---` only below them, which Markdown reads as a heading. */
function withoutOpening(
  text: string,
  lines: readonly Line[],
  first: number,
): FrontMatterBlock | undefined {
  const opening = lines[first] as Line
  const closing = closingOf(lines, first - 1, '---')
  if (!closing || !isFence(closing)) return undefined
  const place = { line: opening.number, column: 1, offset: opening.start }
  const reason = `Front matter has no \`---\` before it and is not read. ${rule}`
  return {
    start: opening.start,
    end: closing.start + closing.text.length,
    yaml: text.slice(opening.start, closing.start),
    yamlStart: opening.start,
    fault: { reason, place },
  }
}

function wrongIn(match: {
  first: number
  indent: string
  fence: string
  opening: Line
  closing: Line | undefined
  last: Line
}): FrontMatterBlock['fault'] {
  const { first, indent, fence, opening, closing, last } = match
  const place = { line: opening.number, column: 1, offset: opening.start }
  if (fence.startsWith('+')) {
    return {
      reason: `Front matter between \`${fence}\` is TOML, which is not read. ${rule} It holds YAML, \`title: Words\`.`,
      place,
    }
  }
  if (first > 0) {
    return {
      reason: `Front matter begins on line ${opening.number} and is not read. ${rule} Delete what stands before it.`,
      place,
    }
  }
  if (indent)
    return {
      reason: `Front matter has a space before its \`${fence}\` and is not read. ${rule}`,
      place,
    }
  if (fence !== '---')
    return { reason: `Front matter begins with \`${fence}\` and is not read. ${rule}`, place }
  if (!closing) {
    return {
      reason: `Front matter has no end and is not read. Write \`---\` alone on a line below line ${last.number}.`,
      place,
    }
  }
  if (isFence(closing)) return undefined
  const point = { line: closing.number, column: 1, offset: closing.start }
  return {
    reason: `Front matter ends with \`${closing.text.trimEnd()}\` and is not read. ${rule}`,
    place: point,
  }
}

/** Of front matter without an end, the last line that is a key, or belongs to one. */
function lastOfKeys(lines: readonly Line[], first: number): Line {
  const rest = lines.slice(first + 1)
  const wordCount = rest.findIndex(({ text }) => !text.trim() || !isOfKeys(text))
  const keys = wordCount < 0 ? rest : rest.slice(0, wordCount)
  return keys.at(-1) ?? (lines[first] as Line)
}

function isOfKeys(text: string): boolean {
  return !text.trim() || key.test(text) || /^(?:[ \t]|#|-[ \t]|-$|\?[ \t])/.test(text)
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const end of [...text.matchAll(/\r\n?|\n|$/g)]) {
    lines.push({ text: text.slice(start, end.index), start, number: lines.length + 1 })
    start = end.index + end[0].length
  }
  return lines
}

function lineEndAt(text: string, { start, text: line }: Line): number {
  return /^(?:\r\n?|\n)?/.exec(text.slice(start + line.length))?.[0].length ?? 0
}
