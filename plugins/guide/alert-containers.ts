/**
 * Rewrite the containers that other generators have for alerts, `:::note` and its kin, as alerts.
 *
 * `check --fix` does this to guides. What the containers hold stays as it is, line by line; a container whose text would
 * read otherwise as an alert stays, too.
 *
 * @example
 *   :::tip[Before you begin]
 *   Assign licences.
 *   :::
 */
import type { Nodes, Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { alertKindOf } from '../alerts.ts'
import remarkNeededGfm from '../gfm.ts'
import { typedTexts } from '../typed-text.ts'
import { visit } from '../visit.ts'

type ContainerDirective = Extract<Nodes, { type: 'containerDirective' }>

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkNeededGfm)
  .use(remarkMdx)
  .use(remarkDirective)
  .freeze()

/** `::: note` and `:::note Title`, which remark-directive leaves as text. */
const looseFence = /^[ \t]*(:{3,})[ \t]*(\p{L}+)(?:[ \t]+([^\s[\]{}][^[\]{}\r\n]*?))?[ \t]*$/gmu

/** The text with alerts, and how many there are; a text that is no MDX stays as it is. */
export function withAlerts(text: string): { text: string; count: number } {
  try {
    return rewritten(text)
  } catch {
    return { text, count: 0 }
  }
}

function rewritten(text: string): { text: string; count: number } {
  let result = withFences(text)
  let left = 0
  let count = 0
  for (;;) {
    const tree = parser.parse(result)
    // From the last one: those within others come before these.
    const container = containersIn(tree).at(-1 - left)
    if (!container) break
    const next = asAlert(result, container)
    if (next !== undefined && shapeOf(parser.parse(next)) === shapeOf(tree)) {
      result = next
      count++
    } else left++
  }
  return count > 0 ? { text: result, count } : { text, count }
}

/** Its fences as remark-directive reads them. */
function withFences(text: string): string {
  const edits: { start: number; end: number; text: string }[] = []
  for (const typed of typedTexts(parser.parse(text), text, /:::/)) {
    for (const match of typed.text.matchAll(looseFence)) {
      const [whole, colons = '', name = '', title] = match
      const start = typed.pointAt(match.index + whole.indexOf(':')).offset
      if (start === undefined || !alertKindOf(name)) continue
      const typedEnd = start + whole.trim().length
      edits.push({ start, end: typedEnd, text: `${colons}${name}${title ? `[${title}]` : ''}` })
    }
  }
  return edits.reduceRight(
    (result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end),
    text,
  )
}

/** Without attributes, which an alert has no place for. */
function containersIn(tree: Root): ContainerDirective[] {
  const found: ContainerDirective[] = []
  visit(tree, (node) => {
    if (node.type !== 'containerDirective' || !alertKindOf(node.name)) return
    if (Object.keys(node.attributes ?? {}).length === 0) found.push(node)
  })
  return found
}

/** The text with one container as an alert; undefined where its lines do not begin as its first one does. */
function asAlert(text: string, { name, children, position }: ContainerDirective) {
  const kind = alertKindOf(name)
  if (!kind || !position) return undefined
  const { start, end } = position
  const lines = text.split('\n')
  const [first = '', ...others] = lines.slice(start.line - 1, end.line)
  const before = first.slice(0, start.column - 1)
  // A list’s marker is before its first line only.
  const around = before.replace(/[^>\s]/g, ' ')
  const isClosed = /^[>\s]*:{3,}\s*$/.test(others.at(-1) ?? '')
  const content = isClosed ? others.slice(0, -1) : others
  const isAround = (line: string) => line.startsWith(around) || !line.replace(/^[>\s]*/, '')
  if (!content.every(isAround)) return undefined
  const ending = first.endsWith('\r') ? '\r' : ''
  const quoted = (words: string) => `${around}>${words.trim() && ` ${words}`}${ending}`
  const label = labelOf(first)
  const [next] = children.filter(({ data }) => !(data && 'directiveLabel' in data))
  return [
    ...lines.slice(0, start.line - 1),
    `${before}> [!${kind.toUpperCase()}]${ending}`,
    ...(label ? [quoted(`**${label}**`)] : []),
    ...(next && (label || next.type !== 'paragraph') ? [quoted('')] : []),
    ...content.map((line) => quoted(line.slice(around.length).replace(/\r$/, ''))),
    // What follows would be taken for a part of its last paragraph.
    ...(lines[end.line]?.replace(/^[>\s]*/, '') ? [around.trimEnd() + ending] : []),
    ...lines.slice(end.line),
  ].join('\n')
}

function labelOf(line: string): string | undefined {
  return /:{3,}\p{L}+\[(.+)\]\s*$/u.exec(line)?.[1]?.trim()
}

/** What a text says, whether in containers or in alerts. */
function shapeOf(tree: Root): string {
  return JSON.stringify(shape(tree))
}

function shape(node: Nodes): unknown {
  const { position: _, data, ...rest } = node
  const children = 'children' in node ? (node.children as Nodes[]) : undefined
  if (data && 'directiveLabel' in data && children)
    return { type: 'paragraph', children: [{ type: 'strong', children: children.map(shape) }] }
  if (node.type === 'containerDirective' && alertKindOf(node.name)) {
    return { alert: alertKindOf(node.name), children: node.children.map(shape) }
  }
  const marked = node.type === 'blockquote' ? withoutMarker(node.children) : undefined
  if (marked) return { alert: marked.kind, children: marked.children.map(shape) }
  if (node.type === 'text') return { type: 'text', value: node.value.replace(/\s+/g, ' ') }
  return children ? { ...rest, children: children.map(shape) } : rest
}

function withoutMarker(children: readonly Nodes[]) {
  const [first, ...others] = children
  const [text, ...words] = first?.type === 'paragraph' ? first.children : []
  if (first?.type !== 'paragraph' || text?.type !== 'text') return undefined
  const [marker = '', name = ''] = /^\[!([A-Z]+)\](?:\r?\n|$)/.exec(text.value) ?? []
  const kind = alertKindOf(name)
  if (!kind) return undefined
  const value = text.value.slice(marker.length)
  const left = value ? [{ ...text, value }, ...words] : words
  return { kind, children: left.length ? [{ ...first, children: left }, ...others] : others }
}
