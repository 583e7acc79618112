import { expect, test } from 'vitest'
import type { Finding } from '#src/translation/lint/finding.ts'
import { readIgnore, renameInIgnore, withoutAccepted } from '#src/translation/lint/ignore.ts'

const hash = '3f9a1c0b7e52d4aa'
const other = '91bb02c7d0e1f3c4'

function finding(ruleId: string, block: string): Finding {
  const point = { line: 1, column: 1 }
  const problem = { ruleId, url: '', severity: 'warning' as const, reason: 'Unexpected' }
  return { problem, name: 'page.mdx', place: { start: point, end: point }, hash: block }
}

/** Rules and hashes of what is left, and rule and line of what is said about the file. */
function accept(csv: string, findings: readonly Finding[], isPart = false) {
  const { accepted, messages } = readIgnore(csv, 'ignore.csv')
  const left = withoutAccepted(findings, accepted, 'ignore.csv', isPart)
  return {
    left: left.findings.map(({ problem, hash }) => `${problem.ruleId} ${hash}`),
    said: [...messages, ...left.messages].map(({ ruleId, line }) => `${line} ${ruleId}`),
  }
}

test('a row accepts the findings of its rule on its block, and no others', () => {
  const findings = [
    finding('l10n-fr-dash', hash),
    finding('l10n-fr-dash', other),
    finding('l10n-number', hash),
  ]
  expect(accept(`rule;hash;reason\nl10n-fr-dash;${hash};a name\n`, findings)).toEqual({
    left: [`l10n-fr-dash ${other}`, `l10n-number ${hash}`],
    said: [],
  })
})

test('a row that matches nothing is reported, unless only a part was checked', () => {
  const csv = `rule,hash,reason\nl10n-fr-dash,${hash},"a name,\nand a long one"\nl10n-number,${hash},no number\n`
  expect(accept(csv, [finding('l10n-fr-dash', hash)])).toEqual({
    left: [],
    said: ['4 ignore-unused'],
  })
  expect(accept(csv, [], true)).toEqual({ left: [], said: [] })
})

test.each([
  ['no reason', `rule;hash;reason\nl10n-number;${hash};\n`, '2 ignore-row'],
  ['no hash', 'rule;hash;reason\nl10n-number;oops;because\n', '2 ignore-row'],
  ['no first line', `l10n-number;${hash};because\n`, '1 ignore-columns'],
])('a row with %s accepts nothing, and is reported', (_, csv, expected) => {
  const { left, said } = accept(csv, [finding('l10n-number', hash)])
  expect(left).toEqual([`l10n-number ${hash}`])
  expect(said).toEqual([expected])
})

test('an empty file, a file that is not there and blank lines are fine', () => {
  expect(accept('', [])).toEqual({ left: [], said: [] })
  expect(accept('rule;hash;reason\n\n;;\n', [])).toEqual({ left: [], said: [] })
})

test('a fixed block keeps its accepted findings; the rest of the file stays as typed', () => {
  const csv = `rule;hash;reason\r\nl10n-number;${hash};"no; number"\r\n`
  expect(renameInIgnore(csv, new Map([[hash, other]]))).toBe(csv.replace(hash, other))
})
