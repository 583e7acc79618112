/** The words that front matter says under a key, whatever YAML takes them for. */
import type { Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { isScalar } from 'yaml'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { frontMatterOf } from './front-matter.ts'
import { entriesOf, parseYaml } from './yaml.ts'

const problem = defineProblems({
  'front-matter-type': (key: string, found: string) => ({
    severity: 'error',
    reason: `Unexpected ${found} as \`${key}\`, expected words`,
    note: 'Put quotes around words that YAML takes for something else: `title: "[Draft] Plan"`.',
  }),
})

export interface FrontMatterText {
  /** Absent where the key is, or says nothing, or holds no words. */
  value?: string
  messages: readonly VFileMessage[]
}

/** Read `data[key]`, where `data` came from the front matter of the file `path` that says `text`. */
export function frontMatterText(
  data: Readonly<Record<string, unknown>>,
  key: string,
  { text, path }: { text: string; path: string },
): FrontMatterText {
  const found = data[key]
  if (found === undefined || found === null) return { messages: [] }
  if (typeof found === 'string') return textOf(found)
  const typed = typedPair(text, key)
  if (typeof found === 'number' || typeof found === 'bigint')
    return textOf(typed?.source ?? `${found}`)
  const wrong = problem('front-matter-type', key, kindOf(found))
  return { messages: [problemAt(path, wrong, typed?.place ?? { line: 1, column: 1 })] }
}

function textOf(words: string): FrontMatterText {
  const value = words.trim()
  return { ...(value && { value }), messages: [] }
}

function kindOf(found: unknown): string {
  if (typeof found === 'boolean') return `\`${found}\``
  return Array.isArray(found) ? 'list' : 'map'
}

/** The key’s place, and the value as typed: `1.10` is the number 1.1. */
function typedPair(text: string, key: string): { place: Position; source?: string } | undefined {
  const { yaml } = frontMatterOf(text) ?? {}
  if (yaml === undefined) return undefined
  const { document, pointAt } = parseYaml(yaml)
  const pairs = entriesOf(document)
  const pair = pairs.findLast((one) => isScalar(one.key) && one.key.value === key)
  if (!pair || !isScalar(pair.key) || !pair.key.range) return undefined
  const [start, end] = pair.key.range
  const source = isScalar(pair.value) ? pair.value.source : undefined
  return { place: { start: at(start), end: at(end) }, ...(source !== undefined && { source }) }

  function at(offset: number): Position['start'] {
    const { line, column } = pointAt(offset)
    return { line: line + 1, column }
  }
}
