/** Texts of the front matter that readers see: the page’s title and its description. */
import type { Yaml } from 'mdast'
import { isMap, isScalar, isSeq, type Scalar } from 'yaml'
import { parseYaml } from '../../docsets/yaml.ts'
import { type Dialect, isForeignDialect } from './dialect.ts'

export interface MetaText {
  /** Of a text inside of others, with their keys before it: `hero.tagline`. */
  key: string
  /** The words, as YAML reads them. */
  words: string
  /** Offsets in the file of the words as typed, between the quotes where there are some. */
  start: number
  end: number
}

/** Front matter in TOML, which only pages of other generators have. */
export interface Toml extends Omit<Yaml, 'type'> {
  type: 'toml'
}

const own: ReadonlySet<string> = new Set(['title', 'description'])

/**
 * What readers see of the front matter of Starlight, Docusaurus, VitePress, Rspress and Hugo: names in lists of pages,
 * and the parts of a home page, which lie inside of others.
 */
const foreign: ReadonlySet<string> = new Set([
  ...own,
  'details',
  'label',
  'linkTitle',
  'pagination_label',
  'sidebar_label',
  'subtitle',
  'summary',
  'tagline',
  'text',
])

/** Keys whose values are words, at any depth for pages of other generators. */
export function wordKeys(dialect: Dialect): ReadonlySet<string> {
  return isForeignDialect(dialect) ? foreign : own
}

export function metaTexts(
  { type, position }: Yaml | Toml,
  text: string,
  dialect: Dialect,
): MetaText[] {
  // Between the lines of the two fences.
  const offset = text.indexOf('\n', position?.start.offset ?? 0) + 1
  const typed = text.slice(offset, text.lastIndexOf('\n', (position?.end.offset ?? 0) - 1) + 1)
  const keys = wordKeys(dialect)
  return type === 'toml' ? tomlTexts(typed, offset, keys) : yamlTexts(typed, offset, dialect)
}

function yamlTexts(yaml: string, offset: number, dialect: Dialect): MetaText[] {
  const keys = wordKeys(dialect)
  const { document, errors } = parseYaml(yaml)
  return errors.length ? [] : textsIn(document.contents, [])

  function textsIn(node: unknown, path: readonly string[]): MetaText[] {
    if (isSeq(node)) {
      return node.items.flatMap((item, index) => textsIn(item, [...path, String(index)]))
    }
    if (!isMap(node)) return []
    return node.items.flatMap(({ key, value }) => {
      if (!isScalar(key)) return []
      const name = String(key.value)
      const inner = [...path, name]
      if (!isScalar(value)) return isForeignDialect(dialect) ? textsIn(value, inner) : []
      return keys.has(name) ? scalarText(value, inner.join('.')) : []
    })
  }

  function scalarText(scalar: Scalar, key: string): MetaText[] {
    const { value, range, type, source = '' } = scalar
    const words = typeof value === 'string' ? value.trim() : source
    if (!range || !words || typeof value === 'boolean') return []
    const quotes = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? 1 : 0
    return [{ key, words, start: offset + range[0] + quotes, end: offset + range[1] - quotes }]
  }
}

/** Before the first table; only what is between `"`, whose escapes are those of JSON. */
const tomlText = /^([ \t]*([\w-]+)[ \t]*=[ \t]*")((?:[^"\\\n\r]|\\.)+)"[ \t]*$/gm

function tomlTexts(toml: string, offset: number, keys: ReadonlySet<string>): MetaText[] {
  const table = toml.search(/^[ \t]*\[/m)
  const top = table < 0 ? toml : toml.slice(0, table)
  return [...top.matchAll(tomlText)].flatMap((match): MetaText[] => {
    const [, before = '', key = '', typed = ''] = match
    const words = unescaped(typed)
    if (!keys.has(key) || !words?.trim()) return []
    const start = offset + match.index + before.length
    return [{ key, words, start, end: start + typed.length }]
  })
}

function unescaped(typed: string): string | undefined {
  try {
    return JSON.parse(`"${typed}"`) as string
  } catch {
    return undefined
  }
}

/** TOML front matter without the words that are translated. */
export function tomlWithoutWords(toml: string, dialect: Dialect): string {
  const texts = tomlTexts(toml, 0, wordKeys(dialect))
  return texts.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), toml)
}
