/** The lines of a PO file: gettext-parser reads over damage in silence, and gives no lines. */
import type { VFileMessage } from 'vfile-message'
import { type Problem, problemAt } from '#plugins/problems.ts'
import { conflictAt, exchangeConflict } from './conflict.ts'
import { decodeStrings, quoteString } from './po-strings.ts'
import { fileProblem } from './read-unit.ts'

interface Entry {
  line: number
  msgctxt?: string
  msgid?: string
  hasTranslation: boolean
}

export interface ScannedPo {
  /** The file with one line for each string, and in it only escapes that gettext-parser knows. */
  text: string
  messages: VFileMessage[]
  /** The line where an entry begins, 1 if there is none. */
  lineOf: (msgctxt: string | undefined, msgid: string) => number
}

/** The strings after a keyword. */
interface Field {
  keyword: string
  /** Index of its line. */
  index: number
  strings: string[]
}

const stringLine = /^(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)?\s*("(?:\\.|[^"\\])*")$/

/** A file that is being scanned. */
interface PoScanner {
  /** Name of the file in messages. */
  name: string
  messages: VFileMessage[]
  /** The lines of the file, their strings decoded. */
  decoded: string[]
  /** Lines where entries begin. */
  entryLines: Map<string, number>
  entry?: Entry | undefined
  field?: Field | undefined
}

/** Check the form of every line and decode every string. */
export function scanPo(text: string, name: string): ScannedPo {
  const lines = text.split(/\r\n?|\n/)
  const scanner: PoScanner = { name, messages: [], decoded: [...lines], entryLines: new Map() }
  const { messages, decoded, entryLines } = scanner
  for (const [index, typed] of lines.entries()) {
    const content = typed.trim()
    if (content === '' || content.startsWith('#')) continue
    const match = stringLine.exec(content)
    if (!match) {
      const isEnd = lines.slice(index + 1).every((rest) => rest.trim() === '')
      addMessage(scanner, lineProblem(content, isEnd), index + 1)
      return { text, messages, lineOf: () => 1 }
    }
    const [, keyword, quoted = ''] = match
    if (keyword) openField(scanner, keyword, index)
    scanner.field?.strings.push(quoted.slice(1, -1))
    if (scanner.field && !keyword) decoded[index] = ''
  }
  closeField(scanner)
  closeEntry(scanner)
  if (entryLines.size === 0 && messages.length === 0) {
    addMessage(
      scanner,
      fileProblem('exchange-syntax', 'File has no entries.', 'Import a PO file.'),
      1,
    )
  }
  return {
    text: decoded.join('\n'),
    messages,
    lineOf: (msgctxt, msgid) => entryLines.get(key(msgctxt, msgid)) ?? 1,
  }
}

/** @param index - Index of the field’s first line. */
function openField(scanner: PoScanner, keyword: string, index: number): void {
  closeField(scanner)
  scanner.field = { keyword, index, strings: [] }
  const opensEntry =
    keyword === 'msgctxt' ||
    (keyword === 'msgid' && (!scanner.entry || scanner.entry.msgid !== undefined))
  if (opensEntry) {
    closeEntry(scanner)
    scanner.entry = { line: index + 1, hasTranslation: false }
  }
  const { entry } = scanner
  if (keyword.startsWith('msgstr') && entry) entry.hasTranslation = true
  if (keyword === 'msgid' && entry) entry.msgid = ''
}

function closeField(scanner: PoScanner): void {
  const { field, entry, decoded } = scanner
  if (!field) return
  const { keyword, index, strings } = field
  scanner.field = undefined
  const result = decodeStrings(strings)
  if ('problem' in result) {
    const problem =
      result.problem === 'bytes'
        ? fileProblem('exchange-encoding', `it has the bytes \`${result.actual}\``)
        : fileProblem(
            'exchange-syntax',
            `gettext has no escape \`${result.actual}\`.`,
            'Correct it.',
          )
    addMessage(scanner, problem, index + 1)
    return
  }
  decoded[index] = `${keyword} ${quoteString(result.text)}`
  if (entry && (keyword === 'msgctxt' || keyword === 'msgid')) entry[keyword] = result.text
}

function closeEntry(scanner: PoScanner): void {
  const { entry, entryLines } = scanner
  if (!entry) return
  const { line, msgctxt, msgid = '', hasTranslation } = entry
  if (!hasTranslation) {
    addMessage(scanner, fileProblem('exchange-truncated', 'inside an entry', '`msgstr`'), line)
  } else if (entryLines.has(key(msgctxt, msgid))) {
    addMessage(scanner, fileProblem('unit-twice', msgctxt ?? msgid), line)
  }
  entryLines.set(key(msgctxt, msgid), line)
  scanner.entry = undefined
}

function addMessage({ messages, name }: PoScanner, problem: Problem, line: number): void {
  messages.push(problemAt(name, problem, { line, column: 1 }))
}

function lineProblem(content: string, isEnd: boolean) {
  if (conflictAt(content)) return exchangeConflict()
  return isEnd
    ? fileProblem('exchange-truncated', 'inside an entry', 'a closing `"`')
    : fileProblem(
        'exchange-syntax',
        'Line cannot be read.',
        'Write `msgctxt`, `msgid`, `msgstr` or a string in quotes.',
      )
}

function key(msgctxt: string | undefined, msgid: string): string {
  return JSON.stringify([msgctxt ?? '', msgid])
}
