/** The lines of a PO file: gettext-parser reads over damage in silence, and tells no lines. */
import type { VFileMessage } from 'vfile-message'
import { problemAt } from '#plugins/problems.ts'
import { fileProblem } from './read-unit.ts'

interface Entry {
  line: number
  msgctxt?: string
  msgid?: string
  hasTranslation: boolean
}

/** Check the form of every line; `lineOf` gives the line where an entry begins, 1 if there is none. */
export function scanPo(
  text: string,
  name: string,
): { messages: VFileMessage[]; lineOf: (msgctxt: string | undefined, msgid: string) => number } {
  const messages: VFileMessage[] = []
  const lines = new Map<string, number>()
  let entry: Entry | undefined
  let field: 'msgctxt' | 'msgid' | undefined
  const all = text.split(/\r\n?|\n/)
  for (const [index, typed] of all.entries()) {
    const line = index + 1
    const content = typed.trim()
    if (content === '' || content.startsWith('#')) continue
    const match = /^(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)?\s*("(?:\\.|[^"\\])*")$/.exec(
      content,
    )
    if (!match) {
      const isEnd = all.slice(line).every((rest) => rest.trim() === '')
      messages.push(
        isEnd
          ? problemAt(name, fileProblem('exchange-truncated', 'inside an entry', 'a closing `"`'), {
              line,
              column: 1,
            })
          : problemAt(
              name,
              fileProblem(
                'exchange-syntax',
                'line',
                '`msgctxt`, `msgid`, `msgstr` or a string in quotes',
              ),
              { line, column: 1 },
            ),
      )
      return { messages, lineOf: () => 1 }
    }
    const [, keyword, quoted = ''] = match
    if (keyword === 'msgctxt' || (keyword === 'msgid' && (!entry || entry.msgid !== undefined))) {
      finish()
      entry = { line, hasTranslation: false }
    }
    if (keyword) field = keyword === 'msgctxt' || keyword === 'msgid' ? keyword : undefined
    if (keyword?.startsWith('msgstr') && entry) entry.hasTranslation = true
    if (field && entry) entry[field] = (entry[field] ?? '') + unquote(quoted)
  }
  finish()
  if (lines.size === 0 && messages.length === 0) {
    messages.push(
      problemAt(name, fileProblem('exchange-syntax', 'file without entries', 'a PO file'), {
        line: 1,
        column: 1,
      }),
    )
  }
  return { messages, lineOf: (msgctxt, msgid) => lines.get(key(msgctxt, msgid)) ?? 1 }

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
    field = undefined
  }
}

function key(msgctxt: string | undefined, msgid: string): string {
  return JSON.stringify([msgctxt ?? '', msgid])
}

/** A string of C, as gettext writes it. */
function unquote(quoted: string): string {
  const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }
  return quoted
    .slice(1, -1)
    .replace(/\\(.)/g, (_, character: string) => escapes[character] ?? character)
}
