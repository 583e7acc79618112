/** Texts in front matter, whatever type YAML gives them. */
import type { Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { isScalar } from 'yaml'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { frontMatterBlock } from './front-matter-block.ts'
import { entriesOf, parseYaml } from './yaml.ts'

const problem = defineProblems('files', {
  'front-matter-character': (key: string, code: string) => ({
    severity: 'warning',
    reason: `\`${key}\` holds the character U+${code}, which cannot be shown and is left out. Delete it.`,
  }),
  'front-matter-type': (key: string, actual: string) => ({
    severity: 'error',
    reason: `\`${key}\` is ${actual}. Write text; put it between quotes if it looks like something else.`,
    note: 'Put quotes around words that YAML takes for something else: `title: "[Draft] Plan"`.',
  }),
})

/** Control characters, and unassigned code points; `readFrontMatter` reports half characters. */
const invisible = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uFFFE\uFFFF]/g

export interface FrontMatterText {
  /** Absent if the key is absent, empty, or not a text. */
  value?: string
  messages: readonly VFileMessage[]
}

/** Read `data[key]` as text; `data` is the front matter of the file `path` with the text `text`. */
export function frontMatterText(
  data: Readonly<Record<string, unknown>>,
  key: string,
  { text, path }: { text: string; path: string },
): FrontMatterText {
  const result = data[key]
  if (result === undefined || result === null) return { messages: [] }
  if (typeof result === 'string') return shown(result)
  const typed = typedPair(text, key)
  if (typeof result === 'number' || typeof result === 'bigint')
    return textOf(typed?.source ?? `${result}`)
  const finding = problem('front-matter-type', key, kindOf(result))
  return { messages: [problemAt(path, finding, typed?.place ?? { line: 1, column: 1 })] }

  /** A problem for characters that YAML can write and no page can show: `"\\0"`. */
  function shown(title: string): FrontMatterText {
    const [first] = title.match(invisible) ?? []
    const { value } = textOf(title.replace(invisible, ''))
    if (first === undefined) return textOf(title)
    const code = (first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    const finding = problem('front-matter-character', key, code)
    const place = typedPair(text, key)?.place ?? { line: 1, column: 1 }
    return { ...(value && { value }), messages: [problemAt(path, finding, place)] }
  }
}

function textOf(text: string): FrontMatterText {
  const value = text.trim()
  return { ...(value && { value }), messages: [] }
}

function kindOf(match: unknown): string {
  if (typeof match === 'boolean') return `\`${match}\``
  return Array.isArray(match) ? 'a list' : 'a map'
}

/** The position of the key, and the value as typed: `1.10` is the number 1.1 in YAML. */
function typedPair(text: string, key: string): { place: Position; source?: string } | undefined {
  const block = frontMatterBlock(text)
  if (!block || block.fault) return undefined
  const { document, pointAt } = parseYaml(block.yaml)
  const pairs = entriesOf(document)
  const pair = pairs.findLast((item) => isScalar(item.key) && item.key.value === key)
  if (!pair || !isScalar(pair.key) || !pair.key.range) return undefined
  const [start, end] = pair.key.range
  const source = isScalar(pair.value) ? pair.value.source : undefined
  return { place: { start: at(start), end: at(end) }, ...(source !== undefined && { source }) }

  function at(offset: number): Position['start'] {
    const { line, column } = pointAt(offset)
    return { line: line + 1, column }
  }
}
