import { expect, test } from 'vitest'
import { formatProblems } from '#src/report/format-problems.ts'
import type { ReportedProblem } from '#src/report/problems.ts'
import { version } from '#src/package.ts'
import { readSarif } from '../support/sarif.ts'

const dead: ReportedProblem = {
  file: 'content/docs/en/a guide/start.mdx',
  line: 7,
  column: 3,
  severity: 'error',
  ruleId: 'link-missing',
  reason: 'Link to `b` leads nowhere.',
}
const stale: ReportedProblem = { ...dead, line: 9, severity: 'warning', ruleId: 'block-stale' }

test('a run without problems is a valid log that says so', () => {
  const { runs } = readSarif(formatProblems([], 'sarif'))
  expect(runs).toHaveLength(1)
  expect(runs[0].results).toEqual([])
  expect(runs[0].tool.driver).toMatchObject({ name: 'Passerelle', version })
})

test('each problem names its rule, its severity, its file and what JavaScript counts as its column', () => {
  const { runs } = readSarif(formatProblems([dead, { ...dead, line: 8 }, stale], 'sarif'))
  const [{ results, tool, columnKind }] = runs
  expect(columnKind).toBe('utf16CodeUnits')
  expect(tool.driver.rules.map(({ id }) => id)).toEqual(['link-missing', 'block-stale'])
  expect(results.map(({ ruleIndex, level }) => [ruleIndex, level])).toEqual([
    [0, 'error'],
    [0, 'error'],
    [1, 'warning'],
  ])
  expect(results[0]?.locations[0]?.physicalLocation).toMatchObject({
    artifactLocation: { uri: 'content/docs/en/a%20guide/start.mdx', uriBaseId: '%SRCROOT%' },
    region: { startLine: 7, startColumn: 3 },
  })
})

test('a note is part of the message, and a rule has the address of its page', () => {
  const url = 'https://passerelle.example/go/manual/rules/#link-missing'
  const { runs } = readSarif(formatProblems([{ ...dead, note: 'Look there.', url }], 'sarif'))
  expect(runs[0].results[0]?.message.text).toBe('Link to `b` leads nowhere.\nLook there.')
  expect(runs[0].tool.driver.rules).toEqual([{ id: 'link-missing', helpUri: url }])
})

test('the schema finds what is wrong', () => {
  const text = formatProblems([dead], 'sarif').replace('"startLine": 7', '"startLine": 0')
  expect(() => readSarif(text)).toThrow('startLine')
})
