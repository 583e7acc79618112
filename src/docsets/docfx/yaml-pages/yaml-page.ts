/**
 * Write a `.yml` page of docfx as Markdown: its title, its texts in their order, a heading over each part.
 *
 * Such pages (`YamlMime: Tutorial`, `FAQ`, `Module` …) hold Markdown in YAML. Their keys are those of the schemas of
 * Microsoft’s documentation; what a key says about the page, not to its readers, is left out.
 */
import type { Point } from 'unist'
import { type Node, type Scalar, isMap, isScalar, isSeq, type YAMLMap } from 'yaml'
import { append } from '#plugins/large-arrays.ts'
import { parseYaml } from '../../yaml.ts'

/** Kinds of pages that are made of texts. */
export const textKinds: ReadonlySet<string> = new Set([
  'Tutorial',
  'Quickstart',
  'QuickStart',
  'HowTo',
  'Concept',
  'FAQ',
  'LearningPath',
  'Module',
  'ModuleUnit',
])

/** A line of Markdown, and where its words are in the file. */
interface Line {
  text: string
  place: Point
}

export interface YamlPage {
  markdown: string
  /** The place in the file of a place in the Markdown. */
  placeOf: (point: Point) => Point
  /** Keys whose value is not shown, with their places. */
  unread: readonly { key: string; place: Point }[]
}

export interface YamlPageOptions {
  /** The heading over what readers need before they begin. */
  prerequisites: string
  /** Headings have the ids that Microsoft’s site gives to questions; a translation has those of its source. */
  hasQuestionIds?: boolean
}

const titles = ['title', 'name', 'question']
const texts = [
  'summary',
  'abstract',
  'introduction',
  'content',
  'answer',
  'text',
  'prerequisites',
  'explanation',
  'additionalContent',
  'conclusion',
]
const lists = ['sections', 'items', 'steps', 'tasks', 'parts', 'questions', 'choices']
const references = ['modules', 'units']
/** What Microsoft’s site does with a page. */
const settings =
  /^(?:metadata|uid|iconUrl|levels?|roles?|products?|subjects?|badge|trophy|achievement|durationInMinutes|duration|isCorrect|hidden|ratingEnabled|azureSandbox|sandbox|lab\w*|interactive|displayType|color|parentUid|\w+\.\w+)$/

/** One file that is being written. */
interface Writing {
  lines: Line[]
  pointAt: (offset: number) => Point
  source: readonly string[]
  options: YamlPageOptions
  unread: YamlPage['unread'][number][]
}

/** The page as Markdown; an empty one for a file that is no YAML. */
export function yamlPage(text: string, options: YamlPageOptions): YamlPage {
  const { document, pointAt } = parseYaml(text)
  const source = text.split(/\r\n?|\n/)
  const writing: Writing = { lines: [], pointAt, source, options, unread: [] }
  if (isMap(document.contents)) writePart(writing, document.contents, 1)
  const { lines, unread } = writing
  return {
    markdown: lines.map((line) => line.text).join('\n'),
    placeOf: ({ line, column }) => {
      const known = lines[line - 1]?.place ?? lines.at(-1)?.place ?? { line: 1, column: 1 }
      return { line: known.line, column: known.column + column - 1 }
    },
    unread,
  }
}

/** A map: its title as a heading, its texts, then its parts, one level deeper where it has a title. */
function writePart(writing: Writing, part: YAMLMap, depth: number): void {
  const entries = part.items.flatMap(({ key, value }) =>
    isScalar(key) ? [{ key, name: String(key.value), value: value as Node | null }] : [],
  )
  const title = titles.flatMap((name) => entries.filter((entry) => entry.name === name))[0]
  const hasTitle = isScalar(title?.value) && title.value.value !== null
  if (hasTitle) writeHeading(writing, title.value as Node, depth)
  const below = hasTitle ? Math.min(depth + 1, 6) : depth
  for (const entry of entries) {
    const { name, value } = entry
    if (entry === title || value === null || isEmpty(value) || settings.test(name)) continue
    if (name === 'prerequisites') writeLabel(writing, writing.options.prerequisites, value, below)
    if (texts.includes(name) && isScalar(value)) writeText(writing, value, '')
    else if (references.includes(name) && isSeq(value)) writeReferences(writing, value.items)
    else if (isSeq(value) && (lists.includes(name) || texts.includes(name))) {
      writeList(writing, value.items as Node[], name, below)
    } else if (name === 'quiz' && isMap(value)) writePart(writing, value, below)
    else writing.unread.push({ key: name, place: writing.pointAt(entry.key.range?.[0] ?? 0) })
  }
}

function writeList(writing: Writing, items: readonly Node[], name: string, depth: number): void {
  for (const item of items) {
    if (isMap(item) && name === 'choices') writeChoice(writing, item)
    else if (isMap(item)) writePart(writing, item, depth)
    else if (isScalar(item)) writeText(writing, item, '- ')
  }
}

/** An answer to choose, marked where it is the right one, and why. */
function writeChoice(writing: Writing, choice: YAMLMap): void {
  const content = choice.get('content', true) as Node | undefined
  const explanation = choice.get('explanation', true) as Node | undefined
  if (content) writeText(writing, content, choice.get('isCorrect') === true ? '- ✓ ' : '- ')
  if (explanation && !isEmpty(explanation)) writeText(writing, explanation, '  ')
}

/** Modules and units are named by their `uid`. */
function writeReferences(writing: Writing, items: readonly unknown[]): void {
  for (const item of items) {
    if (!isScalar(item)) continue
    const [line] = linesOf(writing, item)
    if (line) writing.lines.push({ ...line, text: `- <xref:${line.text.trim()}>` })
  }
  blank(writing)
}

function writeHeading(writing: Writing, node: Node, depth: number): void {
  const [first, ...others] = linesOf(writing, node)
  if (!first) return
  const text = [first, ...others].map((line) => line.text.trim()).join(' ')
  const id = writing.options.hasQuestionIds && depth > 1 ? questionId(text) : ''
  const mark = `${'#'.repeat(depth)} ${id && `<a name="${id}"></a>`}`
  const place = { line: first.place.line, column: first.place.column - mark.length }
  writing.lines.push({ text: mark + text.trim(), place })
  blank(writing)
}

/** `Is NuGet.org free? Yes.` is `is-nuget-org-free--yes` there: a hyphen for each sign, but none at the end. */
function questionId(text: string): string {
  return text
    .replace(/[`*]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '-')
    .replace(/^-+|-+$/g, '')
}

function writeLabel(writing: Writing, label: string, node: Node, depth: number): void {
  const place = writing.pointAt(node.range?.[0] ?? 0)
  writing.lines.push({ text: `${'#'.repeat(depth)} ${label}`, place })
  blank(writing)
}

/** @param mark - What begins its first line; the others are indented as far. */
function writeText(writing: Writing, node: Node, mark: string): void {
  const indent = mark.startsWith('-') ? '  ' : mark
  const lines = linesOf(writing, node).map(({ text, place }, index) => {
    const before = index === 0 ? mark : indent
    const start = { line: place.line, column: place.column - before.length }
    return { text: text && before + text, place: start }
  })
  append(writing.lines, lines)
  blank(writing)
}

function blank({ lines }: Writing): void {
  lines.push({ text: '', place: lines.at(-1)?.place ?? { line: 1, column: 1 } })
}

/** The lines of a scalar; in `|` and `>` each stands on its own line of the file. */
function linesOf({ pointAt, source }: Writing, node: Node): Line[] {
  if (!isScalar(node)) return []
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

function isEmpty(node: Node): boolean {
  if (isScalar(node)) return node.value === null || valueOf(node).trim() === ''
  return (isSeq(node) || isMap(node)) && node.items.length === 0
}

function valueOf(node: Scalar): string {
  const { value } = node
  return typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value)
}
