/** Problems of a run as plain values, in reading order, for every printer. */
import type { VFileMessage } from 'vfile-message'

export interface ReportedProblem {
  file: string
  /** From 1; 1:1 for a problem of the file as a whole. */
  line: number
  column: number
  severity: 'error' | 'warning'
  ruleId: string
  /** What was found, then what was expected. */
  reason: string
  note?: string
  /** Of the section that explains the rule. */
  url?: string
  /** Of the block of a translation, by which `ignore.csv` names it. */
  hash?: string
}

/** Sorted by file and place, each problem once. */
export function toProblems(messages: readonly VFileMessage[]): ReportedProblem[] {
  const problems = messages.map((message) => ({
    file: message.file ?? '',
    line: message.line ?? 1,
    column: message.column ?? 1,
    severity: message.fatal ? ('error' as const) : ('warning' as const),
    ruleId: message.ruleId ?? 'unknown',
    reason: message.reason,
    ...(message.note && { note: message.note }),
    ...(message.url && { url: message.url }),
    ...(message.hash && { hash: message.hash }),
  }))
  return inOrder(problems)
}

/** In reading order, each once: an included file says the same on every page that includes it. */
export function inOrder(problems: readonly ReportedProblem[]): ReportedProblem[] {
  const once = new Map(problems.map((problem) => [JSON.stringify(problem), problem]))
  return [...once.values()].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.ruleId, b.ruleId),
  )
}

export function countErrors(problems: readonly ReportedProblem[]): number {
  return problems.filter(({ severity }) => severity === 'error').length
}

/** By code unit, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
