/**
 * Report syntax that other programs support and guides show as typed: `$$` around TeX, and emoji names such as `:tada:`.
 *
 * Mermaid diagrams are reported by `plugins/code`.
 */
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { defineProblems, report } from '../problems.ts'
import { sourceOf, typedTexts } from '../typed-text.ts'

const problem = defineProblems('markdown', {
  'math-not-shown': () => ({
    severity: 'warning',
    reason:
      'Guides do not support formulas, so `$$` is shown as typed. Write the formula in words or as code, or show a picture of it.',
  }),
  'emoji-name': (name: string, emoji: string) => ({
    severity: 'warning',
    reason: `\`:${name}:\` is shown as typed. Write ${emoji} itself.`,
  }),
})

/** Not in `a:b:c` and `9:00:30`. */
const emojiName = /(?<![\p{L}\p{N}:]):([a-z][a-z\d_+-]*):(?![\p{L}\p{N}:])/giu

/** Comes after unknown directives were turned back into text. */
export default function remarkUnsupported() {
  return async (tree: Root, file: VFile): Promise<undefined> => {
    const source = sourceOf(file)
    for (const { text, pointAt } of typedTexts(tree, source, /\$\$/)) {
      const index = text.indexOf('$$')
      if (index < 0) continue
      report(file, problem('math-not-shown'), { start: pointAt(index), end: pointAt(index + 2) })
    }
    const candidates = [...typedTexts(tree, source, /:[a-z][a-z\d_+-]*:/i)]
    if (candidates.length === 0) return
    const { nameToEmoji } = await import('gemoji')
    for (const { text, pointAt } of candidates) {
      for (const { 0: typed, 1: name = '', index } of text.matchAll(emojiName)) {
        const emoji = nameToEmoji[name.toLowerCase()]
        const place = { start: pointAt(index), end: pointAt(index + typed.length) }
        if (emoji) report(file, problem('emoji-name', name, emoji), place)
      }
    }
  }
}
