/** Bytes of a content file to text, or the place where they stop being UTF-8. */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { pointAt } from './source-position.ts'

const problem = defineProblems('files', {
  'file-not-utf8': (byte: string) => ({
    severity: 'error',
    reason: `Byte \`${byte}\` is not UTF-8. Save the file as UTF-8.`,
    note: 'Save the file as UTF-8 in your editor; French accents in the old Windows encoding are the usual cause.',
  }),
})

/** The text without a byte order mark, or the problem that names the first bad byte's line and column. */
export function decode(bytes: Uint8Array, path: string): { text: string; message?: VFileMessage } {
  const text = new TextDecoder('utf-8').decode(bytes)
  const bad = firstBadByte(bytes, text)
  if (bad === undefined) return { text }
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, bad))
  const byte = `0x${bytes[bad]?.toString(16).toUpperCase().padStart(2, '0')}`
  const place = pointAt(before, before.length)
  return { text, message: problemAt(path, problem('file-not-utf8', byte), place) }
}

function firstBadByte(bytes: Uint8Array, text: string): number | undefined {
  // A replacement character may be meant: only one that is not in the bytes marks a bad place.
  for (let index = text.indexOf('\uFFFD'); index >= 0; index = text.indexOf('\uFFFD', index + 1)) {
    const offset = Buffer.byteLength(text.slice(0, index))
    const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? offset + 3 : offset
    if (bytes[start] !== 0xef || bytes[start + 1] !== 0xbf || bytes[start + 2] !== 0xbd)
      return start
  }
  return undefined
}
