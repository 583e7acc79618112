/** The strings of a site (`content/ui/<locale>.json`) as a docset of one page. */
import { type Node, applyEdits, findNodeAtLocation, modify, parseTree } from 'jsonc-parser'
import type { YamlMarkdown } from '../../docsets/docfx/yaml-pages/yaml-markdown.ts'
import type { SiteSources } from '../../docsets/find-site.ts'
import { readStringTable } from '../../docsets/string-table.ts'
import type { TextSources, TranslatedDocset } from '../../docsets/translated-docset.ts'
import { type KeyedText, keyedMarkdown, onOneLine } from '../blocks/keyed-texts.ts'

/** Reserved: ids of other docsets have no `/`. */
const docsetId = 'content/ui'

/**
 * The docset of strings. None unless the site has guides, and strings in their source language and another one.
 *
 * @param root - The folder of the site.
 */
export async function interfaceTextsIn(
  docsets: readonly TranslatedDocset[],
  { files }: Pick<SiteSources['context'], 'files'>,
  root: string,
): Promise<TextSources[]> {
  const guides = docsets.filter(({ kind }) => kind === 'guide')
  const [first] = guides
  if (!first) return []
  const folder = `${root}/content/ui`
  const { sourceLocale } = first.docset
  const others = guides.flatMap(({ docset }) => docset.editions.map(({ locale }) => locale))
  const there = new Set(await files.list(folder))
  const locales = [...new Set([sourceLocale, ...others])].filter((tag) => there.has(`${tag}.json`))
  if (locales.length < 2 || locales[0] !== sourceLocale) return []
  const editions = locales.map((locale) => {
    const path = `${locale}.json`
    const pages = [{ path, absolute: `${folder}/${path}`, slug: 'strings' }]
    return { locale, root: folder, pages, resources: [], published: new Set<string>() }
  })
  return [{ kind: 'texts', docset: { id: docsetId, dialect: 'docfx', sourceLocale, editions } }]
}

/** The strings of a file; undefined for one that is not valid, which `read-site.ts` reports. */
export function interfaceTextsOf(file: string): YamlMarkdown | undefined {
  const { table } = readStringTable(file, '')
  if (!table) return undefined
  const strings = stringsIn(file)
  const texts = [...strings].flatMap(([key, { offset, value }]): KeyedText[] =>
    String(value).trim() ? [{ key, words: String(value), offset: offset + 1 }] : [],
  )
  return keyedMarkdown(file, texts, (words) => {
    const changed = [...words].filter(([key, value]) => {
      const current = strings.get(key)
      return !current || onOneLine(String(current.value)) !== value
    })
    // A value that is not a string is not overwritten.
    if (changed.some(([key]) => !strings.has(key) && hasKey(file, key))) return undefined
    const text = changed.reduce(withString, file)
    const actual = stringsIn(text)
    const expected = new Map([
      ...[...strings].map(([key, { value }]) => [key, value] as const),
      ...changed,
    ])
    const isSame = [...expected].every(([key, value]) => actual.get(key)?.value === value)
    return isSame && actual.size === expected.size ? text : undefined
  })
}

/** The file with another value for a key; a new key comes last, indented as the others. */
function withString(text: string, [key, value]: readonly [string, string]): string {
  const current = stringsIn(text).get(key)
  if (current) {
    const end = current.offset + current.length
    return text.slice(0, current.offset) + JSON.stringify(value) + text.slice(end)
  }
  const [, indent = '  '] = /\n([ \t]+)"/.exec(text) ?? []
  const formattingOptions = {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  }
  return applyEdits(text, modify(text, [key], value, { formattingOptions }))
}

/** The values that are strings, by key. Of a repeated key the last value counts, as in JSON.parse. */
function stringsIn(text: string): Map<string, Node> {
  const { children = [] } = parseTree(text) ?? {}
  return new Map(
    children.flatMap(({ children: [key, value] = [] }) =>
      key && value?.type === 'string' ? [[String(key.value), value]] : [],
    ),
  )
}

function hasKey(text: string, key: string): boolean {
  const root = parseTree(text)
  return root !== undefined && findNodeAtLocation(root, [key]) !== undefined
}
