/** Tabs, cards and other parts of a guide, on the page of the manual that has each. */
import { describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { builtSite } from '../support/built-site.ts'
import { settled, visitorOf } from '../support/visitor.ts'

const visitor = visitorOf(await builtSite('own'))
const { open } = visitor
const path = 'en/manual/components/'

describe('parts of a guide', () => {
  test('tabs are chosen from the keyboard, kept in the address and for the other language', async () => {
    const page = await open(path)
    await page.getByRole('tab', { name: 'Windows' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('tabpanel', { name: 'Linux' }).waitFor()
    await expect.poll(() => page.url()).toContain('?tabs=linux')
    await page.goto(`${visitor.url}fr-fr/manual/components/`)
    await expect.poll(() => page.getByRole('tab', { selected: true }).innerText()).toBe('Linux')
  })

  test('without script all is there, and details open', async () => {
    const page = await open(path, { javaScriptEnabled: false })
    await expect
      .poll(() => page.locator('.tabs__title').allInnerTexts())
      .toEqual(['Windows', 'Linux'])
    const folded = page.getByText('Restart the computer, then try again.').last()
    expect(await folded.isVisible()).toBe(false)
    await page.locator('summary', { hasText: 'If the program does not start' }).click()
    await folded.waitFor()
  })

  test.each([
    ['Enter', 320, 'dark'],
    [' ', 1440, 'light'],
  ] as const)(
    'a picture opens with “%s” in %i px, %s, and gives the focus back',
    async (key, width, colorScheme) => {
      const page = await open(path, { viewport: { width, height: 700 }, colorScheme })
      await settled(page)
      const zoom = page.getByRole('button', { name: 'A window in two parts' })
      await zoom.focus()
      await page.keyboard.press(key)
      const dialog = page.getByRole('dialog', { name: 'A window in two parts' })
      await dialog.getByRole('img').waitFor()
      const close = dialog.getByRole('button', { name: 'Close the picture' })
      await expect
        .poll(() => close.evaluate((button) => button === document.activeElement))
        .toBe(true)
      expect(await violations(page)).toEqual([])
      const box = (await dialog.boundingBox())!
      expect([box.x >= 0, box.x + box.width <= width, box.y + box.height <= 700]).not.toContain(
        false,
      )
      // A phone shows a part of it, large enough to be read, and scrolls.
      await expect
        .poll(async () => {
          const image = (await dialog.getByRole('img').boundingBox())!
          return image.x + image.width <= width && image.y + image.height <= 700
        })
        .toBe(width > 640)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      await expect.poll(() => zoom.evaluate((link) => link === document.activeElement)).toBe(true)
      await zoom.click()
      await close.click()
      await dialog.waitFor({ state: 'detached' })
    },
  )

  test('a download names its type and size and saves the file', async () => {
    const page = await open(path, { javaScriptEnabled: false })
    const link = page.getByRole('link', {
      name: /^The picture of the window \(SVG · \d+\sbytes\)$/,
    })
    const saved = page.waitForEvent('download')
    await link.focus()
    await page.keyboard.press('Enter')
    expect((await saved).suggestedFilename()).toBe('window.svg')
  })

  test('without script a figure leads to its picture, and pages without one load nothing for it', async () => {
    const page = await open(path, { javaScriptEnabled: false })
    await expect.poll(() => page.locator('.figure a').getAttribute('href')).toMatch(/window\.svg$/)
    expect(await page.getByRole('button', { name: 'A window in two parts' }).count()).toBe(0)
    const other = await open('en/manual/write/')
    expect(await other.locator('[data-zoom-close], link[href*="zoom"]').count()).toBe(0)
  })

  test('a card can be clicked anywhere', async () => {
    const page = await open(path)
    const card = page.locator('.cards-list > li').first()
    const box = (await card.boundingBox())!
    await card.click({ position: { x: box.width - 8, y: box.height - 8 } })
    await page.waitForURL('**/manual/write/')
  })

  test.each([320, 390, 1440])(
    'fit a window of %i px, light and dark, without a fault',
    async (width) => {
      for (const address of [path, 'fr-fr/manual/components/']) {
        const page = await open(address, { viewport: { width, height: 900 } })
        await settled(page)
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(wider).toBe(0)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          expect(await violations(page)).toEqual([])
        }
      }
    },
  )

  test('on paper every tab and every folded part is read', async () => {
    const page = await open(path)
    await settled(page)
    await page.emulateMedia({ media: 'print' })
    for (const words of ['install.sh', 'Restart the computer'])
      await expect
        .poll(() => page.locator('.prose :not(pre *)', { hasText: words }).last().isVisible())
        .toBe(true)
  })
})
