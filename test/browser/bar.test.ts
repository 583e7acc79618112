/** The bar of a phone: pages and headings within reach, wherever the reader is. */
import { describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { builtSite } from '../support/built-site.ts'
import { visitorOf } from '../support/visitor.ts'

const { open } = visitorOf(await builtSite('own'))
const phone = { viewport: { width: 390, height: 844 } }
const enable = 'en/fasttrack/enable/'

describe('a reader with a phone', () => {
  test.each([true, false])(
    'has both lists in one line, script or not',
    async (javaScriptEnabled) => {
      const page = await open(enable, { ...phone, javaScriptEnabled })
      const [pages, headings] = ['Pages', 'On this page'].map((name) =>
        page.locator('summary', { hasText: new RegExp(`^${name}$`) }),
      )
      const [left, right] = [await pages!.boundingBox(), await headings!.boundingBox()]
      expect(left?.y).toBe(right?.y)
      await pages!.press('Enter')
      await expect
        .poll(() => page.getByRole('link', { name: 'Remediate' }).first().isVisible())
        .toBe(true)
      // One is open at a time: two would not leave room for either.
      await headings!.press('Enter')
      const nav = page.getByRole('navigation', { name: 'Pages of this guide' })
      await expect.poll(() => nav.isVisible()).toBe(false)
    },
  )

  test('reads the first sentence in the upper half of the screen', async () => {
    const page = await open('fr-fr/fasttrack/', phone)
    const first = page.locator('.prose > p').first()
    await expect.poll(async () => (await first.boundingBox())?.y).toBeLessThan(844 / 2)
  })

  test('keeps it in sight, and goes from it to a heading that it does not hide', async () => {
    const page = await open(enable, phone)
    await page.evaluate(() => scrollTo(0, 3000))
    const summary = page.locator('summary', { hasText: 'On this page' })
    await expect.poll(async () => (await summary.boundingBox())?.y).toBeLessThan(110)
    await summary.press('Enter')
    const link = page.locator('.toc a').nth(2)
    const id = (await link.getAttribute('href')) ?? ''
    await link.press('Enter')
    await page.locator(`${id}[aria-current=location]`).waitFor()
    const bottom = await page
      .locator('.reading__bar')
      .evaluate((bar) => bar.getBoundingClientRect().bottom)
    const top = await page.locator(id).evaluate((item) => item.getBoundingClientRect().top)
    expect(top).toBeGreaterThanOrEqual(bottom)
    await expect
      .poll(() => page.getByRole('navigation', { name: 'On this page' }).isVisible())
      .toBe(false)
  })

  test('can scroll a long list that is open', async () => {
    const page = await open(enable, { viewport: { width: 390, height: 500 } })
    await page.locator('summary', { hasText: 'Pages' }).press('Enter')
    const last = page
      .getByRole('navigation', { name: 'Pages of this guide' })
      .getByRole('link')
      .last()
    await last.focus()
    await expect
      .poll(async () => {
        const { y, height } = (await last.boundingBox())!
        return y + height
      })
      .toBeLessThanOrEqual(500)
  })

  test.each(['light', 'dark'] as const)(
    'finds nothing in the way, open, %s',
    async (colorScheme) => {
      const page = await open(enable, { viewport: { width: 320, height: 700 }, colorScheme })
      for (const name of ['Pages', 'On this page']) {
        await page.locator('summary', { hasText: name }).press('Enter')
        expect(await violations(page)).toEqual([])
      }
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(320)
    },
  )
})

test('enlarged four times, it takes no room from the text', async () => {
  const page = await open(enable, { viewport: { width: 320, height: 256 } })
  await page.evaluate(() => scrollTo(0, 3000))
  const bottom = await page
    .locator('.reading__bar')
    .evaluate((bar) => bar.getBoundingClientRect().bottom)
  expect(bottom).toBeLessThan(0)
})

test('on a large screen pages and headings are columns beside the text', async () => {
  const page = await open(enable, { viewport: { width: 1440, height: 900 } })
  const edges = await Promise.all(
    ['.sidebar', '.prose', '.toc ol'].map((part) => page.locator(part).boundingBox()),
  )
  const [pages, text, headings] = edges.map((box) => [
    box?.x ?? 0,
    (box?.x ?? 0) + (box?.width ?? 0),
  ])
  expect(pages?.[1]).toBeLessThan(text?.[0] ?? 0)
  expect(text?.[1]).toBeLessThan(headings?.[0] ?? 0)
  expect(await page.locator('.disclosure:visible').count()).toBe(0)
})
