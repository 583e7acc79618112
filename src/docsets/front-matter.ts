/** The facts that a page says of itself between two `---` lines. */
import type { Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { type Document, LineCounter, parseDocument, visit } from 'yaml'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { frontMatterBlock } from './front-matter-block.ts'

const problem = defineProblems({
  'front-matter-fence': (reason: string) => ({ severity: 'error', reason }),
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

/**
 * Read the YAML at the top of `text`; without one `data` is empty. A block that is not between the right
 * lines is reported and not read.
 */
export function readFrontMatter(text: string, path: string): FrontMatter {
  const block = frontMatterBlock(text)
  if (!block) return { data: {}, messages: [] }
  const { yaml, wrong } = block
  if (wrong) {
    const message = problemAt(path, problem('front-matter-fence', wrong.reason), wrong.place)
    return { data: {}, messages: [message] }
  }
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
  const alias = messages.length ? undefined : unresolvedAlias(document)
  if (alias) {
    const place = pointAt(lineCounter, alias.offset, lineOffset)
    const reason = problem(
      'front-matter-yaml',
      `\`*${alias.name}\` names nothing; expected quotes around the text`,
    )
    return { data: {}, messages: [problemAt(path, reason, { start: place, end: place })] }
  }
  const data: unknown = messages.length ? {} : document.toJS()
  if (messages.length === 0 && data !== null && (typeof data !== 'object' || Array.isArray(data))) {
    const reason = problem('front-matter-yaml', 'expected lines of `key: value`')
    return { data: {}, messages: [problemAt(path, reason, { line: lineOffset + 1, column: 1 })] }
  }
  return { data: (data as Record<string, unknown> | null) ?? {}, messages }
}

/** `title: *note` is an alias to YAML, and meant as words by its author. */
function unresolvedAlias(document: Document): { name: string; offset: number } | undefined {
  let found: { name: string; offset: number } | undefined
  visit(document, {
    Alias(_key, node) {
      if (node.resolve(document)) return undefined
      found = { name: node.source, offset: node.range?.[0] ?? 0 }
      return visit.BREAK
    },
  })
  return found
}

function pointAt(counter: LineCounter, offset: number, lineOffset: number): Position['start'] {
  const { line, col } = counter.linePos(offset)
  return { line: line + lineOffset, column: col }
}
