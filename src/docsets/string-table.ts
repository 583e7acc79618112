/** Read a site's own strings in one language, `content/ui/<locale>.json`. */
import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { beyondJsonLimits } from './json.ts'
import { pointsIn } from './source-position.ts'
import { surrogateProblem } from './well-formed.ts'

const problem = defineProblems('configuration', {
  'ui-json': (actual: string) => ({
    severity: 'error',
    reason: `Interface strings cannot be read: ${actual}. Write \`{"key": "text"}\`.`,
  }),
})

/** The strings by key; values that are not text are reported and left out. */
export function readStringTable(
  text: string,
  name: string,
): { table?: Readonly<Record<string, string>>; messages: VFileMessage[] } {
  const placeOf = pointsIn(text)
  const damage = (message: string, offset: number) =>
    problemAt(name, problem('ui-json', message), placeOf(offset))
  const limit = beyondJsonLimits(text)
  if (limit) return { messages: [damage(limit.message, limit.offset)] }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true })
  const [error] = errors
  if (error) return { messages: [damage(printParseErrorCode(error.error), error.offset)] }
  if (root?.type !== 'object') return { messages: [damage(root?.type ?? 'nothing', 0)] }
  const strings: [string, string][] = []
  const messages: VFileMessage[] = []
  for (const { children: [key, value] = [] } of root.children ?? []) {
    if (!key || !value) continue
    if (value.type === 'string') {
      const string = String(value.value)
      const broken = surrogateProblem(string, name, placeOf(value.offset))
      if (broken) messages.push(broken)
      strings.push([String(key.value).toWellFormed(), string.toWellFormed()])
    } else messages.push(damage(`${value.type} as \`${String(key.value)}\``, key.offset))
  }
  return { table: Object.fromEntries(strings), messages }
}
