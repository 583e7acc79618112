/**
 * Text that is not well-formed Unicode: a lone surrogate, which YAML and JSON can write (`"\ud800"`).
 *
 * No file and no address can hold it.
 */
import type { Point } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'

const problem = defineProblems('files', {
  'text-surrogate': (code: string) => ({
    severity: 'error',
    reason: `Text has half a character (\`\\u${code}\`), which no page can show. Write the whole character, or take it out`,
  }),
})

/** A problem for a text that is not well-formed; undefined for all others. */
export function surrogateProblem(
  text: string,
  name: string,
  place: Point,
): VFileMessage | undefined {
  if (text.isWellFormed()) return undefined
  const [half = ''] = /\p{Surrogate}/u.exec(text) ?? []
  return problemAt(name, problem('text-surrogate', half.charCodeAt(0).toString(16)), place)
}

/** The same value with U+FFFD in place of each lone surrogate, also in keys of objects. */
export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.toWellFormed(), wellFormed(inner)]),
  )
}
