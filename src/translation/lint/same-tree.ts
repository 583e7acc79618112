/** Whether two versions of a file differ in nothing but spaces and apostrophes of their words. */
import type { Nodes, Root } from 'mdast'
import { parseYaml, yamlValue } from '../../docsets/yaml.ts'
import { type Dialect, parsePage } from '../blocks/parse.ts'
import { anyLanguage } from './addresses.ts'

/**
 * Read a file, and return a function that says whether another version of it is the same: kinds of all nodes, their
 * order, code, addresses (but for the language in them), and the letters of all words.
 */
export function sameTreeAs(before: string, dialect: Dialect): (after: string) => boolean {
  const expected = read(before)
  return (after) => after === before || (expected !== undefined && read(after) === expected)

  function read(text: string): string | undefined {
    try {
      return essence(parsePage(text, dialect))
    } catch {
      return undefined
    }
  }
}

function essence(tree: Root): string {
  // Attributes of JSX have places of their own.
  return JSON.stringify(plain(tree), (key, value: unknown) =>
    key === 'position' || key === 'data' ? undefined : value,
  )
}

function plain(node: Nodes): unknown {
  if (node.type === 'text') return letters(node.value)
  const entries = Object.entries(node).flatMap(
    ([key, value]: [string, unknown]): [string, unknown][] => {
      if (key === 'children') return [[key, childrenOf(value as Nodes[])]]
      if (key === 'url' && typeof value === 'string') return [[key, anyLanguage(value)]]
      if ((key === 'alt' || key === 'title') && typeof value === 'string')
        return [[key, letters(value)]]
      return [[key, value]]
    },
  )
  if (node.type === 'yaml') entries.push(['value', letters(JSON.stringify(dataOf(node.value)))])
  return Object.fromEntries(entries)
}

/** The text itself where it is not YAML. */
function dataOf(yaml: string): unknown {
  const parsed = parseYaml(yaml)
  const result = parsed.errors.length ? undefined : yamlValue(parsed)
  return result && 'value' in result ? (result.value ?? null) : yaml
}

/** Text without the spaces that may be between two other nodes. */
function childrenOf(nodes: readonly Nodes[]): unknown[] {
  const results: unknown[] = []
  for (const node of nodes) {
    const item = plain(node)
    const last = results.at(-1)
    if (typeof item !== 'string') results.push(item)
    else if (typeof last === 'string') results[results.length - 1] = last + item
    else if (item) results.push(item)
  }
  return results
}

function letters(text: string): string {
  return text.replace(/\s+/g, '').replaceAll('’', "'")
}
