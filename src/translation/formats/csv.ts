/** CSV for a spreadsheet: read back with `,` or `;`, with or without a byte order mark. */
import Papa, { type ParseResult } from 'papaparse'
import { type Problem, problemAt } from '#plugins/problems.ts'
import { fromTags, toTags } from '../codec/tags.ts'
import { conflictAt, exchangeConflict } from './conflict.ts'
import { decodeFile } from './decode-file.ts'
import {
  type FilePosition,
  fileProblem,
  isFatal,
  languageTag,
  type ReadFile,
  type ReadUnit,
} from './read-unit.ts'
import { blockStates } from '../state/state.ts'
import { type WorkState, workOfWord } from './work-state.ts'
import { countSources, matchNote, placeNote, stateNote, type Unit, type UnitSet } from './unit.ts'

const columns = [
  'id',
  'hash',
  'state',
  'place',
  'source',
  'target',
  'docset',
  'languages',
  'row',
  'likeness',
  'proposal',
] as const
type Column = (typeof columns)[number]

/** A cell that begins like this is a formula to a spreadsheet, and the text of a page is not trusted. */
const formula = /^'*[=+\-@\t\r]/

/**
 * The text of a CSV file, with a byte order mark, which Excel needs for accents.
 *
 * @param delimiter - `;` where the spreadsheet’s decimal sign is a comma, as in French.
 */
export function writeCsv(
  set: UnitSet,
  { delimiter = ',' }: { delimiter?: ',' | ';' } = {},
): string {
  const { docset, sourceLocale, targetLocale, units } = set
  const sources = countSources(units)
  const rows = units.map((unit, index): Record<Column, string> => ({
    id: unit.id,
    hash: `#${unit.hash}`,
    state: stateNote(unit),
    place: `${placeNote(unit)} (${unit.note.file}:${unit.note.line})`,
    source: toTags(unit.source),
    target: unit.target && unit.state !== 'untranslated' ? toTags(unit.target) : '',
    docset,
    languages: `${sourceLocale} ${targetLocale}`,
    row: `${index + 1}/${units.length}/${sources}`,
    ...proposalOf(unit),
  }))
  const safe = rows.map((row) =>
    columns.map((column) => (formula.test(row[column]) ? `'${row[column]}` : row[column])),
  )
  return `\uFEFF${Papa.unparse([[...columns], ...safe], { delimiter, newline: '\r\n' })}\r\n`
}

/** Beside the translation, not in it: a table cannot say that a text is only offered. */
function proposalOf({
  matches: [best] = [],
}: Unit): Pick<Record<Column, string>, 'likeness' | 'proposal'> {
  return best
    ? { likeness: matchNote(best), proposal: toTags(best.target) }
    : { likeness: '', proposal: '' }
}

type CsvRow = Record<string, string>

/** Read a CSV file; problems are in the result, never thrown. */
export function readCsv(content: Uint8Array | string, name: string): ReadFile {
  const { text, messages } = decodeFile(content, name)
  const refuse = (problem: Problem, place: FilePosition): ReadFile => ({
    name,
    units: [],
    messages: [...messages, problemAt(name, problem, place)],
  })
  if (isFatal({ messages })) return { name, units: [], messages }
  const conflict = conflictAt(text)
  if (conflict) return refuse(exchangeConflict(), conflict)
  const result = Papa.parse<CsvRow>(text, {
    header: true,
    skipEmptyLines: true,
    transformHeader: (header) => header.trim().toLowerCase(),
  })
  const refusal = tableProblem(result)
  if (refusal) return refuse(refusal.problem, { line: refusal.line, column: 1 })
  return { name, ...fileFacts(result.data[0]), units: readRows(result.data), messages }
}

/** A column that is missing, or a row that is not whole. */
function tableProblem({
  data,
  errors,
  meta,
}: ParseResult<CsvRow>): { problem: Problem; line: number } | undefined {
  const required: readonly Column[] = ['id', 'source', 'target']
  const missing = required.filter((column) => !meta.fields?.includes(column))
  if (missing.length) {
    const fault = `First line has no \`${missing.join(', ')}\`.`
    const advice = `Its columns are \`${columns.join(', ')}\`.`
    return { problem: fileProblem('exchange-syntax', fault, advice), line: 1 }
  }
  const error = errors.find(({ code }) => code !== 'UndetectableDelimiter')
  if (!error) return undefined
  const isCut = error.code === 'MissingQuotes' || error.row === data.length - 1
  const line = (error.row ?? 0) + 2
  const problem = isCut
    ? fileProblem('exchange-truncated', `in row ${line}`, 'the last of its cells')
    : fileProblem(
        'exchange-syntax',
        `Row ${line} cannot be read (${error.message}).`,
        `Give it ${meta.fields?.length} cells.`,
      )
  return { problem, line }
}

/** What every row says of the whole file. */
function fileFacts(first: CsvRow | undefined): Partial<ReadFile> {
  if (!first) return {}
  const docset = cellOf(first, 'docset')
  const [source, target] = cellOf(first, 'languages').split(' ').map(languageTag)
  const [, total, sources] = cellOf(first, 'row').split('/').map(Number)
  return {
    ...(docset && { docset }),
    ...(source && { sourceLocale: source }),
    ...(target && { targetLocale: target }),
    ...(total && sources && { exported: { units: total, sources } }),
  }
}

function readRows(rows: readonly CsvRow[]): ReadUnit[] {
  let line = 1
  return rows.map((row): ReadUnit => {
    const place = { line: ++line, column: 1 }
    line += Object.values(row).join('').split('\n').length - 1
    const hash = cellOf(row, 'hash').replace(/^#/, '').trim()
    const id = cellOf(row, 'id').trim()
    const target = cellOf(row, 'target')
    return {
      ...(id && { id }),
      ...(hash && { hash }),
      source: fromTags(cellOf(row, 'source')),
      ...(target.trim() && { target: fromTags(target) }),
      ...workOf(cellOf(row, 'state')),
      place,
    }
  })
}

/** The text of a cell, without the `'` that protects it from being a formula. */
function cellOf(row: CsvRow, column: Column): string {
  return (row[column] ?? '').replace(/^'(?='*[=+\-@\t\r])/, '')
}

/** The state as it was exported says nothing; a translator may have typed another word over it. */
function workOf(typed: string): WorkState {
  const word = typed.trim().toLowerCase()
  const exported = word.replace(/\s*\([a-z]+\)$/, '')
  if (blockStates.some((state) => state === exported)) return { work: 'unknown' }
  const work = workOfWord(word)
  return work === 'open' || work === 'machine' ? { work, reason: typed.trim() } : { work }
}
