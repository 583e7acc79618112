/** A sample of `agree.slow.test.ts` and `agree-guides.slow.test.ts`: the same cases each time. */
import { expect, onTestFinished, test } from 'vitest'
import { disagreements } from '../support/agree/compare.ts'
import { docfxCase } from '../support/agree/docfx-cases.ts'
import { docfxSite } from '../support/agree/docfx-site.ts'
import { guideCase } from '../support/agree/guide-cases.ts'
import { guideSite } from '../support/agree/guide-site.ts'

test('check and build say the same of docsets with odd names, pictures, links and headings', async () => {
  const site = await docfxSite()
  onTestFinished(() => site.remove())
  const cases = Array.from({ length: 12 }, (_, index) => docfxCase(index + 1))
  expect(await disagreements(cases, site)).toEqual([])
})

test('check and build say the same of guides that a language lacks, wholly or in part', async () => {
  const site = await guideSite(['en', 'fr-FR', 'de'])
  onTestFinished(() => site.remove())
  // With a page that has the name of a file.
  const cases = [230, 1, 2, 3, 4, 5, 6, 7].map(guideCase)
  expect(await disagreements(cases, site)).toEqual([])
})
