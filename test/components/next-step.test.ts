/** Where a reader goes on in the steps of a guide. */
import { expect, test } from 'vitest'
import { stepProgress } from '#src/components/progress/next-step.ts'

const step = (id: string, phase = 'assess', optional = false) => ({ id, phase, optional })
const steps = [
  step('a'),
  step('b'),
  step('c', 'assess', true),
  step('d', 'enable'),
  step('how-to', 'none'),
  step('e', 'enable'),
]
const phases = [{ id: 'assess' }, { id: 'enable' }]
const after = (...done: string[]) => stepProgress(steps, phases, new Set(done))

test.each([
  ['the first step, where nothing is done', [], 'a'],
  ['behind the last that is done', ['b'], 'd'],
  ['what was left out before, when the end is reached', ['b', 'd', 'e'], 'a'],
  ['an optional step, when it is all that is left', ['a', 'b', 'd', 'e'], 'c'],
  ['nowhere, when all is done', ['a', 'b', 'c', 'd', 'e'], undefined],
])('%s', (_, done, next) => {
  expect(after(...done).next?.id).toBe(next)
})

test('steps of no phase are not counted, nor are ticks of steps that are gone', () => {
  expect(after('a', 'how-to', 'gone')).toMatchObject({ done: 1, total: 5 })
})

test('a guide without phases counts all its steps', () => {
  expect(stepProgress(steps, [], new Set(['how-to']))).toMatchObject({ done: 1, total: 6 })
})
