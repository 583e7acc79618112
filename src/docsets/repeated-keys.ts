/** Find duplicate keys in front matter: YAML parsers fail at them, or use one of the two. */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { frontMatterBlock } from './front-matter-block.ts'
import { plainYaml } from './plain-yaml.ts'
import { parseYaml, repeatedKeysIn } from './yaml.ts'

const problem = defineProblems('files', {
  'front-matter-repeated': (isError: boolean) => ({
    severity: isError ? 'error' : 'warning',
    reason: 'Front matter has this key twice. Delete one of the lines.',
  }),
})

/** An error in guides; docfx uses the last. */
export function repeatedKeys(text: string, path: string, isError = true): VFileMessage[] {
  const block = frontMatterBlock(text)
  if (!block || block.fault || plainYaml(block.yaml)) return []
  const { document, errors, pointAt } = parseYaml(block.yaml)
  if (errors.length) return []
  return [...repeatedKeysIn(document)].map(({ offset }) => {
    const { line, column } = pointAt(offset)
    return problemAt(path, problem('front-matter-repeated', isError), { line: line + 1, column })
  })
}
