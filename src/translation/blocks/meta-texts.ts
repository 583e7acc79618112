/** Texts of the front matter that readers see: the page’s title and its description. */
import type { Yaml } from 'mdast'
import { isScalar } from 'yaml'
import { entriesOf, parseYaml } from '../../docsets/yaml.ts'

export interface MetaText {
  key: string
  /** The words, as YAML reads them. */
  words: string
  /** Offsets in the file of the words as typed, between the quotes where there are some. */
  start: number
  end: number
}

const keys = new Set(['title', 'description'])

export function metaTexts({ position }: Yaml, text: string): MetaText[] {
  // Between the lines of the two fences.
  const offset = text.indexOf('\n', position?.start.offset ?? 0) + 1
  const yaml = text.slice(offset, text.lastIndexOf('\n', (position?.end.offset ?? 0) - 1) + 1)
  const { document, errors } = parseYaml(yaml)
  if (errors.length) return []
  return entriesOf(document).flatMap((pair) => {
    if (!isScalar(pair.key) || !isScalar(pair.value) || !pair.value.range) return []
    const key = String(pair.key.value)
    const { value: result, range, type } = pair.value
    const words = typeof result === 'string' ? result.trim() : (pair.value.source ?? '')
    if (!keys.has(key) || !words || typeof result === 'boolean') return []
    const quotes = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? 1 : 0
    return [{ key, words, start: offset + range[0] + quotes, end: offset + range[1] - quotes }]
  })
}
