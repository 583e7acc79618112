/** Take terms from elsewhere into the glossary file: rows that are there keep what they say. */
import Papa from 'papaparse'
import { delimiterOf } from '../formats/delimiter.ts'
import { isStaying, plainNote, type TermConcept } from '../formats/tbx.ts'
import { primary } from '../language/detect-language.ts'

export interface MergedTerms {
  /** Of the file. */
  text: string
  added: number
  /** Rows that got a form in a language that they had none in. */
  completed: number
  known: number
  /** Terms that the glossary has in other words; its own stay. */
  different: readonly TermDifference[]
  /** Concepts without a term in the language of the glossary. */
  left: number
}

interface TermDifference {
  term: string
  locale: string
  own: string
  other: string
  line: number
}

export interface MergeOptions {
  /** BCP 47: that of the glossary’s terms, and those that the site is translated into. */
  sourceLocale: string
  targetLocales: readonly string[]
}

const fixed = ['term', 'note', 'dnt', 'ui', 'case', 'not']

/** The file as a table. */
interface Table extends MergeOptions {
  columns: readonly string[]
  rows: string[][]
}

/** @param text - Of a glossary that can be read; undefined where there is none. */
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
  const table: Table = { ...options, columns, rows }
  const result = { added: 0, completed: 0, known: 0, left: 0 }
  const different: TermDifference[] = []
  for (const concept of concepts) {
    const term = formFor(concept, options.sourceLocale)
    const row = term === undefined ? undefined : rows.find((item) => isTerm(table, item, term))
    if (term === undefined) result.left++
    else if (row === undefined) {
      rows.push(rowOf(table, concept, term))
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

/** A row is known by its term, or by its form in the source language. */
function isTerm({ columns, sourceLocale }: Table, row: readonly string[], term: string): boolean {
  return columns.some(
    (column, index) =>
      (column === 'term' || primary(column) === primary(sourceLocale)) &&
      row[index]?.trim().toLowerCase() === term.toLowerCase(),
  )
}

/** Forms for empty cells of the site’s languages; a cell with another form is reported. */
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
    ['dnt', isStaying(concept) ? 'x' : ''],
    ['not', concept.avoid.join('|')],
  ])
  return columns.map((column) => {
    const value = values.get(column)
    if (value !== undefined) return value
    return fixed.includes(column) || isStaying(concept) ? '' : (formFor(concept, column) ?? '')
  })
}

/** The first form in a language, or in another one of the same. */
function formFor({ terms }: TermConcept, locale: string): string | undefined {
  const near = [...terms.keys()].find((tag) => primary(tag) === primary(locale))
  return (terms.get(locale) ?? (near === undefined ? undefined : terms.get(near)))?.[0]
}
