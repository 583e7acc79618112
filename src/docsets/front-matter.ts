/** Front matter: the metadata of a page, between two `---` lines. */
import type { VFileMessage } from 'vfile-message'
import { visit } from 'yaml'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { frontMatterBlock } from './front-matter-block.ts'
import { plainYaml } from './plain-yaml.ts'
import { surrogateProblem, wellFormed } from './well-formed.ts'
import { type Yaml, type YamlProblem, parseYaml, yamlValue } from './yaml.ts'

const problem = defineProblems('files', {
  'front-matter-fence': (reason: string) => ({ severity: 'error', reason }),
  'front-matter-yaml': (actual: string) => ({
    severity: 'error',
    reason: `The front matter is not YAML: ${actual}`,
  }),
  'front-matter-title': () => ({
    severity: 'error',
    reason: 'Page has no title. Add `title: …` to the front matter.',
  }),
  'front-matter-description': () => ({
    severity: 'warning',
    reason: 'Page has no description. Add `description: …` to the front matter.',
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

/** Read the front matter of `text`; without any, `data` is empty. A malformed block is reported and not read. */
export function readFrontMatter(text: string, path: string): FrontMatter {
  const block = frontMatterBlock(text)
  if (!block) return { data: {}, messages: [] }
  const { yaml, fault } = block
  if (fault) {
    const message = problemAt(path, problem('front-matter-fence', fault.reason), fault.place)
    return { data: {}, messages: [message] }
  }
  return readYaml(yaml, path, 1)
}

/** Read YAML that starts after `lineOffset` lines of its file; all its errors are reported. */
export function readYaml(yaml: string, path: string, lineOffset = 0): FrontMatter {
  const plain = plainYaml(yaml)
  if (plain) return { data: plain, messages: [] }
  const parsed = parseYaml(yaml)
  const report = ({ message, offset }: YamlProblem) => {
    const { line, column } = parsed.pointAt(offset)
    const place = { line: line + lineOffset, column }
    return problemAt(path, problem('front-matter-yaml', message), { start: place, end: place })
  }
  if (parsed.errors.length) return { data: {}, messages: parsed.errors.map(report) }
  const result = yamlValue(parsed)
  if ('error' in result) return { data: {}, messages: [report(result.error)] }
  const data = result.value
  if (data !== null && (typeof data !== 'object' || Array.isArray(data))) {
    const reason = problem('front-matter-yaml', 'expected lines of `key: value`')
    return { data: {}, messages: [problemAt(path, reason, { line: lineOffset + 1, column: 1 })] }
  }
  const broken = surrogates(parsed, path, lineOffset)
  const values = broken.length ? wellFormed(data) : data
  return { data: (values as Record<string, unknown> | null) ?? {}, messages: broken }
}

/** Half characters in keys and values, which YAML can write as `"\ud800"`. */
function surrogates({ document, pointAt }: Yaml, path: string, lineOffset: number): VFileMessage[] {
  const messages: VFileMessage[] = []
  visit(document, {
    Scalar(_key, { value, range }) {
      if (typeof value !== 'string') return
      const { line, column } = pointAt(range?.[0] ?? 0)
      const result = surrogateProblem(value, path, { line: line + lineOffset, column })
      if (result) messages.push(result)
    },
  })
  return messages
}
