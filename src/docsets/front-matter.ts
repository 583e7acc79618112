/** The facts that a page says of itself between two `---` lines. */
import type { Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { LineCounter, parseDocument } from 'yaml'
import { defineProblems, problemAt } from '#plugins/problems.ts'

const problem = defineProblems({
  'front-matter-yaml': (found: string) => ({
    severity: 'error',
    reason: `Unexpected front matter that is not YAML: ${found}`,
  }),
  'front-matter-title': () => ({
    severity: 'error',
    reason: 'Unexpected page without a title, expected `title: …` in the front matter',
  }),
  'front-matter-description': () => ({
    severity: 'warning',
    reason: 'Unexpected page without a description, expected `description: …` in the front matter',
    note: 'Search engines and the home page show it.',
  }),
})

export const { titleMissing, descriptionMissing } = {
  titleMissing: (path: string) =>
    problemAt(path, problem('front-matter-title'), { line: 1, column: 1 }),
  descriptionMissing: (path: string) =>
    problemAt(path, problem('front-matter-description'), { line: 1, column: 1 }),
}

export interface FrontMatter {
  data: Readonly<Record<string, unknown>>
  messages: readonly VFileMessage[]
}

/** Read the YAML at the top of `text`; without one `data` is empty. */
export function readFrontMatter(text: string, path: string): FrontMatter {
  const [, yaml] = /^---[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(text) ?? []
  if (yaml === undefined) return { data: {}, messages: [] }
  return readYaml(yaml, path, 1)
}

/** Read YAML that starts after `lineOffset` lines of its file; every error of the text is reported. */
export function readYaml(yaml: string, path: string, lineOffset = 0): FrontMatter {
  const lineCounter = new LineCounter()
  const document = parseDocument(yaml, { lineCounter, prettyErrors: false, uniqueKeys: false })
  const messages = document.errors.map((error) => {
    const place = pointAt(lineCounter, error.pos[0], lineOffset)
    return problemAt(path, problem('front-matter-yaml', error.message), {
      start: place,
      end: place,
    })
  })
  const data: unknown = messages.length ? {} : document.toJS()
  if (messages.length === 0 && data !== null && (typeof data !== 'object' || Array.isArray(data))) {
    const reason = problem('front-matter-yaml', 'expected lines of `key: value`')
    return { data: {}, messages: [problemAt(path, reason, { line: lineOffset + 1, column: 1 })] }
  }
  return { data: (data as Record<string, unknown> | null) ?? {}, messages }
}

function pointAt(counter: LineCounter, offset: number, lineOffset: number): Position['start'] {
  const { line, col } = counter.linePos(offset)
  return { line: line + lineOffset, column: col }
}
