/**
 * `check` and `build` say the same of generated docsets. `SEED=7` looks at the case of that seed alone,
 * `CASES=2000` at more of them.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { disagreements } from '../support/agree/compare.ts'
import { docfxCase } from '../support/agree/docfx-cases.ts'
import { docfxSite } from '../support/agree/docfx-site.ts'

const seed = Number(process.env['SEED'] ?? 0)
const total = seed ? 1 : Number(process.env['CASES'] ?? 60)
/** As many as share a build. */
const perBuild = 170

let site: Awaited<ReturnType<typeof docfxSite>>
beforeAll(async () => {
  site = await docfxSite()
})
afterAll(() => site.remove())

test.each(Array.from({ length: Math.ceil(total / perBuild) }, (_, batch) => batch))(
  'check and build agree on every docset of batch %i',
  { timeout: 1_200_000 },
  async (batch) => {
    const first = seed || batch * perBuild + 1
    const count = Math.min(perBuild, total - batch * perBuild)
    const cases = Array.from({ length: count }, (_, index) => docfxCase(first + index))
    expect(await disagreements(cases, site)).toEqual([])
  },
)
