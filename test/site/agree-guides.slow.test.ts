/**
 * `check` and `build` say the same of generated guides. `SEED=7` looks at the case of that seed alone,
 * `CASES=300` at more of them.
 */
import { expect, onTestFinished, test } from 'vitest'
import { disagreements } from '../support/agree/compare.ts'
import { guideCase } from '../support/agree/guide-cases.ts'
import { guideSite } from '../support/agree/guide-site.ts'

const seed = Number(process.env['SEED'] ?? 0)
const total = seed ? 1 : Number(process.env['CASES'] ?? 60)
/** As many as share a build. */
const perBuild = 100

test.each(Array.from({ length: Math.ceil(total / perBuild) }, (_, batch) => batch))(
  'check and build agree on every docset of guides of batch %i',
  { timeout: 1_200_000 },
  async (batch) => {
    // Every other site has a language that no guide is written in yet.
    const site = await guideSite(batch % 2 ? ['en', 'fr-FR', 'de'] : ['en', 'fr-FR'])
    onTestFinished(() => site.remove())
    const first = seed || batch * perBuild + 1
    const count = Math.min(perBuild, total - batch * perBuild)
    const cases = Array.from({ length: count }, (_, index) => guideCase(first + index))
    expect(await disagreements(cases, site)).toEqual([])
  },
)
