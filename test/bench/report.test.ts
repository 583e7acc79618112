/** What measurements are compared with. */
import { expect, test } from 'vitest'
import type { Sample } from '../../bench/measure/sample.ts'
import { goalTable } from '../../bench/report/goals.ts'

const cold = (generator: string, run: number, cpu: number): Sample => {
  return { input: '36', pages: 36, cell: 'cold', generator, run, figures: { cpu } }
}

test('a ratio compares neighbours in the same run; the median of the runs counts', () => {
  const table = goalTable([
    cold('Passerelle', 1, 9),
    cold('Passerelle', 1, 2),
    cold('Starlight', 1, 10),
    // The machine has become slower.
    cold('Passerelle', 2, 20),
    cold('Starlight', 2, 50),
    cold('Passerelle', 3, 3),
    cold('Starlight', 3, 5),
  ])
  expect(table).toContain(
    '| 36 pages, cold, theme compiled before | 0.40 | 0.20–0.60 | ≤ 0.5 | yes |',
  )
})

test('cells without a measurement have no row', () => {
  expect(goalTable([cold('Passerelle', 1, 1)])).toBe('')
})
