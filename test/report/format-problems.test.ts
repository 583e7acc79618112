/** How problems are printed, and that each says where its rule is explained. */
import { expect, test } from 'vitest'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { formatProblems } from '#src/report/format-problems.ts'
import { toProblems } from '#src/report/problems.ts'

const problem = defineProblems('links', {
  'link-gone': (url: string) => ({ severity: 'error', reason: `Link to \`${url}\` is gone.` }),
})
const problems = toProblems([problemAt('a.mdx', problem('link-gone', 'b'), { line: 3, column: 1 })])
const url = 'https://passerelle.example/go/manual/rules-links/#link-gone'

test('for people, a line for each, and at the end where all rules are explained', () => {
  expect(formatProblems(problems, 'text').split('\n')).toEqual([
    'a.mdx:3:1 error link-gone  Link to `b` is gone.',
    '1 error, 0 warnings in 1 file.',
    'Every rule is explained with an example: https://passerelle.example/go/manual/rules/',
  ])
  expect(formatProblems([], 'text')).toBe('No problems.')
})

test('for programs, with the address of the rule', () => {
  expect(JSON.parse(formatProblems(problems, 'json'))).toMatchObject({ problems: [{ url }] })
})

test('for a pull request, with the address of the rule behind the message', () => {
  expect(formatProblems(problems, 'github')).toBe(
    `::error file=a.mdx,line=3,col=1,title=link-gone::Link to \`b\` is gone. See ${url}`,
  )
})
