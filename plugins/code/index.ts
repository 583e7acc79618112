/**
 * Code blocks of both dialects: colours as classes, a title, numbers, marks and changes of lines.
 *
 * A name of a file is the same in every language, so nothing of a code block is text for translators.
 *
 * @example
 *   ```json title="content/ui/en.json" {2}
 *   { "guide.phase.assess": "Assess" }
 *   ```
 */
import type { Element, ElementContent, Parents, Root } from 'hast'
import type { Code } from 'mdast'
import { type Options, defaultHandlers } from 'remark-rehype'
import type { VFile } from 'vfile'
import { element } from '../element.ts'
import { report } from '../problems.ts'
import { SKIP, visit } from '../visit.ts'
import { type Token, highlight, plainLines } from './highlight.ts'
import { grammarNamed, nearestLanguage, plainName } from './languages.ts'
import {
  type CodeBlockOptions,
  type LineMark,
  readCodeOptions,
  linesIn,
  noteCode,
  codeBlockProblem,
} from './options.ts'

export interface CodeOptions {
  /** Give words of code classes, for a style sheet such as `src/components/code/code.css`. (default: false) */
  highlightCode?: boolean
}

type Handlers = NonNullable<Options['handlers']>

/** For remark-rehype: keeps what stands behind the language for `rehypeCode`, through sanitizing. */
export function codeWithOptions(): Pick<Handlers, 'code'> {
  return {
    code(state, node: Code): Element {
      const block = defaultHandlers.code(state, node)
      const [code] = block.children
      if (node.meta && code?.type === 'element') code.properties['dataMeta'] = node.meta
      return block
    },
  }
}

/** Properties that Markdown gives the element of a code block for `rehypeCode`. */
export const codeProperties = ['dataMeta', 'dataHighlightLines'] as const

interface Block {
  pre: Element
  code: Element
  text: string
  parent: Parents
}

/** Comes after sanitizing; code that something else has written elements into stays as it is. */
export default function rehypeCode({ highlightCode = false }: Readonly<CodeOptions>) {
  return (tree: Root, file: VFile): Promise<undefined> | undefined => {
    const blocks = blocksIn(tree, file)
    return blocks.length ? drawAll(blocks) : undefined

    async function drawAll(all: readonly Block[]): Promise<undefined> {
      for (const block of all) await draw(block, file, highlightCode)
    }
  }
}

/** Notes that there is code, also where it is drawn already. */
function blocksIn(tree: Root, file: VFile): Block[] {
  const blocks: Block[] = []
  visit(tree, 'element', (pre, _index, parent) => {
    if (pre.tagName !== 'pre' || !parent) return undefined
    noteCode(file)
    const [code, ...others] = pre.children
    if (others.length || code?.type !== 'element' || code.tagName !== 'code') return SKIP
    const [text, ...rest] = code.children
    if (!rest.length && text?.type === 'text') blocks.push({ pre, code, text: text.value, parent })
    return SKIP
  })
  return blocks
}

async function draw(block: Block, file: VFile, isHighlighted: boolean): Promise<void> {
  const { pre, code, text } = block
  const options = optionsOf(block)
  const place = beginningOf(code, pre)
  for (const finding of options.problems) report(file, finding, place)
  const name = nameOf(code)
  const isDiff = name === 'diff' && options.lang !== undefined
  const language = grammarOf(isDiff ? (options.lang ?? '') : name, file, place)
  const end = /\r?\n?$/.exec(text)?.[0] ?? ''
  const body = text.slice(0, text.length - end.length)
  const { marks, value } = isDiff ? changesIn(body, options.marks) : { ...options, value: body }
  const lines = isHighlighted ? await highlight(value, language) : plainLines(value)
  const hasLines = options.hasNumbers || marks.size > 0
  code.children = hasLines ? linesOf(lines, marks) : run(lines.map(childrenOf))
  const classes = [options.hasNumbers && 'code-numbers', options.isWrapped && 'code-wrap']
  const className = classes.filter((item) => item !== false)
  if (className.length) pre.properties['className'] = className
  if (options.title) addTitle(block, options.title)
}

/** What is typed behind the language, and what syntax of docfx has said by properties. */
function optionsOf({ code: { properties } }: Block): CodeBlockOptions {
  const options = readCodeOptions(String(properties['dataMeta'] ?? ''))
  const lines = linesIn(String(properties['dataHighlightLines'] ?? '')) ?? []
  delete properties['dataMeta']
  return {
    ...options,
    marks: new Map([...lines.map((line) => [line, 'mark'] as const), ...options.marks]),
  }
}

/** The name of its language as it is typed, without `-interactive`; empty where there is none. */
function nameOf({ properties }: Element): string {
  const classes = Array.isArray(properties['className']) ? properties['className'] : []
  const typed = classes.map(String).find((name) => name.startsWith('language-'))
  if (!typed) return ''
  const name = plainName(typed.slice('language-'.length))
  properties['className'] = [`language-${name}`]
  return name
}

function grammarOf(
  name: string,
  file: VFile,
  place: Element,
): ReturnType<typeof grammarNamed> & {} {
  if (!name) return 'text'
  if (name.toLowerCase() === 'mermaid') report(file, codeBlockProblem('code-mermaid'), place)
  const language = grammarNamed(name)
  if (!language) report(file, codeBlockProblem('code-language', name, nearestLanguage(name)), place)
  return language ?? 'text'
}

/** The place of the line that names the language. */
function beginningOf(code: Element, pre: Element): Element {
  const position = code.position ?? pre.position
  const start = position?.start
  return { ...code, ...(start && { position: { start, end: start } }) }
}

/** Take `+`, `-` and the space from the beginning of lines, as `diff` writes them. */
function changesIn(text: string, given: ReadonlyMap<number, LineMark>) {
  const marks = new Map(given)
  const lines = text.split(/\r\n?|\n/)
  const isIndented = lines.every((line) => line === '' || /^[-+ ]/.test(line))
  const value = lines.map((line, index) => {
    const change = line.startsWith('+') ? 'ins' : line.startsWith('-') ? 'del' : undefined
    if (change) marks.set(index + 1, change)
    return change || isIndented ? line.slice(1) : line
  })
  return { marks, value: value.join('\n') }
}

/** Each line as an element, with its end in it. */
function linesOf(
  lines: readonly Token[][],
  marks: ReadonlyMap<number, LineMark>,
): ElementContent[] {
  return lines.map((line, index) =>
    element(marks.get(index + 1) ?? 'span', { className: ['code-line'] }, [
      ...childrenOf(line),
      { type: 'text', value: '\n' },
    ]),
  )
}

/** Lines one behind the other, neighbouring texts as one. */
function run(lines: readonly ElementContent[][]): ElementContent[] {
  const children: ElementContent[] = []
  for (const child of lines.flatMap((line) => [...line, { type: 'text' as const, value: '\n' }])) {
    const last = children.at(-1)
    if (child.type === 'text' && last?.type === 'text') last.value += child.value
    else children.push(child)
  }
  return children
}

function childrenOf(line: readonly Token[]): ElementContent[] {
  return line.map(({ text, kind }) => {
    const value = { type: 'text' as const, value: text }
    return kind ? element('span', { className: [`code-${kind}`] }, [value]) : value
  })
}

/** Put the block into a figure that has its title. */
function addTitle({ pre, parent }: Block, title: string): void {
  const name = element('code', {}, [{ type: 'text', value: title }])
  const figure = element('figure', { className: ['code-file'] }, [
    element('figcaption', {}, [name]),
    // Search would take the name and the first word for one.
    { type: 'text', value: '\n' },
    pre,
  ])
  const children = parent.children as ElementContent[]
  children[children.indexOf(pre)] = figure
}
