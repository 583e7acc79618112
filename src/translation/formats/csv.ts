/** CSV for a spreadsheet: read back with `,` or `;`, with or without a byte order mark. */
import Papa from 'papaparse'
import { problemAt } from '#plugins/problems.ts'
import { fromTags, toTags } from '../codec/tags.ts'
import { conflictAt, exchangeConflict } from './conflict.ts'
import { decodeFile } from './decode-file.ts'
import { fileProblem, isFatal, languageTag, type ReadFile, type ReadUnit } from './read-unit.ts'
import { blockStates } from '../state/state.ts'
import { type WorkState, workOfWord } from './work-state.ts'
import { countSources, placeNote, stateNote, type UnitSet } from './unit.ts'

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
] as const
type Column = (typeof columns)[number]

/** A cell that begins like this is a formula to a spreadsheet, and text of a page is not trusted. */
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
  }))
  const safe = rows.map((row) =>
    columns.map((column) => (formula.test(row[column]) ? `'${row[column]}` : row[column])),
  )
  return `\uFEFF${Papa.unparse([[...columns], ...safe], { delimiter, newline: '\r\n' })}\r\n`
}

/** Read a CSV file; what is wrong with it is told, never thrown. */
export function readCsv(content: Uint8Array | string, name: string): ReadFile {
  const { text, messages } = decodeFile(content, name)
  if (isFatal({ messages })) return { name, units: [], messages }
  const conflict = conflictAt(text)
  if (conflict) {
    return { name, units: [], messages: [problemAt(name, exchangeConflict(), conflict)] }
  }
  const { data, errors, meta } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
    transformHeader: (header) => header.trim().toLowerCase(),
  })
  const wrong = (expected: string, match: string, line: number) => {
    messages.push(
      problemAt(name, fileProblem('exchange-syntax', match, expected), { line, column: 1 }),
    )
    return { name, units: [], messages }
  }
  const lacking = (['id', 'source', 'target'] as const).filter(
    (item) => !meta.fields?.includes(item),
  )
  if (lacking.length)
    return wrong(
      `columns \`${columns.join(', ')}\``,
      `first line without \`${lacking.join(', ')}\``,
      1,
    )
  const error = errors.find(({ code }) => code !== 'UndetectableDelimiter')
  if (error) {
    const isCut = error.code === 'MissingQuotes' || error.row === data.length - 1
    const line = (error.row ?? 0) + 2
    const problem = isCut
      ? fileProblem('exchange-truncated', `in row ${line}`, 'a whole row')
      : fileProblem(
          'exchange-syntax',
          `row ${line} (${error.message})`,
          `${meta.fields?.length} cells`,
        )
    messages.push(problemAt(name, problem, { line, column: 1 }))
    return { name, units: [], messages }
  }
  const value = (row: Record<string, string>, column: Column) =>
    (row[column] ?? '').replace(/^'(?='*[=+\-@\t\r])/, '')
  const first = data[0]
  const [, total, sources] = (first ? value(first, 'row') : '').split('/').map(Number)
  const [source, target] = (first ? value(first, 'languages') : '').split(' ').map(languageTag)
  const docset = first && value(first, 'docset')
  let line = 1
  const units = data.map((row): ReadUnit => {
    const place = { line: ++line, column: 1 }
    line += Object.values(row).join('').split('\n').length - 1
    const hash = value(row, 'hash').replace(/^#/, '').trim()
    const id = value(row, 'id').trim()
    return {
      ...(id && { id }),
      ...(hash && { hash }),
      source: fromTags(value(row, 'source')),
      ...(value(row, 'target').trim() && { target: fromTags(value(row, 'target')) }),
      ...workOf(value(row, 'state')),
      place,
    }
  })
  return {
    name,
    ...(docset && { docset }),
    ...(source && { sourceLocale: source }),
    ...(target && { targetLocale: target }),
    ...(total && sources && { exported: { units: total, sources } }),
    units,
    messages,
  }
}

/** The state that was exported says nothing; somebody may have typed another word over it. */
function workOf(typed: string): WorkState {
  const word = typed.trim().toLowerCase()
  const exported = word.replace(/\s*\([a-z]+\)$/, '')
  if (blockStates.some((state) => state === exported)) return { work: 'unknown' }
  const work = workOfWord(word)
  return work === 'open' || work === 'machine' ? { work, reason: typed.trim() } : { work }
}
