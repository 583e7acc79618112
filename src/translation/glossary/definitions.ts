/** The definitions of the glossary as a docset of one page, translated from one column into another. */
import type { YamlMarkdown } from '../../docsets/docfx/yaml-pages/yaml-markdown.ts'
import type { SiteSources } from '../../docsets/find-site.ts'
import type { TextSources, TranslatedDocset } from '../../docsets/translated-docset.ts'
import { type KeyedText, keyedMarkdown, onOneLine } from '../blocks/keyed-texts.ts'
import { decodeFile } from '../formats/decode-file.ts'
import { primary } from '../language/detect-language.ts'
import { type Cell, cellsOf, withCells } from './cells.ts'

/** Reserved: no docset of pages can have this id. */
const docsetId = 'terms'
const fileName = 'glossary.csv'
const prefix = 'definition:'

/**
 * The docset of definitions. None if only one language has definitions, or if the glossary cannot be read, which
 * `readGlossary` reports.
 *
 * @param folder - The folder of translation data (`content/l10n`).
 */
export async function definitionsIn(
  docsets: readonly TranslatedDocset[],
  { files }: Pick<SiteSources['context'], 'files'>,
  folder: string,
): Promise<TextSources[]> {
  const own = docsets.filter(({ kind }) => kind !== 'tree')
  const [first] = own
  const absolute = `${folder}/${fileName}`
  const bytes = first && (await files.read(absolute))
  if (!bytes) return []
  const { text } = decodeFile(bytes, absolute)
  const { sourceLocale } = first.docset
  const others = own.flatMap(({ docset }) => docset.editions.map(({ locale }) => locale))
  const locales = [...new Set([sourceLocale, ...others])].filter((tag) => definitionsOf(text, tag))
  if (locales.length < 2 || !definitionsOf(text, sourceLocale)?.markdown) return []
  const page = { path: fileName, absolute, slug: 'glossary' }
  const editions = locales.map((locale) => ({
    locale,
    root: folder,
    pages: [page],
    resources: [],
    published: new Set<string>(),
  }))
  return [{ kind: 'texts', docset: { id: docsetId, dialect: 'docfx', sourceLocale, editions } }]
}

/** The definitions in one language, keyed by term; undefined if there is no such column, or if quotes are broken. */
export function definitionsOf(file: string, locale: string): YamlMarkdown | undefined {
  const [head = [], ...rows] = cellsOf(file) ?? []
  const columns = head.map(({ value }) => value.trim())
  const column = columnOf(columns, locale)
  const name = columns.indexOf('term')
  if (column < 0 || name < 0) return undefined
  const cells = new Map<string, Cell>()
  for (const row of rows) {
    const [term, cell] = [row[name]?.value.trim(), row[column]]
    // `readGlossary` reports other rows.
    if (term && cell && row.length === head.length) cells.set(keyOf(term, cells), cell)
  }
  const texts = [...cells].flatMap(([key, { value, start }]): KeyedText[] =>
    value.trim() ? [{ key, words: value, offset: start + Number(file[start] === '"') }] : [],
  )
  return keyedMarkdown(file, texts, (words, changed = file) => {
    // Cells are elsewhere once another column has changed.
    if (changed !== file) return definitionsOf(changed, locale)?.write?.(words)
    const changes = [...words].flatMap(([key, value]) => {
      const cell = cells.get(key)
      return cell && onOneLine(cell.value) !== value ? [{ cell, value }] : []
    })
    return [...words.keys()].every((key) => cells.has(key)) ? withCells(file, changes) : undefined
  })
}

/** The column of a language, else of another variant of it, as for `readerTerms`. */
function columnOf(columns: readonly string[], locale: string): number {
  const exact = columns.indexOf(prefix + locale)
  if (exact >= 0) return exact
  return columns.findIndex(
    (column) =>
      column.startsWith(prefix) && primary(column.slice(prefix.length)) === primary(locale),
  )
}

/** A term that occurs in several rows gets numbered keys. */
function keyOf(term: string, taken: ReadonlyMap<string, unknown>): string {
  let key = term
  for (let count = 2; taken.has(key); count++) key = `${term} ${count}`
  return key
}
