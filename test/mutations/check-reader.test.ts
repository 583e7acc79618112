/** The check of readers finds what it is for: a reader with a planted fault does not pass. */
import { expect, test } from 'vitest'
import type { ReportedProblem } from '#src/report/problems.ts'
import { failuresOf } from './check-reader.ts'
import type { Reader } from './readers.ts'

const problem = {
  file: 'a.txt',
  line: 2,
  column: 1,
  severity: 'error',
  ruleId: 'some-rule',
  reason: 'Line is wrong.',
} as ReportedProblem

function reader(read: (text: string) => readonly ReportedProblem[]): Reader {
  const texts = ['first\nsecond\nthird\n']
  const decoder = new TextDecoder()
  return {
    name: 'planted',
    texts,
    dictionary: ['!'],
    read: async (bytes) => read(decoder.decode(bytes)),
  }
}

test('a reader that tells each problem with its place passes', async () => {
  expect(
    await failuresOf(
      reader(() => [problem]),
      1,
      50,
    ),
  ).toEqual([])
})

test('a reader that throws at a rare input is caught, with the seed that repeats it', async () => {
  const fragile = reader((text) => {
    if (text.includes('!!!!')) throw new TypeError('planted')
    return []
  })
  const [first] = await failuresOf(fragile, 1, 500)
  expect(first?.what).toContain('planted')
  const [again] = await failuresOf(fragile, first?.seed ?? 0, 1)
  expect(again?.input).toBe(first?.input)
})

test.each([
  ['file', { file: '' }],
  ['line', { line: 0 }],
  ['column', { column: Number.NaN }],
  ['rule', { ruleId: 'unknown' }],
  ['reason', { reason: '' }],
])('a problem without its %s is caught', async (_what, wrong) => {
  const [first] = await failuresOf(
    reader(() => [{ ...problem, ...wrong }]),
    1,
    5,
  )
  expect(first?.what).toMatch(/^problem without/)
})
