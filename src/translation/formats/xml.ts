/** XML in and out: a small tree with the place of every element. */
import { SaxesParser } from 'saxes'
import type { VFileMessage } from 'vfile-message'
import { limits } from '#plugins/limits/problems.ts'
import { problemAt } from '#plugins/problems.ts'
import { conflictAt, exchangeConflict } from './conflict.ts'
import { fileProblem, type FilePosition } from './read-unit.ts'

export interface XmlElement {
  /** Without a namespace’s prefix. */
  name: string
  attributes: Readonly<Record<string, string>>
  children: (XmlElement | string)[]
  place: FilePosition
}

/** Read XML; a document that is cut off or damaged gives a message and no tree. Nothing outside of it is loaded. */
export function parseXml(
  text: string,
  name: string,
): { root?: XmlElement; messages: VFileMessage[] } {
  const conflict = conflictAt(text)
  if (conflict) return { messages: [problemAt(name, exchangeConflict(), conflict)] }
  const messages: VFileMessage[] = []
  const parser = new SaxesParser()
  const open: XmlElement[] = []
  let root: XmlElement | undefined
  let start: FilePosition = { line: 1, column: 1 }
  parser.on('opentagstart', () => {
    start = { line: parser.line, column: 1 }
  })
  parser.on('opentag', ({ name: tag, attributes }) => {
    const element: XmlElement = { name: localName(tag), attributes, children: [], place: start }
    // Deeper elements are left out: the functions that read the tree are recursive.
    if (open.length < limits.depth) open.at(-1)?.children.push(element)
    else if (messages.length === 0) {
      const advice = `Put at most ${limits.depth} elements inside each other.`
      messages.push(
        problemAt(name, fileProblem('exchange-syntax', `\`<${tag}>\` is too deep.`, advice), start),
      )
    }
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  const addText = (message: string) => void open.at(-1)?.children.push(message)
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('error', (error) => {
    if (messages.length > 0) return
    const result = error.message.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, '')
    const place = { line: parser.line, column: parser.column + 1 }
    messages.push(problemAt(name, xmlProblem(result, text), strayAt(result, text) ?? place))
  })
  parser.write(text).close()
  return messages.length || !root
    ? { messages: messages.length ? messages : [empty(name)] }
    : { root, messages }
}

const unfinished = /^unclosed tag|unexpected end/
const strayEntity = /in entity name/

function xmlProblem(match: string, text: string) {
  if (strayAt(match, text))
    return fileProblem('exchange-syntax', '`&` is on its own.', 'Write `&amp;`.')
  return unfinished.test(match)
    ? fileProblem('exchange-truncated', `(${match})`, 'closing tags to the end')
    : fileProblem(
        'exchange-syntax',
        `File is not well-formed XML (${match}).`,
        'Save or export it again.',
      )
}

/** The parser reads on from an `&` to the end of a file that is otherwise whole. */
function strayAt(match: string, text: string): FilePosition | undefined {
  const isWhole = /<\/[\w:]+>\s*$/.test(text)
  if (!strayEntity.test(match) && !(unfinished.test(match) && isWhole)) return undefined
  const index = text.search(/&(?!(?:\w+|#\d+|#x[\da-f]+);)/i)
  if (index < 0) return undefined
  const lines = text.slice(0, index).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

function empty(name: string): VFileMessage {
  return problemAt(name, fileProblem('exchange-syntax', 'File is empty.', 'Import an XML file.'), {
    line: 1,
    column: 1,
  })
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1)
}

/** All elements of that name below, in order; those inside one that was found are not looked at. */
export function elementsOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.name === name ? [child] : elementsOf(child, name)
  })
}

/** Children of that name, and those of its `containers` at any depth, but not those in other elements. */
export function elementsIn(
  parent: XmlElement,
  name: string,
  containers: readonly string[],
): XmlElement[] {
  return parent.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.name === name) return [child]
    return containers.includes(child.name) ? elementsIn(child, name, containers) : []
  })
}

/** The first child of that name. */
export function childOf(parent: XmlElement, name: string): XmlElement | undefined {
  for (const child of parent.children) {
    if (typeof child !== 'string' && child.name === name) return child
  }
  return undefined
}

export function xmlText({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : xmlText(child))).join('')
}

/** Text for XML; control characters, which XML cannot hold, are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** ` name="value"` for each value that is there. */
export function attributes(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) =>
      value === undefined
        ? ''
        : ` ${name}="${escapeXml(value)
            .replaceAll('"', '&quot;')
            .replace(/[\t\n\r]/g, ' ')}"`,
    )
    .join('')
}
