/** Findings that somebody has looked at and accepted: a CSV file with a rule and the block’s hash. */
import Papa from 'papaparse'
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'

export interface Accepted {
  /** Whether a finding of `rule` on the block with this hash is accepted. */
  has: (rule: string, hash: string) => boolean
}

const problem = defineProblems({
  'ignore-row': (found: string) => ({
    severity: 'error',
    reason: `Unexpected row \`${found}\`, expected a rule and a hash of 16 digits, such as \`language-source;3f9a1c0b7e52d4aa\``,
  }),
})

/** Read rows `rule;hash;note`, with or without a first line that says so; of a wrong row nothing is accepted. */
export function readAccepted(
  text: string,
  name: string,
): { accepted: Accepted; messages: VFileMessage[] } {
  const messages: VFileMessage[] = []
  const keys = new Set<string>()
  const { data } = Papa.parse<string[]>(text)
  for (const [index, row] of data.entries()) {
    const [rule = '', hash = ''] = row.map((value) => value.trim())
    if (row.every((value) => !value.trim()) || (index === 0 && rule === 'rule')) continue
    if (rule && /^[\da-f]{16}$/.test(hash)) keys.add(`${rule} ${hash}`)
    else {
      messages.push(
        problemAt(name, problem('ignore-row', row.join(';')), { line: index + 1, column: 1 }),
      )
    }
  }
  return { accepted: { has: (rule, hash) => keys.has(`${rule} ${hash}`) }, messages }
}
