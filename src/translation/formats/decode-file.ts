/** Decode a file that another program wrote, or give the reason why it is not text. */
import type { VFileMessage } from 'vfile-message'
import { problemAt } from '#plugins/problems.ts'
import { decode, utf16Of } from '../../docsets/decode.ts'
import { fileProblem } from './read-unit.ts'

export interface DecodedFile {
  /** Without a byte order mark; empty where `messages` has an error. */
  text: string
  messages: VFileMessage[]
}

/**
 * UTF-8, or UTF-16 as spreadsheets save it, with or without a byte order mark. Anything else is refused: a
 * guess would write wrong letters into pages.
 */
export function decodeFile(content: Uint8Array | string, name: string): DecodedFile {
  if (typeof content === 'string') return { text: content.replace(/^\uFEFF/, ''), messages: [] }
  const refuse = (match: string, place = { line: 1, column: 1 }): DecodedFile => ({
    text: '',
    messages: [problemAt(name, fileProblem('exchange-encoding', match), place)],
  })
  if (isUtf32(content)) return refuse('it is in UTF-32')
  const wide = utf16Of(content)
  if (wide) {
    try {
      return { text: new TextDecoder(wide, { fatal: true }).decode(content), messages: [] }
    } catch {
      return refuse('some bytes are not whole UTF-16')
    }
  }
  const { text, message } = decode(content, name)
  if (message) {
    const result = /`.*?`/.exec(message.reason)?.[0] ?? ''
    return refuse(`byte ${result}`, { line: message.line ?? 1, column: message.column ?? 1 })
  }
  const zero = text.indexOf('\0')
  return zero < 0 ? { text, messages: [] } : refuse('byte `0x00`', placeAt(text, zero))
}

function isUtf32([a, b, c, d]: Uint8Array): boolean {
  return (
    (a === 0xff && b === 0xfe && c === 0 && d === 0) ||
    (a === 0 && b === 0 && c === 0xfe && d === 0xff)
  )
}

function placeAt(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
