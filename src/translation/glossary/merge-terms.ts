/** Merge terms of another tool into the glossary file. Existing values stay. */
import Papa from 'papaparse'
import { delimiterOf } from '../formats/delimiter.ts'
import { isUntranslated, plainNote, type TermConcept } from '../formats/tbx.ts'
import { primary } from '../language/detect-language.ts'

export interface MergedTerms {
  /** New text of the file. */
  text: string
  /** New rows. */
  added: number
  /** Rows that got a translation for a language that they lacked. */
  completed: number
  /** Rows that did not change. */
  known: number
  /** Terms whose translation in the glossary is another one. */
  different: readonly TermDifference[]
  /** Concepts without a term in the source language, which are left out. */
  skipped: number
}

interface TermDifference {
  term: string
  locale: string
  /** The translation in the glossary, and that of the other tool. */
  own: string
  other: string
  /** Line of the other tool’s file. */
  line: number
}

export interface MergeOptions {
  /** BCP 47 tag of the column `term`, and of the languages that the site is translated into. */
  sourceLocale: string
  targetLocales: readonly string[]
}

const fixed = ['term', 'note', 'dnt', 'ui', 'case', 'not']

/** The file as a table. */
interface Table extends MergeOptions {
  columns: readonly string[]
  rows: string[][]
  /** The first row of a term, or of its form in the source language, by `termKey`. */
  byTerm: Map<string, string[]>
}

/**
 * Add rows for new terms, and translations that a row lacks.
 *
 * @param text - The glossary file, which must be readable; undefined to make a new one.
 */
export function mergeTerms(
  text: string | undefined,
  concepts: readonly TermConcept[],
  options: MergeOptions,
): MergedTerms {
  const before = text ?? `${['term', ...options.targetLocales, ...fixed.slice(1)].join(';')}\n`
  const delimiter = delimiterOf(before)
  const newline = before.includes('\r\n') ? '\r\n' : '\n'
  const { data } = Papa.parse<string[]>(before, { delimiter, skipEmptyLines: 'greedy' })
  const [names = [], ...rows] = data
  const columns = names.map((name) => name.trim().replace(/^\uFEFF/, ''))
  const table: Table = { ...options, columns, rows, byTerm: new Map() }
  for (const row of rows) indexRow(table, row)
  const result = { added: 0, completed: 0, known: 0, skipped: 0 }
  const different: TermDifference[] = []
  for (const concept of concepts) {
    const term = formFor(concept, options.sourceLocale)
    const row = term === undefined ? undefined : table.byTerm.get(termKey(term))
    if (term === undefined) result.skipped++
    else if (row === undefined) {
      const added = rowOf(table, concept, term)
      rows.push(added)
      indexRow(table, added)
      result.added++
    } else {
      const gaps = compare(table, row, concept, different)
      for (const { index, form } of gaps) row[index] = form
      if (gaps.length > 0) result.completed++
      else result.known++
    }
  }
  const all = Papa.unparse([names, ...rows], { delimiter, newline })
  return { ...result, different, text: `${all}${newline}` }
}

function indexRow({ columns, sourceLocale, byTerm }: Table, row: string[]) {
  for (const [index, column] of columns.entries()) {
    if (column !== 'term' && primary(column) !== primary(sourceLocale)) continue
    const key = termKey(row[index] ?? '')
    if (key && !byTerm.has(key)) byTerm.set(key, row)
  }
}

function termKey(term: string): string {
  return term.trim().toLowerCase()
}

/** Translations for the empty cells of a row; cells with another translation are added to `different`. */
function compare(
  { columns, targetLocales }: Table,
  row: readonly string[],
  concept: TermConcept,
  different: TermDifference[],
): { index: number; form: string }[] {
  const cell = (column: string) => row[columns.indexOf(column)]?.trim() ?? ''
  return targetLocales.flatMap((locale) => {
    const exact = columns.indexOf(locale)
    const near = columns.findIndex((name) => primary(name) === primary(locale))
    const index = exact >= 0 ? exact : near
    const form = formFor(concept, locale)
    const own = row[index]?.trim() ?? ''
    const stays = cell('dnt') !== '' && form === cell('term')
    if (index < 0 || !form || own === form || stays) return []
    if (!own) return [{ index, form }]
    different.push({ term: cell('term'), locale, own, other: form, line: concept.line })
    return []
  })
}

function rowOf({ columns }: Table, concept: TermConcept, term: string): string[] {
  const values = new Map([
    ['term', term],
    ['note', plainNote(concept)],
    ['dnt', isUntranslated(concept) ? 'x' : ''],
    ['not', concept.avoid.join('|')],
  ])
  return columns.map((column) => {
    const value = values.get(column)
    if (value !== undefined) return value
    return fixed.includes(column) || isUntranslated(concept) ? '' : (formFor(concept, column) ?? '')
  })
}

/** The first term in a language, else in another variant of it. */
function formFor({ terms }: TermConcept, locale: string): string | undefined {
  const near = [...terms.keys()].find((tag) => primary(tag) === primary(locale))
  return (terms.get(locale) ?? (near === undefined ? undefined : terms.get(near)))?.[0]
}
