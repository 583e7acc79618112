/** What an author writes behind the language of a code block: `title="…" {1,3-5} showLineNumbers`. */
import type { VFile } from 'vfile'
import { nearestName } from '../nearest-name.ts'
import { type Problem, defineProblems } from '../problems.ts'

export const codeBlockProblem = defineProblems('markdown', {
  'code-option': (actual: string, expected: string) => ({
    severity: 'warning',
    reason: `\`${actual}\` changes nothing about this code. Write ${expected}.`,
  }),
  'code-language': (name: string, near: string | undefined) => ({
    severity: 'warning',
    reason: near
      ? `There is no language \`${name}\`, so this code has no colours. Did you mean \`${near}\`?`
      : `There is no language \`${name}\`, so this code has no colours. Name another one, or \`text\`.`,
  }),
  'code-mermaid': () => ({
    severity: 'warning',
    reason:
      'Diagram of Mermaid is not drawn, and is shown as code. Put a picture of it here, with a text that says what it shows.',
  }),
})

export type LineMark = 'mark' | 'ins' | 'del'

export interface CodeBlockOptions {
  title?: string
  hasNumbers: boolean
  isWrapped: boolean
  /** Of what is compared, in a block of `diff`. */
  lang?: string
  /** By line, from 1. */
  marks: ReadonlyMap<number, LineMark>
  problems: readonly Problem[]
}

const names = ['title', 'lang', 'showLineNumbers', 'wrap', 'mark', 'ins', 'del'] as const
const quoted = ['title', 'lang']
const lists = ['mark', 'ins', 'del']
const flags = ['showLineNumbers', 'wrap']
const word = /(?:([\w-]+)=)?(?:"([^"]*)"|'([^']*)'|\{([^}]*)\})|(\S+)/g

/** Read what is known of it; words that are no option are left to other tools. */
export function readCodeOptions(meta: string): CodeBlockOptions {
  const marks = new Map<number, LineMark>()
  const problems: Problem[] = []
  const flagged = new Set<string>()
  const texts = new Map<string, string>()
  for (const [typed, name = '', double, single, list, rest] of meta.matchAll(word)) {
    const text = double ?? single
    if (text !== undefined && quoted.includes(name)) texts.set(name, text)
    else if (list !== undefined && (!name || lists.includes(name))) addMarks(typed, name, list)
    else if (rest !== undefined && flags.includes(rest)) flagged.add(rest)
    else suspect(typed, name || (/^[\w-]+/.exec(typed)?.[0] ?? ''))
  }
  const title = texts.get('title')
  const lang = texts.get('lang')
  return {
    ...(title && { title }),
    ...(lang && { lang }),
    hasNumbers: flagged.has('showLineNumbers'),
    isWrapped: flagged.has('wrap'),
    marks,
    problems,
  }

  function addMarks(typed: string, name: string, list: string): void {
    const lines = linesIn(list)
    if (!lines) problems.push(codeBlockProblem('code-option', typed, 'lines such as `{1,3-5}`'))
    for (const line of lines ?? []) marks.set(line, (name || 'mark') as LineMark)
  }

  function suspect(typed: string, name: string): void {
    const near = nearestName(name, names)
    if (near) problems.push(codeBlockProblem('code-option', typed, `\`${formOf(near)}\``))
  }
}

function formOf(name: (typeof names)[number]): string {
  if (flags.includes(name)) return name
  return quoted.includes(name) ? `${name}="…"` : `${name}={1,3-5}`
}

/** Most lines that a list may name: a block of code has fewer. */
const mostLines = 100_000

/** The numbers in `1,3-5`; undefined where it is something else. */
export function linesIn(list: string): number[] | undefined {
  const lines: number[] = []
  for (const part of list.split(',')) {
    const [, first, last = first] = /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/.exec(part) ?? []
    if (first === undefined || last === undefined) return undefined
    const [start, end] = [Number(first), Number(last)]
    if (start < 1 || end < start || end > mostLines) return undefined
    for (let line = start; line <= end; line++) lines.push(line)
  }
  return lines
}

declare module 'vfile' {
  interface DataMap {
    /** The page has code blocks, which need styles of their own. */
    hasCode: true
  }
}

/** Note that a page has code. */
export function noteCode(file: VFile): void {
  file.data.hasCode = true
}
