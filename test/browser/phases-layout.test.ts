/** How the phases are drawn on screens of several sizes. */
import { describe, expect, test } from 'vitest'
import { builtSite } from '../support/built-site.ts'
import { visitorOf } from '../support/visitor.ts'

const { open } = visitorOf(await builtSite('own'))

describe('the diagram of the phases', () => {
  test.each([1024, 1280, 1366, 1440])(
    'is a row at %i pixels, each name in one piece',
    async (width) => {
      const page = await open('fr-fr/fasttrack/', { viewport: { width, height: 900 } })
      const boxes = await page.locator('.phase-diagram__box').evaluateAll((all) =>
        all.map((box) => {
          const range = document.createRange()
          range.selectNodeContents(box.querySelector('.phase-diagram__label')!)
          return { top: box.getBoundingClientRect().top, lines: range.getClientRects().length }
        }),
      )
      expect(boxes).toHaveLength(5)
      expect(new Set(boxes.map(({ top }) => top)).size).toBe(1)
      expect(boxes.map(({ lines }) => lines)).toEqual([1, 1, 1, 1, 1])
    },
  )

  test('scrolls the steps of a phase into view when it is tapped on a phone', async () => {
    const page = await open('fr-fr/fasttrack/', {
      viewport: { width: 390, height: 700 },
      hasTouch: true,
    })
    const phase = page.getByRole('tab', { name: /Évaluation/ })
    await phase.evaluate((tab) => tab.scrollIntoView({ block: 'end' }))
    await phase.tap()
    const step = page.getByRole('tabpanel').getByRole('link', { name: /^Désignez/ })
    await expect
      .poll(async () => {
        const { y, height } = (await step.boundingBox())!
        return y > 0 && y + height <= 700
      })
      .toBe(true)
    await expect.poll(() => phase.evaluate((tab) => tab === document.activeElement)).toBe(true)
  })
})
