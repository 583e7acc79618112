/** Problems as SARIF 2.1.0, which code hosts and editors read. */
import { version } from '../package.ts'
import type { ReportedProblem } from './problems.ts'

/** Where the format is described, for programs that check it. */
const schema = 'https://json.schemastore.org/sarif-2.1.0.json'

/** One log with one run; without problems it says that there are none. */
export function sarifLog(problems: readonly ReportedProblem[]): string {
  const rules = new Map(problems.map((problem) => [problem.ruleId, ruleOf(problem)]))
  const ids = [...rules.keys()]
  const run = {
    tool: { driver: { name: 'Passerelle', version, rules: [...rules.values()] } },
    // Columns of problems count what JavaScript counts.
    columnKind: 'utf16CodeUnits',
    results: problems.map((problem) => resultOf(problem, ids.indexOf(problem.ruleId))),
  }
  return JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, undefined, 2)
}

function ruleOf({ ruleId, url }: ReportedProblem) {
  return { id: ruleId, ...(url && { helpUri: url }) }
}

function resultOf(problem: ReportedProblem, ruleIndex: number) {
  const { file, line, column, severity, ruleId, reason, note } = problem
  const artifactLocation = { uri: relativeUri(file), uriBaseId: '%SRCROOT%' }
  const region = { startLine: line, startColumn: column }
  return {
    ruleId,
    ruleIndex,
    level: severity,
    message: { text: note ? `${reason}\n${note}` : reason },
    locations: [{ physicalLocation: { artifactLocation, region } }],
  }
}

/** A path as an address: what it means there is written otherwise. */
function relativeUri(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/')
}
