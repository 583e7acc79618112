/** Findings that the team has accepted, each with its reason. */
import Papa from 'papaparse'
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { delimiterOf } from '../formats/delimiter.ts'
import type { Finding } from './finding.ts'

export interface IgnoredFinding {
  rule: string
  /** Of the block of the translation; a block that changes is looked at again. */
  hash: string
  reason: string
  line: number
}

const problem = defineProblems('translation', {
  'ignore-columns': (actual: string) => ({
    severity: 'error',
    reason: `The columns are \`${actual}\`. Write the first line \`rule;hash;reason\`.`,
  }),
  'ignore-row': (actual: string) => ({
    severity: 'error',
    reason: `Row \`${actual}\` cannot be read. Write a rule, 16 hex digits and a reason.`,
  }),
  'ignore-unused': (rule: string, hash: string) => ({
    severity: 'warning',
    reason: `Row \`${rule};${hash}\` matches no finding. Delete it.`,
  }),
})

/** Read `ignore.csv`, with `;` or `,`; an absent file is an empty one. */
export function readIgnore(
  text: string,
  name: string,
): { accepted: IgnoredFinding[]; messages: VFileMessage[] } {
  const messages: VFileMessage[] = []
  if (!text.trim()) return { accepted: [], messages }
  const { data, meta } = Papa.parse<Record<string, string>>(text, {
    header: true,
    delimiter: delimiterOf(text),
    transformHeader: (header) => header.trim(),
  })
  const columns = meta.fields ?? []
  if (!['rule', 'hash', 'reason'].every((column) => columns.includes(column))) {
    const finding = problem('ignore-columns', columns.join(';'))
    return { accepted: [], messages: [problemAt(name, finding, { line: 1, column: 1 })] }
  }
  let line = 1
  const accepted = data.flatMap((values): IgnoredFinding[] => {
    const own = ++line
    // A quoted reason may go over several lines.
    line += Object.values(values).join('').split('\n').length - 1
    const [rule = '', hash = '', reason = ''] = ['rule', 'hash', 'reason'].map((column) =>
      (values[column] ?? '').trim(),
    )
    if (!rule && !hash && !reason) return []
    if (rule && /^[\da-f]{16}$/.test(hash) && reason) return [{ rule, hash, reason, line: own }]
    const finding = problem('ignore-row', [rule, hash, reason].join(';'))
    messages.push(problemAt(name, finding, { line: own, column: 1 }))
    return []
  })
  return { accepted, messages }
}

/** The file’s text with new hashes for old ones, everything else as it is. */
export function renameInIgnore(text: string, renamed: ReadonlyMap<string, string>): string {
  return text.replace(/(?<![\da-f])[\da-f]{16}(?![\da-f])/g, (hash) => renamed.get(hash) ?? hash)
}

/**
 * Take accepted findings away.
 *
 * @param findings - All of the run: rows that accept none of them are reported, unless `isPart` says
 *   that only some pages were looked at.
 * @param name - Of the file, for messages.
 */
export function withoutAccepted(
  findings: readonly Finding[],
  accepted: readonly IgnoredFinding[],
  name: string,
  isPart = false,
): { findings: Finding[]; messages: VFileMessage[] } {
  const rows = new Map(accepted.map((row) => [`${row.rule} ${row.hash}`, row]))
  const used = new Set<string>()
  const left = findings.filter(({ problem: { ruleId }, hash }) => {
    const key = `${ruleId} ${hash}`
    if (rows.has(key)) used.add(key)
    return !rows.has(key)
  })
  const unused = isPart ? [] : accepted.filter(({ rule, hash }) => !used.has(`${rule} ${hash}`))
  const messages = unused.map(({ rule, hash, line }) =>
    problemAt(name, problem('ignore-unused', rule, hash), { line, column: 1 }),
  )
  return { findings: left, messages }
}
