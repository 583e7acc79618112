/** A sample of `agree.slow.test.ts`: one site of generated docsets, the same ones each time. */
import { expect, onTestFinished, test } from 'vitest'
import { disagreements } from '../support/agree/compare.ts'
import { docfxCase } from '../support/agree/docfx-cases.ts'
import { docfxSite } from '../support/agree/docfx-site.ts'

test('check and build say the same of docsets with odd names, pictures, links and headings', async () => {
  const site = await docfxSite()
  onTestFinished(() => site.remove())
  const cases = Array.from({ length: 24 }, (_, at) => docfxCase(at + 1))
  expect(await disagreements(cases, site)).toEqual([])
}, 600_000)
