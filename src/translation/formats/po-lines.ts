/** The lines of a PO file: gettext-parser reads over damage in silence, and tells no lines. */
import type { VFileMessage } from 'vfile-message'
import { problemAt } from '#plugins/problems.ts'
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

/** Check the form of every line and decode every string. */
export function scanPo(text: string, name: string): ScannedPo {
  const messages: VFileMessage[] = []
  const lines = new Map<string, number>()
  let entry: Entry | undefined
  let field: Field | undefined
  const all = text.split(/\r\n?|\n/)
  const decoded = [...all]
  for (const [index, typed] of all.entries()) {
    const content = typed.trim()
    if (content === '' || content.startsWith('#')) continue
    const match = stringLine.exec(content)
    if (!match) {
      const isEnd = all.slice(index + 1).every((rest) => rest.trim() === '')
      const problem = lineProblem(content, isEnd)
      messages.push(problemAt(name, problem, { line: index + 1, column: 1 }))
      return { text, messages, lineOf: () => 1 }
    }
    const [, keyword, quoted = ''] = match
    if (keyword) {
      closeField()
      field = { keyword, index, strings: [] }
    }
    if (keyword === 'msgctxt' || (keyword === 'msgid' && (!entry || entry.msgid !== undefined))) {
      finish()
      entry = { line: index + 1, hasTranslation: false }
    }
    if (keyword?.startsWith('msgstr') && entry) entry.hasTranslation = true
    if (keyword === 'msgid' && entry) entry.msgid = ''
    field?.strings.push(quoted.slice(1, -1))
    if (field && !keyword) decoded[index] = ''
  }
  closeField()
  finish()
  if (lines.size === 0 && messages.length === 0) {
    messages.push(
      problemAt(name, fileProblem('exchange-syntax', 'file without entries', 'a PO file'), {
        line: 1,
        column: 1,
      }),
    )
  }
  return {
    text: decoded.join('\n'),
    messages,
    lineOf: (msgctxt, msgid) => lines.get(key(msgctxt, msgid)) ?? 1,
  }

  function closeField(): void {
    if (!field) return
    const { keyword, index, strings } = field
    field = undefined
    const result = decodeStrings(strings)
    if ('problem' in result) {
      const problem =
        result.problem === 'bytes'
          ? fileProblem('exchange-encoding', `bytes \`${result.found}\``)
          : fileProblem('exchange-syntax', `escape \`${result.found}\``, 'one that gettext knows')
      messages.push(problemAt(name, problem, { line: index + 1, column: 1 }))
      return
    }
    decoded[index] = `${keyword} ${quoteString(result.text)}`
    if (entry && (keyword === 'msgctxt' || keyword === 'msgid')) entry[keyword] = result.text
  }

  function finish(): void {
    if (!entry) return
    const { line, msgctxt, msgid = '', hasTranslation } = entry
    const place = { line, column: 1 }
    if (!hasTranslation) {
      messages.push(
        problemAt(name, fileProblem('exchange-truncated', 'inside an entry', '`msgstr`'), place),
      )
    } else if (lines.has(key(msgctxt, msgid))) {
      messages.push(problemAt(name, fileProblem('unit-twice', msgctxt ?? msgid), place))
    }
    lines.set(key(msgctxt, msgid), line)
    entry = undefined
  }
}

function lineProblem(content: string, isEnd: boolean) {
  if (conflictAt(content)) return exchangeConflict()
  return isEnd
    ? fileProblem('exchange-truncated', 'inside an entry', 'a closing `"`')
    : fileProblem('exchange-syntax', 'line', '`msgctxt`, `msgid`, `msgstr` or a string in quotes')
}

function key(msgctxt: string | undefined, msgid: string): string {
  return JSON.stringify([msgctxt ?? '', msgid])
}
