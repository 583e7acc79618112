/** Find keys that a guide’s front matter says twice: Astro’s reader of YAML stops at them. */
import type { VFileMessage } from 'vfile-message'
import { LineCounter, parseDocument } from 'yaml'
import { defineProblems, problemAt } from '#plugins/problems.ts'

const problem = defineProblems({
  'front-matter-repeated': () => ({
    severity: 'error',
    reason: 'Unexpected second line for a key of the front matter, expected each key once',
  }),
})

export function repeatedKeys(text: string, path: string): VFileMessage[] {
  const [, yaml] = /^---[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(text) ?? []
  if (yaml === undefined) return []
  const lineCounter = new LineCounter()
  const { errors } = parseDocument(yaml, { lineCounter, prettyErrors: false })
  return errors
    .filter(({ code }) => code === 'DUPLICATE_KEY')
    .map(({ pos: [offset] }) => {
      const { line, col } = lineCounter.linePos(offset)
      return problemAt(path, problem('front-matter-repeated'), { line: line + 1, column: col })
    })
}
