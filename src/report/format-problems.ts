/** Problems to text for people, JSON or SARIF for programs, or annotations for a pull request. */
import { manualUrl } from '#plugins/problems.ts'
import { type ProblemGroup, groupProblems } from './group-problems.ts'
import { countErrors, type ReportedProblem } from './problems.ts'
import { sarifLog } from './sarif.ts'

export const formats = ['text', 'json', 'github', 'sarif'] as const
export type Format = (typeof formats)[number]

/**
 * The whole report, without a line break at its end.
 *
 * @param all - False counts what repeats in a text. The other formats have every warning.
 */
export function formatProblems(
  problems: readonly ReportedProblem[],
  format: Format,
  { all = true }: { all?: boolean } = {},
): string {
  switch (format) {
    case 'json':
      return JSON.stringify({ errors: countErrors(problems), problems }, undefined, 2)
    case 'github':
      return problems.map(annotation).join('\n')
    case 'sarif':
      return sarifLog(problems)
    case 'text':
      return [...lines(problems, all), summary(problems), ...help(problems)].join('\n')
  }
}

/** In reading order where all are shown; else errors, then warnings by rule. */
function lines(problems: readonly ReportedProblem[], all: boolean): string[] {
  const groups = all ? undefined : groupProblems(problems.filter(isWarning))
  if (!groups) return problems.map(line)
  const errors = problems.filter((problem) => !isWarning(problem)).map(line)
  return [...errors, ...groups.flatMap(groupLines), 'With --all, every warning is listed.']
}

function groupLines({ ruleId, files, hiddenFiles, hidden }: ProblemGroup): string[] {
  const shown = files.flatMap((item) => [
    ...item.shown.map(line),
    ...(item.hidden > 0 ? [`${item.file}: ${item.hidden} more ${ruleId}`] : []),
  ])
  const rest = `${plural(hiddenFiles, 'more file')} with ${plural(hidden, 'warning')} ${ruleId}`
  return [...shown, ...(hiddenFiles > 0 ? [rest] : [])]
}

function isWarning({ severity }: ReportedProblem): boolean {
  return severity === 'warning'
}

/** `file:line:column severity rule  reason`, which terminals and editors turn into a link. */
function line({ file, line, column, severity, ruleId, reason, note }: ReportedProblem): string {
  const text = `${file}:${line}:${column} ${severity} ${ruleId}  ${reason}`
  return note ? `${text}\n    ${note}` : text
}

function summary(problems: readonly ReportedProblem[]): string {
  const errors = countErrors(problems)
  const files = new Set(problems.map(({ file }) => file)).size
  if (problems.length === 0) return 'No problems.'
  return `${plural(errors, 'error')}, ${plural(problems.length - errors, 'warning')} in ${plural(files, 'file')}.`
}

/** Where the rules are explained, for those who have met one. */
function help({ length }: readonly ReportedProblem[]): string[] {
  return length ? [`Every rule is explained with an example: ${manualUrl}/rules/`] : []
}

/** A number with its noun: `1 error`, `2 errors`. */
export function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** See “workflow commands” in GitHub’s documentation for the escapes. */
function annotation(problem: ReportedProblem): string {
  const { file, line, column, severity, ruleId, reason, url } = problem
  const escape = (text: string) =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  const property = (text: string) => escape(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
  return `::${severity} file=${property(file)},line=${line},col=${column},title=${ruleId}::${escape(url ? `${reason} See ${url}` : reason)}`
}
