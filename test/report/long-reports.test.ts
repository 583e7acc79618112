/** Reports that are too long to read: what repeats is counted, and what is known is left out. */
import { describe, expect, test } from 'vitest'
import { baselineText, readBaseline, withoutKnown } from '#src/report/baseline.ts'
import { formatProblems } from '#src/report/format-problems.ts'
import type { ReportedProblem } from '#src/report/problems.ts'

const problem = (
  file: string,
  line: number,
  ruleId = 'link-case',
  severity: ReportedProblem['severity'] = 'warning',
): ReportedProblem => ({ file, line, column: 1, severity, ruleId, reason: `Message of ${ruleId}.` })

const times = (count: number, make: (index: number) => ReportedProblem) =>
  Array.from({ length: count }, (_, index) => make(index + 1))

const linesOf = (problems: readonly ReportedProblem[], all = false) =>
  formatProblems(problems, 'text', { all }).split('\n')

describe('a long report for people', () => {
  test('shows the first three places of a rule in a file, and how many more there are', () => {
    expect(linesOf(times(12, (line) => problem('a.md', line)))).toEqual([
      'a.md:1:1 warning link-case  Message of link-case.',
      'a.md:2:1 warning link-case  Message of link-case.',
      'a.md:3:1 warning link-case  Message of link-case.',
      'a.md: 9 more link-case',
      'With --all, every warning is listed.',
      '0 errors, 12 warnings in 1 file.',
      expect.stringContaining('Every rule'),
    ])
  })

  test('shows three files of a rule, and how many more have it', () => {
    const lines = linesOf(times(9, (index) => problem(`${index}.md`, 1)))
    expect(lines.slice(0, 4)).toEqual([
      '1.md:1:1 warning link-case  Message of link-case.',
      '2.md:1:1 warning link-case  Message of link-case.',
      '3.md:1:1 warning link-case  Message of link-case.',
      '6 more files with 6 warnings link-case',
    ])
  })

  test('begins with every error, then rare warnings', () => {
    const common = times(20, (line) => problem('a.md', line))
    const errors = times(5, (line) => problem('z.md', line, 'toc-yaml', 'error'))
    const lines = linesOf([...common, problem('b.md', 1, 'ms-date'), ...errors])
    expect(lines.map((line) => line.split(' ')[2]).slice(0, 7)).toEqual([
      ...Array<string>(5).fill('toc-yaml'),
      'ms-date',
      'link-case',
    ])
  })

  test('is whole with --all, and in the order of the files where it is short', () => {
    const many = times(12, (line) => problem('a.md', line))
    expect(linesOf(many, true)).toHaveLength(14)
    const few = [problem('a.md', 1), problem('a.md', 2, 'ms-date'), problem('b.md', 1)]
    expect(linesOf(few)).toEqual(linesOf(few, true))
  })

  test('has everything for programs', () => {
    const many = times(12, (line) => problem('a.md', line))
    const { problems } = JSON.parse(formatProblems(many, 'json', { all: false })) as {
      problems: unknown[]
    }
    expect(problems).toHaveLength(12)
    expect(formatProblems(many, 'github', { all: false }).split('\n')).toHaveLength(12)
  })
})

describe('a baseline', () => {
  const known = [problem('a.md', 4), problem('a.md', 9), problem('b.md', 1, 'ms-date')]
  const baseline = readBaseline(baselineText(known)) ?? {}

  test('leaves out what it knows, wherever in its file that has moved to', () => {
    const moved = known.map((item) => ({ ...item, line: item.line + 7 }))
    expect(withoutKnown(moved, baseline)).toEqual([])
  })

  test.each([
    ['a rule that the file had not', problem('a.md', 1, 'ms-date')],
    ['a file that had nothing', problem('c.md', 1)],
    ['other words', { ...problem('a.md', 12), reason: 'Other words.' }],
    ['one more of the same', problem('a.md', 12)],
  ])('shows %s', (_, fresh) => {
    expect(withoutKnown([...known, fresh], baseline)).toEqual([fresh])
  })

  test('never hides an error', () => {
    const error = problem('a.md', 1, 'toc-yaml', 'error')
    const both = readBaseline(baselineText([...known, error])) ?? {}
    expect(both).toEqual(baseline)
    expect(withoutKnown([...known, error], both)).toEqual([error])
  })

  test.each([
    '',
    '[]',
    '{"version": 2, "warnings": {}}',
    '{"version": 1, "warnings": {"a": {"b": 1}}}',
  ])('is not any other file: %s', (text) => {
    expect(readBaseline(text)).toBeUndefined()
  })
})
