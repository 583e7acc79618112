/** YAML written as Markdown, line by line, with the way back to the values that its words come from. */
import type { Point } from 'unist'
import { type Node, type Scalar, isScalar } from 'yaml'
import { append } from '#plugins/large-arrays.ts'
import { parseYaml } from '../../yaml.ts'

/** A line of Markdown, and where its words are in the file. */
interface Line {
  text: string
  place: Point
}

/** How a value stands in the Markdown. */
interface TextForm {
  /** What stands before its first line, and before the others. */
  mark: string
  indent: string
  /**
   * `markdown` is Markdown, `line` Markdown on one line, `words` text whose signs are escaped, `quoted` text of the
   * front matter.
   */
  form: 'markdown' | 'line' | 'words' | 'quoted'
}

/** Where a value is in the Markdown, and where in the file. */
export interface YamlValue extends TextForm {
  /** Offsets in the Markdown of its lines, whole. */
  start: number
  end: number
  /** Offset in the file of its scalar. */
  offset: number
}

export interface YamlMarkdown {
  /** The file. */
  file: string
  markdown: string
  /** Its values, in the order of the Markdown. */
  texts: readonly YamlValue[]
  /** The place in the file of a place in the Markdown. */
  placeOf: (point: Point) => Point
  /**
   * Of a file whose texts have keys: the file with words by key, in place of `texts`; see `keyed-texts.ts`. `file` is the
   * file where it has changed since.
   */
  write?: (words: ReadonlyMap<string, string>, file?: string) => string | undefined
}

/** One file that is being written as Markdown. */
export interface Writing {
  lines: Line[]
  texts: (TextForm & { from: number; to: number; offset: number })[]
  pointAt: (offset: number) => Point
  source: readonly string[]
}

/** Begin to write a file, with its tree; an empty tree for a file that is no YAML. */
export function startWriting(text: string): {
  writing: Writing
  document: ReturnType<typeof parseYaml>['document']
} {
  const { document, pointAt } = parseYaml(text)
  const source = text.split(/\r\n?|\n/)
  return { writing: { lines: [], texts: [], pointAt, source }, document }
}

/** What was written. */
export function toYamlMarkdown({ lines, texts }: Writing, file: string): YamlMarkdown {
  const starts = [0]
  for (const { text } of lines) starts.push((starts.at(-1) ?? 0) + text.length + 1)
  return {
    file,
    markdown: lines.map((line) => line.text).join('\n'),
    texts: texts.map(({ from, to, ...text }) => ({
      ...text,
      start: starts[from] ?? 0,
      end: (starts[to] ?? 0) - 1,
    })),
    placeOf: ({ line, column }) => {
      const known = lines[line - 1]?.place ?? lines.at(-1)?.place ?? { line: 1, column: 1 }
      return { line: known.line, column: known.column + column - 1 }
    },
  }
}

/** Write the lines of a scalar; nothing for another node, or one without a value. */
export function writeText(writing: Writing, node: Node, { mark, indent }: Omit<TextForm, 'form'>) {
  if (!isScalar(node)) return
  const from = writing.lines.length
  const lines = linesOf(writing, node).map(({ text, place }, index) => {
    const before = index === 0 ? mark : indent
    const start = { line: place.line, column: place.column - before.length }
    return { text: text && before + text, place: start }
  })
  append(writing.lines, lines)
  record(writing, node, from, { mark, indent, form: 'markdown' })
  blank(writing)
}

/** Write a scalar on one line. */
export function writeLine(
  writing: Writing,
  node: Node,
  mark: string,
  form: Exclude<TextForm['form'], 'markdown'> = 'line',
  after = '',
): void {
  if (!isScalar(node)) return
  const from = writing.lines.length
  const [first] = linesOf(writing, node)
  if (!first) return
  const words = scalarWords(node)
  const place = { line: first.place.line, column: first.place.column - mark.length }
  writing.lines.push({ text: mark + typedAs(form, words) + after, place })
  record(writing, node, from, { mark, indent: '', form })
}

/** The words of a scalar on one line. */
export function scalarWords(node: Scalar): string {
  return valueOf(node)
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .trim()
}

/** Write a line that stands for no text of the file. */
export function writeMark(writing: Writing, text: string, node: Node): void {
  writing.lines.push({ text, place: writing.pointAt(node.range?.[0] ?? 0) })
}

export function blank({ lines }: Writing): void {
  lines.push({ text: '', place: lines.at(-1)?.place ?? { line: 1, column: 1 } })
}

function record(writing: Writing, node: Scalar, from: number, form: TextForm): void {
  writing.texts.push({ ...form, from, to: writing.lines.length, offset: node.range?.[0] ?? 0 })
}

function typedAs(form: TextForm['form'], words: string): string {
  if (form === 'quoted') return JSON.stringify(words)
  return form === 'words' ? escapeSigns(words) : words
}

/** Words as Markdown that says just them: every sign may be markup. */
export function escapeSigns(words: string): string {
  return words.replace(/[!-/:-@[-`{-~]/g, '\\$&')
}

/** The lines of a scalar; in `|` and `>` each stands on its own line of the file. */
function linesOf({ pointAt, source }: Writing, node: Scalar): Line[] {
  const start = pointAt(node.range?.[0] ?? 0)
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED'
  const value = valueOf(node).replace(/\n+$/, '')
  return value.split('\n').map((text, index) => {
    if (!isBlock) {
      const isQuoted = /^QUOTE/.test(String(node.type))
      return { text, place: { line: start.line, column: start.column + Number(isQuoted) } }
    }
    const line = start.line + 1 + index
    const typed = source[line - 1] ?? ''
    const column = Math.max(typed.length - text.trimEnd().length, 0) + 1
    return { text, place: { line, column: typed.endsWith(text) ? column : 1 } }
  })
}

export function valueOf(node: Scalar): string {
  const { value } = node
  return typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value)
}
