/**
 * Read `TOC.md` (levels as headings) and `TOC.yml` into one tree.
 *
 * Rules from docfx `docs/specs/toc` and `docs/docs/table-of-contents.md`: any level may come first,
 * more than six `#` are fine, a level may not be skipped.
 */
import type { VFileMessage } from 'vfile-message'
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
import { parseXref, xrefIn } from '#plugins/docfx/xref/parse.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { surrogateProblem } from '../well-formed.ts'
import { parseYaml } from '../yaml.ts'

/** The keys of an entry that hold an address, the one that docfx prefers first. */
const addressKeys = ['topicHref', 'homepage', 'href', 'tocHref'] as const

/** An address as typed; without a key in `TOC.md`, which has one kind of link only. */
export interface TocAddress {
  key?: (typeof addressKeys)[number]
  url: string
}

/** An entry as typed; what its addresses mean is asked later, per language. */
export interface TocEntry {
  /** Absent where the target's own title is meant. */
  title?: string
  addresses: readonly TocAddress[]
  /** Of a page, or of what a map of cross references names; an address comes first. */
  uid?: string
  /** What else readers may call it: words to find it by. */
  keywords?: string
  /** Its branch is open. */
  isExpanded?: true
  place: { line: number; column: number }
  items: TocEntry[]
}

export interface Toc {
  entries: TocEntry[]
  messages: VFileMessage[]
}

const problem = defineProblems('docfx', {
  'toc-level': (actual: number, expected: number) => ({
    severity: 'warning',
    reason: `Heading of level ${actual} skips a level. Write level ${expected}.`,
  }),
  'toc-yaml': (actual: string) => ({
    severity: 'error',
    reason: `The table of contents cannot be read: ${actual}`,
  }),
  'toc-line': (actual: string) => ({
    severity: 'warning',
    reason: `Line \`${actual}\` is left out. Write headings such as \`## [Title](page.md)\`.`,
  }),
})

/** Read a table of contents by the extension of its file. */
export function readToc(text: string, path: string): Toc {
  return /\.ya?ml$/i.test(path) ? readYamlToc(text, path) : readMarkdownToc(text, path)
}

function readMarkdownToc(text: string, path: string): Toc {
  const entries: TocEntry[] = []
  const messages: VFileMessage[] = []
  const open: { level: number; items: TocEntry[] }[] = []
  const withoutComments = text.replace(/<!--[\s\S]*?-->/g, (comment) =>
    comment.replace(/[^\n]/g, ' '),
  )
  withoutComments.split(/\r?\n/).forEach((source, index) => {
    const place = { line: index + 1, column: 1 }
    const [, marks, rest = ''] = /^(#+)[ \t]*(.*)$/.exec(source) ?? []
    if (!marks) {
      if (source.trim()) messages.push(problemAt(path, problem('toc-line', source.trim()), place))
      return
    }
    const level = marks.length
    while (open.length && (open.at(-1)?.level ?? 0) >= level) open.pop()
    const above = open.at(-1)
    if (above && level > above.level + 1) {
      messages.push(problemAt(path, problem('toc-level', level, above.level + 1), place))
    }
    const entry: TocEntry = { ...headingEntry(withoutClosingMarks(rest)), place, items: [] }
    ;(above?.items ?? entries).push(entry)
    open.push({ level, items: entry.items })
  })
  return { entries, messages }
}

/** A heading may end with `#`, too. */
function withoutClosingMarks(text: string): string {
  const blanks = /(?<![ \t])[ \t]+$/
  return text
    .replace(blanks, '')
    .replace(/(?<!#)#+$/, '')
    .replace(blanks, '')
}

type TypedEntry = Pick<TocEntry, 'title' | 'addresses' | 'uid'>

/** `@uid` alone is what has that uid; an address may be `xref:uid`. */
function headingEntry(text: string): TypedEntry {
  const [, uid] = /^@([^\s@]\S*)$/.exec(text) ?? []
  return uid === undefined ? withUid(titleAndAddress(text)) : { uid, addresses: [] }
}

/** The same, with the uid of an address that is a cross reference. */
function withUid(entry: TypedEntry): TypedEntry {
  const addresses = entry.addresses.filter(({ url }) => xrefIn(url) === undefined)
  const xref = entry.addresses.map(({ url }) => xrefIn(url)).find((typed) => typed !== undefined)
  const uid = entry.uid ?? (xref === undefined ? undefined : parseXref(xref).uid)
  return { ...entry, addresses, ...(uid && { uid }) }
}

/** An address may hold spaces here: docfx takes it for text, readers want the link. */
function titleAndAddress(text: string): Pick<TocEntry, 'title' | 'addresses'> {
  const middle = text.startsWith('[') && text.endsWith(')') ? text.lastIndexOf('](') : -1
  const title = unescape(middle > 0 ? text.slice(1, middle) : text)
  const url = middle > 0 ? addressIn(text.slice(middle + 2, -1).trim()) : ''
  return { ...(title && { title }), addresses: url ? [{ url }] : [] }
}

/** The address without the title that a link may have in quotes or brackets: `a.md "Title"`. */
function addressIn(target: string): string {
  const [, inBrackets] = /^<([^>]*)>(?:\s+["'(].*["')])?$/.exec(target) ?? []
  if (inBrackets !== undefined) return inBrackets
  const index = target.search(/(?<!\s)\s+["'(]/)
  const isTitle = index >= 0 && /^\s+["'(].*["')]$/.test(target.slice(index))
  return isTitle ? target.slice(0, index) : target
}

/** Remove backslash escapes of Markdown. */
function unescape(text: string): string {
  return text.replace(/\\([\\`*_{}[\]()#+\-.!&<>|])/g, '$1').trim()
}

function readYamlToc(text: string, path: string): Toc {
  const { document, errors, pointAt } = parseYaml(text, { uniqueKeys: true })
  const messages = errors.map(({ message, offset }) =>
    problemAt(path, problem('toc-yaml', message), pointAt(offset)),
  )
  if (messages.length) return { entries: [], messages }

  const root = isMap(document.contents) ? document.contents.get('items', true) : document.contents
  return { entries: list(root), messages }

  function list(node: unknown): TocEntry[] {
    if (node === undefined || isNothing(node)) return []
    if (!isSeq(node)) {
      report(node, 'expected a list of `- name: …`')
      return []
    }
    return node.items.flatMap((item) => {
      if (isMap(item)) return [entryOf(item)]
      if (isNothing(item)) return []
      report(item, 'expected `- name: …` with `href:` or `items:`')
      return []
    })
  }

  function entryOf(map: YAMLMap): TocEntry {
    const title = wordsOf(map.get('name', true))
    const addresses = addressKeys.flatMap((key) => {
      const url = wordsOf(map.get(key, true))
      return url ? [{ key, url }] : []
    })
    const uid = wordsOf(map.get('uid', true)) ?? wordsOf(map.get('topicUid', true))
    const keywords = wordsOf(map.get('displayName', true))
    return {
      ...withUid({ ...(title && { title }), ...(uid && { uid }), addresses }),
      ...(keywords && { keywords }),
      ...(/^true$/i.test(String(map.get('expanded'))) && { isExpanded: true as const }),
      place: pointAt(map.range?.[0] ?? 0),
      items: list(map.get('items', true)),
    }
  }

  function wordsOf(node: unknown): string | undefined {
    const words = textOf(node, document)
    const place = pointAt((node as Node | undefined)?.range?.[0] ?? 0)
    const broken = words === undefined ? undefined : surrogateProblem(words, path, place)
    if (broken) messages.push(broken)
    return words?.toWellFormed()
  }

  function report(node: unknown, content: string) {
    const offset = (node as Node).range?.[0] ?? 0
    messages.push(problemAt(path, problem('toc-yaml', content), pointAt(offset)))
  }
}

function textOf(node: unknown, document: Document.Parsed): string | undefined {
  const scalar = isAlias(node) ? node.resolve(document) : node
  if (!isScalar(scalar)) return undefined
  const { value } = scalar
  // docfx reads scalars as text: `Yes` without quotes is one.
  if (typeof value === 'boolean') return scalar.source ?? String(value)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/** `items:` without a value, which templates leave. */
function isNothing(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null)
}
