/**
 * Report what other programs draw and guides show as typed: `$$` around TeX, and `:tada:` for a sign.
 *
 * Diagrams in Mermaid are told by the plugin of code.
 */
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { defineProblems, report } from '../problems.ts'
import { sourceOf, typedTexts } from '../typed-text.ts'

const problem = defineProblems('markdown', {
  'math-not-shown': () => ({
    severity: 'warning',
    reason:
      'Guides draw no math, so `$$` is shown as typed. Write the formula in words or as code, or show a picture of it.',
  }),
  'emoji-name': (name: string, sign: string) => ({
    severity: 'warning',
    reason: `\`:${name}:\` is shown as typed. Write ${sign} itself.`,
  }),
})

/** `a:b:c` and `9:00:30` are text. */
const emojiName = /(?<![\p{L}\p{N}:]):([a-z][a-z\d_+-]*):(?![\p{L}\p{N}:])/giu

/** Comes after directives that are none are text again. */
export default function remarkNotDrawn() {
  return async (tree: Root, file: VFile): Promise<undefined> => {
    const source = sourceOf(file)
    for (const { text, pointAt } of typedTexts(tree, source, /\$\$/)) {
      const index = text.indexOf('$$')
      if (index < 0) continue
      report(file, problem('math-not-shown'), { start: pointAt(index), end: pointAt(index + 2) })
    }
    const found = [...typedTexts(tree, source, /:[a-z][a-z\d_+-]*:/i)]
    if (found.length === 0) return
    const { nameToEmoji } = await import('gemoji')
    for (const { text, pointAt } of found) {
      for (const { 0: typed, 1: name = '', index } of text.matchAll(emojiName)) {
        const sign = nameToEmoji[name.toLowerCase()]
        const place = { start: pointAt(index), end: pointAt(index + typed.length) }
        if (sign) report(file, problem('emoji-name', name, sign), place)
      }
    }
  }
}
