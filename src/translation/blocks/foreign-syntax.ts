/**
 * Syntax of other generators that Markdown does not know: shortcodes, ids of headings, titles of containers.
 *
 * Before a page is parsed such text is replaced by as many characters that mean nothing, so that every offset
 * stays; afterwards it is a node of type `html`, which translators get as a code. Nothing of it is ever lost,
 * whatever it means to its generator.
 */
import type { Heading, Nodes, Parents, PhrasingContent, Root, Text } from 'mdast'
import type {} from 'remark-directive'
import remarkDirective from 'remark-directive'
import type { Processor } from 'unified'
import { visit } from '#plugins/visit.ts'
import { pointsIn } from '../../docsets/source-position.ts'
import type { ForeignDialect } from './dialect.ts'

/** `:::note[Title]` around blocks, and `::name[Words]` on a line; a `:` in a sentence is text. */
export function remarkContainers(this: Processor): void {
  ;(remarkDirective as (this: Processor) => void).call(this)
  const { micromarkExtensions = [] } = this.data()
  const whole = micromarkExtensions.at(-1)
  if (!whole || Array.isArray(whole)) return
  const { text: _, ...between } = whole
  micromarkExtensions[micromarkExtensions.length - 1] = between
}

export interface HiddenSyntax {
  /** As long as the page. */
  text: string
  /** What is hidden, by its number. */
  codes: readonly string[]
  /** Ids of headings by the offset of their line. */
  ids: ReadonlyMap<number, string>
  /** Titles of containers that are written without brackets, by the offset of their line. */
  titles: ReadonlyMap<number, { start: number; end: number }>
}

// Characters that no text has: Unicode keeps them for programs (https://www.unicode.org/faq/private_use.html).
const first = '\uFDD0'
const rest = '\uFDD1'
const firstDigit = 0xfdd2
const base = 30
const reserved = /[\uFDD0-\uFDEF]/

/** Without an empty line in it, and short enough to be looked for at each place. */
const inside = String.raw`(?:(?!\n[ \t]*\r?\n)[\s\S]){0,2000}?`

const patterns: Record<ForeignDialect | 'both', readonly RegExp[]> = {
  markdown: [
    // Hugo, Liquid, Vue, mdBook.
    new RegExp(String.raw`\{\{<${inside}>\}\}|\{\{%${inside}%\}\}|\{%${inside}%\}`, 'g'),
    /\{\{(?:[^{}\n]|\{[^{}\n]*\}){0,2000}\}\}/g,
    // What VitePress reads from other files, and its table of contents.
    /(?<=^[ \t]*)<<<[^\n\r]+/gm,
    /(?<=^[ \t]*)\[\[?toc\]?\](?=[ \t]*$)/gim,
    // Attributes of what comes before.
    /(?<=[\])*`_])\{[.#:]?[A-Za-z][^{}\n\r]*\}/g,
  ],
  mdx: [new RegExp(String.raw`<!--${inside}-->`, 'g')],
  both: [
    // A directive in a sentence: its words stay.
    /(?<![\w:\\]):[A-Za-z][\w-]*(?=\[[^[\]\n]{1,500}\])|(?<=(?<![\w:\\]):[A-Za-z][\w-]{0,50}\[[^[\]\n]{1,500}\])\{[^{}\n]*\}/g,
    /(?<![\w:\\]):[A-Za-z][\w-]*\{[^{}\n]*\}/g,
  ],
}

const headingLine = /^[ \t>]*#{1,6}[ \t][^\n\r]*$/gm
/** Whole, after its `{`: `#id`, `.steep #id`, `/* #id *\/`. */
const idInBraces =
  /^(?:(?:[^#]*[ \t])?#([^\s{}]+)(?:[ \t][^{}]*)?|\/\*[ \t]*#([^\s*]+)[ \t]*\*\/)\}$/
const fence = /^([ \t]*(?:>[ \t]*)*(?:[-*+][ \t]+)?)(:{3,})([ \t]*)([A-Za-z][\w-]*)([^\n\r]*)$/gm

/** `::name[Words]{…}` alone on its line, whose words are known without the rest. */
const lineDirective = /^([ \t>]*::[A-Za-z][\w-]*(?:\[[^[\]\n]*\])?)(\{[^{}\n]*\})(?=[ \t]*$)/gm

/** The page with all that its generator reads and Markdown does not replaced, every offset as it was. */
export function hideSyntax(text: string, dialect: ForeignDialect): HiddenSyntax {
  const ids = new Map<number, string>()
  const titles = new Map<number, { start: number; end: number }>()
  if (reserved.test(text)) return { text, codes: [], ids, titles }
  const codes: string[] = []
  let hidden = text.replaceAll(headingLine, (line: string, at: number) => {
    const { id, from, to } = idAtEnd(line) ?? {}
    if (id === undefined) return line
    ids.set(at, id)
    return line.slice(0, from) + ' '.repeat((to ?? 0) - (from ?? 0)) + line.slice(to)
  })
  hidden = hidden.replaceAll(
    lineDirective,
    (_, before: string, mark: string) => before + blank(mark),
  )
  hidden = hidden.replaceAll(fence, (...match) => plainFence(match as FenceMatch, titles))
  if (dialect === 'mdx') hidden = hidden.replaceAll(commentBlock, blank)
  for (const pattern of [...patterns[dialect], ...patterns.both]) {
    hidden = hidden.replaceAll(pattern, (typed: string) => {
      if (reserved.test(typed)) return typed
      codes.push(typed)
      return placeholder(typed, codes.length - 1)
    })
  }
  return { text: hidden, codes, ids, titles }
}

/** The id that a heading ends with, and the offsets of its mark with the spaces before it. */
function idAtEnd(line: string): { id: string; from: number; to: number } | undefined {
  // A heading may be closed by as many `#` as it is opened by.
  const to = line
    .trimEnd()
    .replace(/(?<!#)#+$/, '')
    .trimEnd().length
  const open = line.lastIndexOf('{', to)
  const match = open < 0 ? null : idInBraces.exec(line.slice(open + 1, to))
  const id = match?.[1] ?? match?.[2]
  if (id === undefined) return undefined
  return { id, from: line.slice(0, open).replace(/\\$/, '').trimEnd().length, to }
}

/** A comment with its lines to itself is between paragraphs. */
const commentBlock = new RegExp(String.raw`(?<=^[ \t]*)<!--(?:(?!-->)[\s\S])*-->(?=[ \t]*$)`, 'gm')

type FenceMatch = [
  line: string,
  before: string,
  colons: string,
  gap: string,
  name: string,
  after: string,
  at: number,
]

/** The opening line of a container as remark-directive reads it: the name at once, a title in brackets only. */
function plainFence(
  [, before, colons, gap, name, after, at]: FenceMatch,
  titles: Map<number, { start: number; end: number }>,
): string {
  const opening = `${before}${colons}${name}`
  const [label = ''] = gap ? [] : (/^\[(?:\\.|[^\]\\])*\]/.exec(after) ?? [])
  if (!label) {
    const typed = after.replace(/\{[^{}]*\}[ \t]*$/, '')
    const title = typed.trim()
    // Markdown in a title stays as it is: here only words are known to be words.
    if (title && !/[*_`<>[\]\\&{}]/.test(title)) {
      const start = at + opening.length + gap.length + typed.indexOf(title)
      titles.set(at + before.length, { start, end: start + title.length })
    }
  }
  return opening + label + ' '.repeat(gap.length + after.length - label.length)
}

function blank(typed: string): string {
  return typed.replace(/[^\r\n]/g, ' ')
}

function placeholder(typed: string, number: number): string {
  const digits =
    typed.length > 4 && number < base ** 3 && !/^.{0,4}[\r\n]/s.test(typed)
      ? [base ** 2, base, 1].map((unit) =>
          String.fromCharCode(firstDigit + (Math.floor(number / unit) % base)),
        )
      : []
  const mark = first + digits.join('')
  // What precedes a further line belongs to its list or quote.
  const filled = typed
    .slice(mark.length)
    .split(/(\r?\n[ \t]*)/)
    .map((part, index) => (index % 2 ? part : rest.repeat(part.length)))
  return mark + filled.join('')
}

const shown = /\uFDD0([\uFDD2-\uFDEF]{3})?\uFDD1*(?:\r?\n[ \t>]*\uFDD1+)*/g

/** The tree of the page as typed, with nodes for what was hidden. */
export function showSyntax(tree: Root, text: string, hidden: HiddenSyntax): Root {
  const pointAt = pointsIn(text)
  const original = (value: string) =>
    value.replaceAll(shown, (typed, digits: string | undefined) =>
      digits === undefined ? typed : (hidden.codes[numberOf(digits)] ?? typed),
    )
  visit(tree, (node) => {
    if (node.type === 'heading') nameHeading(node, text, hidden)
    if (node.type === 'containerDirective') nameContainer(node)
    for (const key of ['value', 'url', 'title', 'alt'] as const) {
      const typed = (node as unknown as Record<string, unknown>)[key]
      if (node.type === 'text' || typeof typed !== 'string' || !reserved.test(typed)) continue
      ;(node as unknown as Record<string, string>)[key] = original(typed)
    }
    if ('children' in node && node.children.some(hasHidden)) splitTexts(node)
  })
  return tree

  function nameContainer(node: Extract<Nodes, { type: 'containerDirective' }>): void {
    const title = hidden.titles.get(node.position?.start.offset ?? -1)
    if (!title) return
    const position = { start: pointAt(title.start), end: pointAt(title.end) }
    const words: Text = { type: 'text', value: text.slice(title.start, title.end), position }
    const data = { directiveLabel: true }
    node.children.unshift({ type: 'paragraph', data, children: [words], position })
  }

  function splitTexts(parent: Parents): void {
    parent.children = parent.children.flatMap((child) =>
      hasHidden(child) ? parts(child as Text) : [child],
    )
  }

  /** Text as typed before, between and after what was hidden. */
  function parts(node: Text): PhrasingContent[] {
    const [from, to] = [node.position?.start.offset, node.position?.end.offset]
    if (from === undefined || to === undefined) return [{ ...node, value: original(node.value) }]
    const places = [...hidden.text.slice(from, to).matchAll(shown)]
    const values = node.value.split(new RegExp(shown.source.replace('(', '(?:')))
    const nodes: PhrasingContent[] = []
    let end = from
    for (const [index, value] of values.entries()) {
      const place = places[index]
      const start = place ? from + place.index : to
      add('text', value, end, start)
      if (!place) continue
      end = start + place[0].length
      add('html', text.slice(start, end), start, end)
    }
    return nodes

    function add(type: 'text' | 'html', value: string, start: number, stop: number): void {
      if (value)
        nodes.push({ type, value, position: { start: pointAt(start), end: pointAt(stop) } })
    }
  }
}

/** The id that a heading is given after its words. */
function nameHeading(heading: Heading, text: string, { ids }: HiddenSyntax): void {
  const id = ids.get(lineStart(text, heading.position?.start.offset ?? 0))
  if (id !== undefined) heading.data = { ...heading.data, givenId: id }
}

function hasHidden(node: Nodes): boolean {
  return node.type === 'text' && node.value.includes(first)
}

function numberOf(digits: string): number {
  return digits
    .split('')
    .reduce((number, digit) => number * base + digit.charCodeAt(0) - firstDigit, 0)
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

declare module 'mdast' {
  interface HeadingData {
    /** From `{#id}` behind the words. */
    givenId?: string
  }
}
