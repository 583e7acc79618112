/** Tell which words of the interface a language has to borrow. */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { type StringTables, borrowedKeys, speakerOf } from './strings.ts'

const problem = defineProblems({
  'ui-language': (tag: string, speaker: string) => ({
    severity: 'warning',
    reason: `Unexpected language \`${tag}\` without interface strings, expected \`content/ui/${tag}.json\`: the interface speaks \`${speaker}\``,
  }),
  'ui-string-missing': (tag: string, keys: readonly string[]) => ({
    severity: 'warning',
    reason: `Unexpected missingStrings in the interface strings of \`${tag}\`, expected ${keys.map((key) => `\`${key}\``).join(', ')}: readers see the nearest language`,
  }),
})

export function missingStrings(tags: readonly string[], tables: StringTables): VFileMessage[] {
  return tags.flatMap((tag) => {
    const speaker = speakerOf(tag, tables)
    const keys = borrowedKeys(tag, tables)
    if (keys.length === 0) return []
    const file = `content/ui/${tag}.json`
    // The language has no file yet: what its translator copies is the speaker's.
    if (speaker !== tag)
      return [problemAt(`content/ui/${speaker}.json`, problem('ui-language', tag, speaker))]
    // A region borrows from its language without loss: nobody needs `en-US` beside `en`.
    return tables.has(tag) ? [problemAt(file, problem('ui-string-missing', tag, keys))] : []
  })
}
