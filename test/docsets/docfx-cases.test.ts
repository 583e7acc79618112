/**
 * docfx’s own cases, built in memory and compared with the HTML that docfx makes.
 *
 * `vitest -u` writes the tables of `plugins/docfx/README.md`; `CASE=<part of a name>` prints what differs.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasDocfxCases, readDocfxCases } from '../support/docfx-cases/read-cases.ts'
import {
  type CaseResult,
  differenceText,
  nameOf,
  passesByArea,
  withTables,
} from '../support/docfx-cases/report.ts'
import { differencesOf } from '../support/docfx-cases/run-case.ts'

/** Of all cases, how many are as docfx makes them at least; only ever raised. */
const least = 167 / 176

const readme = join(import.meta.dirname, '../../plugins/docfx/README.md')

describe.skipIf(!hasDocfxCases)('docfx’s own cases', () => {
  const results: CaseResult[] = []

  beforeAll(async () => {
    for (const docfxCase of readDocfxCases()) {
      results.push({ docfxCase, differences: await differencesOf(docfxCase) })
    }
  })

  test('give the pages that docfx makes', () => {
    const differing = results.filter(({ differences }) => differences.length > 0)
    const { CASE: wanted } = process.env
    const shown = differing.filter(({ docfxCase }) => wanted && nameOf(docfxCase).includes(wanted))
    const passes = passesByArea(results).map(([area, count]) => `${area}: ${count}`)
    const total = `All: ${results.length - differing.length} of ${results.length}`
    console.log([...shown.map(differenceText), ...passes, total].join('\n'))
    expect(results.length - differing.length).toBeGreaterThanOrEqual(results.length * least)
  })

  test('are in the tables of the README as they are now', async () => {
    const text = await withTables(readFileSync(readme, 'utf8'), results)
    await expect(text).toMatchFileSnapshot(readme)
  })
})
