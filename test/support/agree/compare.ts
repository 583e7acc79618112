/** Compare what `check` and `build` say of many generated cases that share a site. */
import type { ReportedProblem } from '#src/report/problems.ts'
import { type Outcome, lineOf } from './run.ts'

/** A site of cases on disk. */
export interface CaseSite<Case> {
  write: (cases: readonly Case[]) => Promise<void>
  check: () => Promise<Outcome>
  build: (keepGoing: boolean) => Promise<Outcome>
  /** The case that a problem is about; undefined for the site’s. */
  caseOf: (problem: ReportedProblem, cases: readonly Case[]) => Case | undefined
  /** The case without what problems name; undefined where nothing of it is left. */
  mend: (example: Case, problems: readonly ReportedProblem[]) => Case | undefined
  unknown: (problems: readonly ReportedProblem[]) => string[]
  describe: (example: Case) => string
}

/** More suspects than this are found by halving sooner than one by one. */
const mostSuspects = 8

/** What is wrong, in words, with the cases that show it; empty where `check` and `build` agree. */
export async function disagreements<Case extends { id: string }>(
  cases: readonly Case[],
  site: CaseSite<Case>,
): Promise<string[]> {
  const results = await differences(cases, site)
  const [only] = cases
  if (results.length === 0 || only === undefined) return results
  if (cases.length === 1) return results.map((text) => `${text}\n${site.describe(only)}`)
  const parts: string[] = []
  for (const group of groups(cases, results)) parts.push(...(await disagreements(group, site)))
  return parts.length ? parts : results.map((text) => `${text} (only together)`)
}

/** The cases that messages name, each by itself, and the others together; halves where that is no help. */
function groups<Case extends { id: string }>(
  cases: readonly Case[],
  messages: readonly string[],
): Case[][] {
  const ids = new Set(messages.flatMap((message) => message.match(/\bc\d+\b/g) ?? []))
  const suspects = cases.filter(({ id }) => ids.has(id))
  if (suspects.length > 0 && suspects.length <= mostSuspects) {
    const others = cases.filter(({ id }) => !ids.has(id))
    return [...suspects.map((suspect) => [suspect]), others].filter(({ length }) => length)
  }
  const half = Math.ceil(cases.length / 2)
  return [cases.slice(0, half), cases.slice(half)]
}

async function differences<Case>(cases: readonly Case[], site: CaseSite<Case>): Promise<string[]> {
  await site.write(cases)
  const checked = await site.check()
  const [problems = []] = checked.reports
  const errors = problems.filter(({ severity }) => severity === 'error')
  const wrong: string[] = []
  if (checked.reports.length !== 1) wrong.push(`check failed: ${checked.warnings.slice(0, 2000)}`)
  if (checked.code !== Number(errors.length > 0)) wrong.push(`check exits with ${checked.code}`)
  for (const file of site.unknown(problems)) wrong.push(`check names ${file}, which nobody has`)
  const built = await site.build(true)
  wrong.push(...unlike(problems, built, errors.length > 0))
  if (errors.length === 0 || wrong.length) return wrong
  const mended = await mend(cases, site, errors)
  if (typeof mended === 'string') return [mended]
  if (mended.cases.length === 0) return []
  return unlike(mended.problems, await site.build(false), false)
}

/** Take out what `check` names, until it names no error any more. */
async function mend<Case>(
  cases: readonly Case[],
  site: CaseSite<Case>,
  first: readonly ReportedProblem[],
): Promise<{ cases: readonly Case[]; problems: ReportedProblem[] } | string> {
  let left = cases
  let errors = first
  for (let round = 0; round < 12; round++) {
    const byCase = Map.groupBy(errors, (problem) => site.caseOf(problem, left))
    const lost = byCase.get(undefined)
    if (lost?.[0]) return `an error belongs to no case: ${lineOf(lost[0])}`
    left = left.flatMap((example) => {
      const own = byCase.get(example)
      return own ? (site.mend(example, own) ?? []) : [example]
    })
    if (left.length === 0) return { cases: [], problems: [] }
    await site.write(left)
    const [problems = []] = (await site.check()).reports
    errors = problems.filter(({ severity }) => severity === 'error')
    if (errors.length === 0) return { cases: left, problems }
  }
  return `check still names errors after twelve rounds: ${lineOf(errors[0] as ReportedProblem)}`
}

function unlike(
  problems: readonly ReportedProblem[],
  built: Outcome,
  hasErrors: boolean,
): string[] {
  const own = new Set(problems.filter(isToldByBoth).map(lineOf))
  const all = built.reports.flat().filter(isToldByBoth)
  const ofContent = all.filter(({ ruleId }) => !ruleId.startsWith('built-'))
  const other = new Set(ofContent.map(lineOf))
  const wrong = [
    ...[...own].filter((line) => !other.has(line)).map((line) => `only check says: ${line}`),
    ...[...other].filter((line) => !own.has(line)).map((line) => `only build says: ${line}`),
  ]
  const broken = all.filter(({ ruleId }) => ruleId.startsWith('built-'))
  wrong.push(...broken.map((problem) => `only build says: ${lineOf(problem)}`))
  if (!/pages built|no page to show/.test(built.warnings))
    wrong.push(`build publishes nothing: ${built.warnings.slice(0, 3000)}`)
  if (built.code !== Number(hasErrors) && !/no page to show/.test(built.warnings))
    wrong.push(`build exits with ${built.code}`)
  return wrong
}

/** What a translator may still do is looked for by `check` alone; it never stops a build. */
function isToldByBoth({ ruleId, severity }: ReportedProblem): boolean {
  return !(ruleId.startsWith('l10n-') && severity === 'warning')
}
