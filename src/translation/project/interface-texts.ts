/** A site’s own strings, `content/ui/<locale>.json`, as a docset of one page: each string is known by its key. */
import { type Node, applyEdits, findNodeAtLocation, modify, parseTree } from 'jsonc-parser'
import type { YamlMarkdown } from '../../docsets/docfx/yaml-pages/yaml-markdown.ts'
import type { SiteSources } from '../../docsets/find-site.ts'
import { readStringTable } from '../../docsets/string-table.ts'
import type { TextSources, TranslatedDocset } from '../../docsets/translated-docset.ts'
import { type KeyedText, keyedMarkdown, onOneLine } from '../blocks/keyed-texts.ts'

/** No guides can be called so: their ids have no `/`. */
const docsetId = 'content/ui'

/**
 * Nothing but for guides whose strings are there in the language of the first docset and in another one.
 *
 * @param root - The project’s folder.
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

/** The strings of a file; undefined for one that cannot be read, which is reported where the site is. */
export function interfaceTextsOf(file: string): YamlMarkdown | undefined {
  const { table } = readStringTable(file, '')
  if (!table) return undefined
  const strings = stringsIn(file)
  const texts = [...strings].flatMap(([key, { offset, value }]): KeyedText[] =>
    String(value).trim() ? [{ key, words: String(value), offset: offset + 1 }] : [],
  )
  return keyedMarkdown(file, texts, (words) => {
    const changed = [...words].filter(([key, value]) => {
      const now = strings.get(key)
      return !now || onOneLine(String(now.value)) !== value
    })
    // What is there and no text is nobody’s to write over.
    if (changed.some(([key]) => !strings.has(key) && isThere(file, key))) return undefined
    const text = changed.reduce(withString, file)
    const is = stringsIn(text)
    const wanted = new Map([
      ...[...strings].map(([key, { value }]) => [key, value] as const),
      ...changed,
    ])
    const isSame = [...wanted].every(([key, value]) => is.get(key)?.value === value)
    return isSame && is.size === wanted.size ? text : undefined
  })
}

/** The value of a key in its place; a new key comes last, as far from the edge as the others. */
function withString(text: string, [key, value]: readonly [string, string]): string {
  const now = stringsIn(text).get(key)
  if (now) {
    const end = now.offset + now.length
    return text.slice(0, now.offset) + JSON.stringify(value) + text.slice(end)
  }
  const [, indent = '  '] = /\n([ \t]+)"/.exec(text) ?? []
  const formattingOptions = {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  }
  return applyEdits(text, modify(text, [key], value, { formattingOptions }))
}

/** Values that are text, by key; of a key that is there twice the last one counts. */
function stringsIn(text: string): Map<string, Node> {
  const { children = [] } = parseTree(text) ?? {}
  return new Map(
    children.flatMap(({ children: [key, value] = [] }) =>
      key && value?.type === 'string' ? [[String(key.value), value]] : [],
    ),
  )
}

function isThere(text: string, key: string): boolean {
  const root = parseTree(text)
  return root !== undefined && findNodeAtLocation(root, [key]) !== undefined
}
