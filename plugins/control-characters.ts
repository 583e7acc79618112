/**
 * Report characters that no reader sees and that programs stumble over: control characters, halves of
 * surrogate pairs, and the two that Unicode keeps for no use at the end of its first plane.
 */
import type { VFile } from 'vfile'
import { defineProblems, report } from './problems.ts'

const problem = defineProblems('files', {
  'character-invisible': (code: string, others: number) => ({
    severity: 'warning',
    reason:
      `Character U+${code} cannot be shown. Delete it.` +
      (others ? ` The file has ${others} more of its kind.` : ''),
  }),
})

const invisible = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|\p{Cs}/gu

/** One problem a file: what wrote one of them mostly wrote many. */
export default function remarkControlCharacters() {
  return (_tree: unknown, file: VFile): undefined => {
    const text = String(file).replace(/^\uFEFF/, '')
    const [first, ...others] = text.matchAll(invisible)
    if (!first) return
    const lines = text.slice(0, first.index).split(/\r\n?|\n/)
    const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
    report(file, problem('character-invisible', codeOf(first[0]), others.length), place)
  }
}

/** `0000`, as Unicode writes it. */
function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}
