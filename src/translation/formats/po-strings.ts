/**
 * Strings of PO files, which are those of C: `\n`, `\"`, `\303\211`, `\xC3`.
 *
 * The rules are gettext’s (`po-lex.c`): octal escapes have one to three digits, hexadecimal ones as many
 * as follow, and both are bytes in the charset of the file. `msgcat --escape` writes all that is not ASCII so.
 */

export type Decoded = { text: string } | { problem: 'escape' | 'bytes'; actual: string }

const characters: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}
const escape = /\\(?:([0-7]{1,3})|x([\da-f]+)|(.))/gis

/**
 * The text of adjacent strings, each without its quotes. A character may be cut between two of them, an
 * escape is not. The file is UTF-8, so its bytes are, too.
 */
export function decodeStrings(strings: readonly string[]): Decoded {
  const bytes: Uint8Array[] = []
  const encoder = new TextEncoder()
  for (const typed of strings) {
    let end = 0
    for (const match of typed.matchAll(escape)) {
      const [whole, octal, hex, character = ''] = match
      bytes.push(encoder.encode(typed.slice(end, match.index)))
      end = match.index + whole.length
      const code = octal ? Number.parseInt(octal, 8) : hex ? Number.parseInt(hex, 16) : undefined
      if (code === undefined) {
        const known = characters[character]
        if (known === undefined && /[\p{L}\p{N}]/u.test(character)) {
          return { problem: 'escape', actual: whole }
        }
        bytes.push(encoder.encode(known ?? character))
      } else if (code > 0xff || code === 0) return { problem: 'escape', actual: whole }
      else bytes.push(Uint8Array.of(code))
    }
    bytes.push(encoder.encode(typed.slice(end)))
  }
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(bytes)),
    }
  } catch {
    const result = strings.join('').match(/(?:\\[0-7]{1,3}|\\x[\da-f]+)+/i)?.[0] ?? ''
    return { problem: 'bytes', actual: result.slice(0, 32) }
  }
}

/** A text as one PO string, in quotes, with escapes that every parser knows. */
export function quoteString(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
  return `"${escaped}"`
}
