/** Boxes of a docfx page: a list of pages to choose from, ticks, a button, and pictures among them. */
import type { Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { builtSite } from '../support/built-site.ts'
import { visitorOf } from '../support/visitor.ts'

const visitor = visitorOf(await builtSite('docfx'))
const { open } = visitor
const path = 'en-us/guide/boxes/'

const boxOf = (locator: Locator) =>
  locator.evaluate((it) => it.getBoundingClientRect().toJSON() as DOMRect)

describe('boxes', () => {
  test('a list of pages is folded up below the name of this one, and opens from the keyboard', async () => {
    const page = await open(path)
    const selector = page.locator('.op_single_selector')
    const summary = selector.locator('summary')
    const other = selector.getByRole('link', { name: 'Install and connect' })
    await expect.poll(() => summary.innerText()).toBe('Boxes and pictures')
    expect(await other.isVisible()).toBe(false)
    await summary.focus()
    await page.keyboard.press('Enter')
    await other.waitFor()
    await expect
      .poll(() => selector.locator('[aria-current=page]').innerText())
      .toBe('Boxes and pictures')
    await page.keyboard.press('Escape')
    await expect.poll(() => other.isVisible()).toBe(false)
    await page.keyboard.press('Space')
    await other.click()
    await page.waitForURL('**/guide/tabs/')
  })

  test('without script it is a list of links', async () => {
    const page = await open(path, { javaScriptEnabled: false })
    const links = page.locator('.op_single_selector').getByRole('link')
    await expect
      .poll(() => links.allInnerTexts())
      .toEqual(['Start', 'Boxes and pictures', 'Install and connect'])
  })

  test('a picture in a sentence stays in its line, one that is alone has its own', async () => {
    const page = await open(path)
    const [inline, alone] = [
      page.getByRole('img', { name: 'Save' }).first(),
      page.getByRole('img').nth(1),
    ]
    await expect.poll(() => inline.evaluate((it) => getComputedStyle(it).display)).toBe('inline')
    await expect.poll(() => alone.evaluate((it) => getComputedStyle(it).display)).toBe('block')
    const sentence = await boxOf(page.locator('p').filter({ hasText: 'to keep what you wrote' }))
    expect(sentence.height).toBeLessThan(48)
  })

  test.each([390, 1440])(
    'fit a window of %i px, light and dark, without a fault',
    async (width) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await open(path, { viewport: { width, height: 900 }, colorScheme })
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(wider).toBe(0)
        expect(await violations(page)).toEqual([])
      }
    },
  )
})
