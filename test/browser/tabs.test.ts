/** Somebody who has Linux reads a page that says what to do on each system. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { builtSite } from '../support/built-site.ts'
import { visitorOf } from '../support/visitor.ts'

const visitor = visitorOf(await builtSite('docfx'))
const { open } = visitor
const path = 'en-us/guide/tabs/'

const tabsOf = (page: Page, group: number) => page.getByRole('tablist').nth(group).getByRole('tab')
const tabOf = (page: Page, group: number, name: string) =>
  page.getByRole('tablist').nth(group).getByRole('tab', { name })

/** What is open in each group. */
function openTabs(page: Page): Promise<string[]> {
  return page.getByRole('tab', { selected: true }).allInnerTexts()
}

/** The words of the panels that are shown. */
function shown(page: Page): Promise<string> {
  return page
    .getByRole('tabpanel')
    .allInnerTexts()
    .then((texts) => texts.join('\n'))
}

describe('tabs', () => {
  test('are a list in which the first is open, and its panel has its name', async () => {
    const page = await open(path)
    await expect
      .poll(() => tabsOf(page, 0).allInnerTexts())
      .toEqual(['Windows', 'Linux', 'A phone'])
    await expect.poll(() => openTabs(page)).toEqual(['Windows', 'Portal', 'Windows'])
    await page.getByRole('tabpanel', { name: 'Portal' }).waitFor()
    await expect.poll(() => shown(page)).not.toContain('install.sh')
    expect(await violations(page)).toEqual([])
  })

  test('open from the keyboard: arrows go round, Home and End to the ends, Tab into the panel', async () => {
    const page = await open(path)
    await tabOf(page, 0, 'Windows').focus()
    const pressed: string[][] = []
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'Home', 'End']) {
      await page.keyboard.press(key)
      const focused = await page.evaluate(() => document.activeElement!.textContent)
      await expect.poll(async () => (await openTabs(page))[0]).toBe(focused)
      pressed.push([key, focused])
    }
    expect(pressed.map(([, name]) => name)).toEqual([
      'Linux',
      'A phone',
      'Windows',
      'A phone',
      'Windows',
      'A phone',
    ])
    await page.keyboard.press('Tab')
    await expect
      .poll(() => page.evaluate(() => document.activeElement!.id))
      .toBe('tabpanel_1_phone')
  })

  test('of one name open together, and those that depend on another follow it', async () => {
    const page = await open(path)
    await tabOf(page, 2, 'Linux').click()
    await expect.poll(() => openTabs(page)).toEqual(['Linux', 'Portal', 'Linux'])
    await tabOf(page, 1, 'Shell').click()
    await expect.poll(() => openTabs(page)).toEqual(['Linux', 'Shell', 'Linux'])
    await expect.poll(() => shown(page)).toContain('connect.sh')
    await expect
      .poll(() => tabsOf(page, 2).filter({ visible: true }).allInnerTexts())
      .toEqual(['Windows', 'Linux'])
  })

  test('are kept in the address, for the other language and for the next page', async () => {
    const page = await open(path)
    await tabOf(page, 0, 'Linux').click()
    await expect.poll(() => page.url()).toBe(`${visitor.url}${path}?tabs=linux,portal`)
    const other = page.locator('.languages__link[hreflang^=fr]')
    await expect.poll(() => other.first().getAttribute('href')).toContain('?tabs=linux,portal')
    await page.goto(`${visitor.url}fr-fr/guide/tabs/`)
    await expect.poll(async () => (await openTabs(page))[0]).toBe('Linux')
  })

  test('open as an address asks, whatever was chosen before', async () => {
    const page = await open(`${path}?tabs=phone,shell`)
    await expect.poll(() => openTabs(page)).toEqual(['A phone', 'Shell', 'Windows'])
    await expect.poll(() => shown(page)).toContain('connect.cmd')
  })

  test('open where a link leads into a panel that is closed', async () => {
    const page = await open(`${path}#without-a-network`)
    await expect.poll(async () => (await openTabs(page))[0]).toBe('Linux')
    await expect
      .poll(() =>
        page.locator('#without-a-network').evaluate((it) => it.getBoundingClientRect().top),
      )
      .toBeLessThan(200)
    await page.evaluate(() => (location.hash = '#silent-setup'))
    await expect.poll(async () => (await openTabs(page))[0]).toBe('Windows')
    await page.evaluate(() => (location.hash = '#tabpanel_3_linux_shell'))
    await expect.poll(() => openTabs(page)).toEqual(['Linux', 'Shell', 'Linux'])
  })

  test('stay where they are when a panel above becomes shorter', async () => {
    const page = await open(path, { viewport: { width: 390, height: 500 } })
    const tab = tabOf(page, 2, 'Linux')
    await tab.scrollIntoViewIfNeeded()
    const topOf = () => tab.evaluate((it) => Math.round(it.getBoundingClientRect().top))
    const before = await topOf()
    await tab.click()
    await expect.poll(async () => Math.abs((await topOf()) - before)).toBeLessThan(2)
  })

  test.each([390, 1440])('fit a window of %i px', async (width) => {
    const page = await open(path, { viewport: { width, height: 900 } })
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
  })

  test('without script, and on paper, are sections under headings', async () => {
    const plain = await open(path, { javaScriptEnabled: false })
    const headings = [
      'Windows',
      'Linux',
      'A phone',
      'Portal',
      'Shell',
      'Windows',
      'Windows',
      'Linux',
      'Linux',
    ]
    await expect
      .poll(() => plain.locator('.tabs__title').filter({ visible: true }).allInnerTexts())
      .toEqual(headings)
    const page = await open(path)
    await page.getByRole('tablist').first().waitFor()
    await page.emulateMedia({ media: 'print' })
    await expect
      .poll(() => page.locator('.tabs__title').filter({ visible: true }).allInnerTexts())
      .toEqual(headings)
    await expect.poll(() => page.getByText('install.sh').isVisible()).toBe(true)
    await expect.poll(() => page.getByRole('tablist').filter({ visible: true }).count()).toBe(0)
  })

  test('bring their script to pages that have some, and to no other', async () => {
    const count = async (address: string) => {
      const page = await open(address)
      return page.locator('[data-tabs-label]').count()
    }
    expect(await count(path)).toBe(1)
    expect(await count('en-us/guide/')).toBe(0)
  })
})
