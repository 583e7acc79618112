/** Find keys that a guide’s front matter says twice: Astro’s reader of YAML stops at them. */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { frontMatterOf } from '../front-matter.ts'
import { parseYaml, repeatedKeysIn } from '../yaml.ts'

const problem = defineProblems({
  'front-matter-repeated': () => ({
    severity: 'error',
    reason: 'Unexpected second line for a key of the front matter, expected each key once',
  }),
})

export function repeatedKeys(text: string, path: string): VFileMessage[] {
  const { yaml } = frontMatterOf(text) ?? {}
  if (yaml === undefined) return []
  const { document, errors, pointAt } = parseYaml(yaml)
  if (errors.length) return []
  return [...repeatedKeysIn(document)].map(({ offset }) => {
    const { line, column } = pointAt(offset)
    return problemAt(path, problem('front-matter-repeated'), { line: line + 1, column })
  })
}
