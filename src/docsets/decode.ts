/** Decode content files, and report where one is not UTF-8. */
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

const utf16 = defineProblems('files', {
  'file-not-utf8': () => ({
    severity: 'error',
    reason: 'The file is in UTF-16. Save the file as UTF-8.',
    note: 'Choose UTF-8 when you save it: “Unicode” in a list of encodings is UTF-16, and so is what `>` writes in Windows PowerShell.',
  }),
})

/**
 * The text of a file without byte order mark, and a problem at the first byte that is not UTF-8. UTF-16 is one
 * problem of the file: it is decoded all the same, so that nothing else is reported.
 */
export function decode(bytes: Uint8Array, path: string): { text: string; message?: VFileMessage } {
  const wide = utf16Of(bytes)
  if (wide) {
    const message = problemAt(path, utf16('file-not-utf8'), { line: 1, column: 1 })
    return { text: new TextDecoder(wide).decode(bytes), message }
  }
  const text = new TextDecoder('utf-8').decode(bytes)
  const bad = firstBadByte(bytes, text)
  if (bad === undefined) return { text }
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, bad))
  const byte = `0x${bytes[bad]?.toString(16).toUpperCase().padStart(2, '0')}`
  const place = pointAt(before, before.length)
  return { text, message: problemAt(path, problem('file-not-utf8', byte), place) }
}

function firstBadByte(bytes: Uint8Array, text: string): number | undefined {
  // The text may contain a replacement character: only one that is not in the bytes marks an error.
  for (let index = text.indexOf('\uFFFD'); index >= 0; index = text.indexOf('\uFFFD', index + 1)) {
    const offset = Buffer.byteLength(text.slice(0, index))
    const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? offset + 3 : offset
    if (bytes[start] !== 0xef || bytes[start + 1] !== 0xbf || bytes[start + 2] !== 0xbd)
      return start
  }
  return undefined
}

/** Detect UTF-16 by its byte order mark, else by zeros: every second byte of ASCII markup is zero. */
export function utf16Of(content: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = content
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const start = content.subarray(0, 2000)
  if (!start.includes(0)) return undefined
  const zeros = [0, 0]
  for (const [index, byte] of start.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = zeros
  const many = start.length / 8
  if (odd > many && even === 0) return 'utf-16le'
  return even > many && odd === 0 ? 'utf-16be' : undefined
}
