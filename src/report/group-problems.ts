/** A long report for people: what repeats is counted, with the first places of each rule in each file. */
import type { ReportedProblem } from './problems.ts'

/** As many problems of a rule are shown of one file, and as many files of a rule. */
const mostShown = 3

/** Problems of one rule that are shown, and how many are not. */
export interface ProblemGroup {
  ruleId: string
  files: { file: string; shown: readonly ReportedProblem[]; hidden: number }[]
  /** Of files that are not shown at all. */
  hiddenFiles: number
  hidden: number
}

/**
 * Warnings by rule and file, rare rules first; undefined where none repeats so often that something would be hidden.
 *
 * @param warnings - In reading order.
 */
export function groupProblems(warnings: readonly ReportedProblem[]): ProblemGroup[] | undefined {
  const byRule = Map.groupBy(warnings, ({ ruleId }) => ruleId)
  const rules = [...byRule].toSorted(([, a], [, b]) => a.length - b.length)
  const groups = rules.map(([ruleId, problems]) => groupOf(ruleId, problems))
  const isShort = groups.every(
    ({ files, hiddenFiles }) => hiddenFiles === 0 && files.every(({ hidden }) => hidden === 0),
  )
  return isShort ? undefined : groups
}

function groupOf(ruleId: string, problems: readonly ReportedProblem[]): ProblemGroup {
  const files = [...Map.groupBy(problems, ({ file }) => file)]
  const others = files.slice(mostShown)
  return {
    ruleId,
    files: files.slice(0, mostShown).map(([file, own]) => ({
      file,
      shown: own.slice(0, mostShown),
      hidden: Math.max(0, own.length - mostShown),
    })),
    hiddenFiles: others.length,
    hidden: others.reduce((sum, [, own]) => sum + own.length, 0),
  }
}
