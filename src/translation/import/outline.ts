/** The structure of a page, without its text: what must be equal in two versions of it. */
import type { Nodes, PhrasingContent, Yaml } from 'mdast'
import type {} from 'remark-mdx'
import { visit } from '#plugins/visit.ts'
import { htmlPieces, htmlRuns } from '#plugins/html-words.ts'
import { parseYaml, yamlValue } from '../../docsets/yaml.ts'
import { type Dialect, isForeignDialect } from '../blocks/dialect.ts'
import { formIdentity } from '../blocks/normalise.ts'
import { parsePage } from '../blocks/parse.ts'
import { type Toml, tomlWithoutWords, wordKeys } from '../blocks/meta-texts.ts'
import { isShownAttribute } from '../blocks/jsx-texts.ts'
import { withoutAlt } from '../codec/describe-node.ts'

/** One line for each block node, with its attributes and the anchors in it. */
export function outline(text: string, dialect: Dialect): string[] {
  const lines: string[] = []
  walk(parsePage(text, dialect), 0)
  return lines

  function isText(value: unknown): boolean {
    return isAlt(value) || (dialect === 'mdx' && isShownAttribute(value))
  }

  function walk(node: Nodes | Toml, depth: number): void {
    if (node.type === 'yaml') {
      lines.push(JSON.stringify([depth, 'yaml', facts(node, dialect)]))
      return
    }
    if (node.type === 'toml') {
      lines.push(JSON.stringify([depth, 'toml', tomlWithoutWords(node.value, dialect)]))
      return
    }
    if (node.type === 'html') {
      lines.push(JSON.stringify([depth, 'html', tagsIn(node.value)]))
      return
    }
    if (node.type === 'tripleColonFlow') {
      lines.push(JSON.stringify([depth, formIdentity(node)]))
      for (const child of node.children) walk(child, depth + 1)
      return
    }
    const { children, position: _, data: __, ...own } = node as Nodes & { children?: Nodes[] }
    const holdsText =
      node.type === 'paragraph' ||
      node.type === 'heading' ||
      node.type === 'tableCell' ||
      node.type === 'leafDirective'
    const anchors = holdsText ? anchorsIn(node.children) : []
    lines.push(
      JSON.stringify([depth, own, ...anchors], (key, value: unknown) =>
        key === 'position' || key === 'data' || isText(value) ? undefined : value,
      ),
    )
    if (!holdsText) for (const child of children ?? []) walk(child, depth + 1)
  }
}

/** Raw HTML without its text; the content of `script` and `code` stays. */
function tagsIn(html: string): string {
  const pieces = htmlPieces(html)
  const words = htmlRuns(pieces)
    .flatMap((run) => run.pieces)
    .filter(({ kind }) => kind === 'text')
  let tags = ''
  let end = 0
  for (const { start, end: after } of words) {
    tags += html.slice(end, start)
    end = after
  }
  tags += html.slice(end)
  return tags.replace(/<img\b[^>]*>/gi, withoutAlt).replace(/\s+/g, ' ')
}

/** Anchors and text directives, which links refer to. */
function anchorsIn(children: readonly PhrasingContent[]): string[] {
  const anchors: string[] = []
  visit({ type: 'root', children: [...children] } as Nodes, (node) => {
    if (node.type === 'html' && /\s(?:id|name)\s*=/i.test(node.value)) anchors.push(node.value)
    if (node.type === 'textDirective') anchors.push(JSON.stringify([node.name, node.attributes]))
  })
  return anchors.toSorted()
}

function isAlt(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'mdxJsxAttribute' &&
    'name' in value &&
    value.name === 'alt'
  )
}

function facts({ value }: Yaml, dialect: Dialect): unknown {
  const words = wordKeys(dialect)
  const parsed = parseYaml(value)
  const result = parsed.errors.length ? undefined : yamlValue(parsed)
  if (!result || 'error' in result) return value
  const data = result.value
  if (typeof data !== 'object' || data === null) return data
  if (isForeignDialect(dialect)) {
    const isWords = (key: string, item: unknown) => words.has(key) && typeof item !== 'object'
    return JSON.stringify(data, (key, item: unknown) => (isWords(key, item) ? '' : item))
  }
  return Object.entries(data).map(([key, message]: [string, unknown]) =>
    words.has(key) ? [key] : [key, message],
  )
}
