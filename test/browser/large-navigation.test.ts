/** The table of contents of a docset with many pages: a part of it on each page, all of it on demand. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { largeSite } from '../support/large-site.ts'
import { settled, visitorOf } from '../support/visitor.ts'

const visitor = visitorOf(await largeSite())
const { open } = visitor
const middle = 'en-us/large/many/100/'

const phone = { viewport: { width: 390, height: 800 } }
const sidebar = (page: Page) => page.locator('.reading__sidebar nav')

test.each(['en-us/large/', middle, 'fr-fr/large/few-9/9/', 'fr-fr/large/many/199/'])(
  '%s has no more than 32 links in its sidebar, its own among them',
  async (address) => {
    const page = await open(address)
    expect(await sidebar(page).locator('a, button').count()).toBeLessThanOrEqual(32)
    await expect.poll(() => sidebar(page).locator('li > [aria-current=page]').count()).toBe(1)
  },
)

describe('all pages', () => {
  test('are shown in place by a button, which keeps the focus and takes them away again', async () => {
    const page = await open(middle)
    const near = await sidebar(page).locator('li').count()
    const button = sidebar(page).locator('.sidebar__all')
    await expect.poll(() => button.innerText()).toBe('Show all pages')
    await button.focus()
    await page.keyboard.press('Enter')
    await sidebar(page).locator('li').nth(310).waitFor({ state: 'attached' })
    await expect.poll(() => sidebar(page).locator('li a').count()).toBe(301)
    await expect.poll(() => button.innerText()).toBe('Show only pages nearby')
    await expect.poll(() => sidebar(page).getByRole('button').count()).toBe(1)
    await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true)
    const current = sidebar(page).locator('li > [aria-current=page]')
    await expect.poll(() => current.allInnerTexts()).toEqual(['Page many 100'])
    // Only the branch of the page is open.
    await expect.poll(() => sidebar(page).locator('details[open]').count()).toBe(1)
    await page.keyboard.press('Enter')
    await expect.poll(() => sidebar(page).locator('li').count()).toBe(near)
    expect(page.url()).toBe(visitor.url + middle)
  })

  test('are shown from the first that was left out where a reader asks there', async () => {
    const page = await open(middle)
    const last = (await sidebar(page).locator('details[open] li').nth(-2).innerText()).trim()
    const more = sidebar(page).locator('details[open] .sidebar__more').last()
    await expect.poll(() => more.innerText()).toMatch(/^\d+ more pages$/)
    await more.focus()
    await page.keyboard.press('Enter')
    await sidebar(page).locator('li').nth(310).waitFor({ state: 'attached' })
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe(`Page many ${Number(last.split(' ').at(-1)) + 1}`)
    expect(page.url()).toBe(visitor.url + middle)
  })

  test('have their own page for readers without script', async () => {
    const page = await open('fr-fr/large/many/100/', { javaScriptEnabled: false })
    await page.getByRole('link', { name: 'Afficher toutes les pages' }).click()
    await expect.poll(() => page.url()).toBe(`${visitor.url}fr-fr/large/contents/`)
    await expect.poll(() => page.locator('main nav.sidebar li a').count()).toBe(301)
    await page.getByRole('link', { name: 'English' }).click()
    await expect.poll(() => page.url()).toBe(`${visitor.url}en-us/large/contents/`)
  })

  test('are reached without script at the place where some were left out', async () => {
    const page = await open(middle, { javaScriptEnabled: false })
    const after = page.locator('details[open] .sidebar__more').last()
    const href = await after.getAttribute('href')
    await after.click()
    const place = new URL(href ?? '', visitor.url).hash.slice(1)
    await expect.poll(() => page.locator(`[id="${place}"]`).innerText()).toMatch(/^Page many \d+$/)
  })

  test('open as a page where they cannot be loaded', async () => {
    const page = await open(middle)
    let isFirst = true
    await page.route('**/contents/', (route) => {
      if (!isFirst) return route.continue()
      isFirst = false
      return route.abort()
    })
    await sidebar(page).locator('.sidebar__all').click()
    await page.waitForURL('**/en-us/large/contents/')
  })

  test('can be opened on a phone', async () => {
    const page = await open(middle, phone)
    await page.locator('.reading__sidebar summary').first().click()
    await sidebar(page).locator('.sidebar__all').click()
    await sidebar(page).locator('li').nth(310).waitFor({ state: 'attached' })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(390)
  })
})

describe.each(['light', 'dark'] as const)('axe finds nothing in %s', (colorScheme) => {
  test.each([390, 1440])('at %i pixels', async (width) => {
    const viewport = { width, height: 900 }
    const page = await open('fr-fr/large/many/100/', { colorScheme, viewport })
    if (width < 960) await page.locator('.reading__sidebar summary').first().click()
    expect(await violations(page)).toEqual([])
    await sidebar(page).locator('.sidebar__all').click()
    await sidebar(page).locator('li').nth(310).waitFor({ state: 'attached' })
    await settled(page)
    expect(await violations(page)).toEqual([])
    await page.goto(`${visitor.url}fr-fr/large/contents/`)
    expect(await violations(page)).toEqual([])
  })
})
