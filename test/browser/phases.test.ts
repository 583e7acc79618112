/** Phases and filters, by keyboard, in a real browser. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { builtSite } from '../support/built-site.ts'
import { panel, tab, total } from '../support/phase-diagram.ts'
import { visitorOf } from '../support/visitor.ts'

const visitor = visitorOf(await builtSite('own'))
const { open } = visitor

const query = (page: Page) => new URL(page.url()).search

/** Press a key until the focus is on what is asked for, as somebody without a mouse does. */
async function reach(page: Page, wanted: ReturnType<Page['locator']>, key = 'Tab') {
  for (let pressed = 0; pressed < 60; pressed++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Unexpected end of the page, expected ${String(wanted)}`)
}

describe('a reader with a keyboard only', () => {
  test('chooses a phase and a party, ticks two steps, and finds all of it after a reload', async () => {
    const page = await open('en/fasttrack/')
    const first = tab(page, 'Phase 1 of 5, Initiate, 5 steps, 0 done')
    await reach(page, first)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => tab(page, /Assess/).getAttribute('aria-selected')).toBe('true')
    await expect
      .poll(() => tab(page, /Assess/).evaluate((item) => item === document.activeElement))
      .toBe(true)
    await expect.poll(() => query(page)).toBe('?phase=assess')

    const who = page.getByRole('combobox', { name: 'Who' })
    await reach(page, who)
    await page.keyboard.type('Customer')
    await expect.poll(() => query(page)).toBe('?phase=assess&party=customer')
    await expect
      .poll(() => page.locator('.phase-diagram__status').innerText())
      .toBe('9 of 9 steps shown')

    const box = panel(page).getByRole('checkbox')
    await reach(page, box.nth(0))
    await page.keyboard.press('Space')
    await reach(page, box.nth(1))
    await page.keyboard.press('Space')
    await expect.poll(() => tab(page, 'Phase 2 of 5, Assess, 9 steps, 2 done').count()).toBe(1)

    await page.reload()
    await expect.poll(() => tab(page, /, 2 done$/).getAttribute('aria-selected')).toBe('true')
    await expect.poll(() => who.inputValue()).toBe('customer')
    await expect.poll(() => panel(page).getByRole('checkbox', { checked: true }).count()).toBe(2)
    await expect.poll(() => total(page)).toMatch(/^2 of \d+ steps done$/)

    // Another phase and another party lose no tick.
    await reach(page, tab(page, /Assess/))
    await page.keyboard.press('End')
    await expect
      .poll(() => panel(page).getByRole('heading').first().innerText())
      .toMatch(/^Phase 5 of 5/)
    await expect.poll(() => query(page)).toBe('?phase=migrate&party=customer')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowUp')
    await expect
      .poll(() => tab(page, /Migrate, optional/).getAttribute('aria-selected'))
      .toBe('true')
    await expect.poll(() => total(page)).toMatch(/^2 of /)

    // Who gets the address sees the same, without the ticks.
    await page.keyboard.press('ArrowLeft')
    const other = await open(`en/fasttrack/${query(page)}`)
    await expect.poll(() => tab(other, /Enable/).getAttribute('aria-selected')).toBe('true')
    await expect
      .poll(() => other.getByRole('combobox', { name: 'Who' }).inputValue())
      .toBe('customer')
    await expect.poll(() => total(other)).toMatch(/^0 of /)
  })

  test('sees only the steps of the party and service that were asked for', async () => {
    const page = await open('en/fasttrack/?phase=enable&party=fasttrack&service=teams&page=7')
    const shown = panel(page).locator('[data-step]:visible')
    const parties = await shown.allInnerTexts()
    expect(parties.length).toBeGreaterThan(0)
    expect(parties.every((text) => text.includes('FastTrack'))).toBe(true)
    await expect
      .poll(() => panel(page).getByRole('heading', { level: 4 }).allInnerTexts())
      .toEqual([
        'Microsoft Teams · Put Teams into service',
        'Microsoft Teams · Add rooms, telephony and events',
      ])
    await expect
      .poll(() => page.locator('.phase-diagram__status').innerText())
      .toMatch(new RegExp(`^${parties.length} of \\d+ steps? shown$`))
  })

  test('is not misled by names that the page does not have', async () => {
    const page = await open('en/fasttrack/?phase=nothing&party=nobody&service="]')
    await expect.poll(() => tab(page, /Initiate/).getAttribute('aria-selected')).toBe('true')
    await expect.poll(() => panel(page).locator('[data-step]:visible').count()).toBe(5)
  })

  test('takes phase and filter along to the other language', async () => {
    const page = await open('en/fasttrack/?phase=migrate&party=customer')
    await page.getByRole('link', { name: 'Français', exact: true }).first().click()
    await page.waitForURL('**/fr-fr/fasttrack/?phase=migrate&party=customer')
    await expect
      .poll(() => tab(page, /Migration, facultative/).getAttribute('aria-selected'))
      .toBe('true')
  })
})

describe('names and shapes', () => {
  test.each([
    ['en/fasttrack/', 'Phase 2 of 5, Assess, 9 steps, 0 done'],
    ['en/fasttrack/', /^Phase 5 of 5, Migrate, optional, \d+ steps, 0 done$/],
    ['fr-fr/fasttrack/', 'Phase 2 sur 5, Évaluation, 9 étapes, 0 faite'],
    ['fr-fr/live-edu/', /^Phase 4 sur 4, Mots de passe, \d+ étapes, 0 faite$/],
  ])('on %s a phase is called %s', async (address, name) => {
    const page = await open(address)
    await expect.poll(() => tab(page, name).count()).toBe(1)
  })

  test.each(['en/fasttrack/', 'fr-fr/fasttrack/', 'fr-fr/live-edu/', 'en/fasttrack/assess/'])(
    '%s fits 320 pixels, every phase open, and at twice the size',
    async (address) => {
      const page = await open(address, { viewport: { width: 320, height: 700 } })
      const over = () => document.documentElement.scrollWidth - window.innerWidth
      for (const locator of [...(await page.getByRole('tab').all()), undefined]) {
        await locator?.click()
        await expect.poll(() => page.evaluate(over)).toBeLessThanOrEqual(0)
      }
      // 1280 pixels at 200 %.
      await page.setViewportSize({ width: 640, height: 400 })
      await expect.poll(() => page.evaluate(over)).toBeLessThanOrEqual(0)
    },
  )

  test.each(['en/fasttrack/', 'fr-fr/fasttrack/', 'fr-fr/live-edu/'])(
    'axe finds nothing on %s with another phase open, ticks and a filter',
    async (address) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await open(address, { colorScheme })
        await page.getByRole('tab').nth(2).click()
        await page.getByRole('combobox').first().selectOption({ index: 1 })
        await panel(page).getByRole('checkbox').first().check()
        expect(await violations(page)).toEqual([])
      }
    },
  )

  test('a page of a phase says so, small, and leads to the phase in the diagram', async () => {
    const page = await open('en/fasttrack/assess/', { viewport: { width: 390, height: 800 } })
    const place = page.getByRole('navigation', { name: 'Current phase' })
    await expect.poll(async () => (await place.boundingBox())?.height).toBeLessThan(120)
    await expect.poll(() => place.getByRole('link').count()).toBe(5)
    // Each phase has its name under its number.
    await expect
      .poll(() => place.locator('[aria-current=step]').innerText())
      .toMatch(/^2\s+Assess$/)
    await place.getByRole('link', { name: '4 Enable' }).press('Enter')
    await page.waitForURL('**/en/fasttrack/?phase=enable**')
    await expect.poll(() => tab(page, /Enable/).getAttribute('aria-selected')).toBe('true')
    // A choice made after that is the one that stays.
    await tab(page, /Assess/).click()
    await page.reload()
    await expect.poll(() => tab(page, /Assess/).getAttribute('aria-selected')).toBe('true')
  })
})

describe('a reader without JavaScript', () => {
  test('finds every step with its parties, and opens every phase by its link', async () => {
    const page = await open('en/fasttrack/', { javaScriptEnabled: false })
    await expect.poll(() => page.locator('.phase-diagram [data-step]').count()).toBeGreaterThan(90)
    const bare =
      '.phase-diagram [data-step]:not(:has(.party)), .phase-diagram [data-step]:not(:has(a[href*="#"]))'
    expect(await page.locator(bare).count()).toBe(0)
    for (const name of ['Initiate', 'Assess', 'Remediate', 'Enable', 'Migrate']) {
      await page.getByRole('link', { name: new RegExp(`^Phase \\d of 5, ${name}`) }).click()
      const opened = page.locator(`#_phase-${name.toLowerCase()}`)
      await expect.poll(() => opened.isVisible()).toBe(true)
      await expect.poll(() => opened.locator('[data-step]').first().isVisible()).toBe(true)
    }
    // What only script can do is not offered.
    expect(await page.getByRole('combobox').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Export' }).count()).toBe(0)
  })

  test('is led from a page to its phase, open', async () => {
    const page = await open('fr-fr/fasttrack/assess/', { javaScriptEnabled: false })
    await page.getByRole('link', { name: '2 Évaluation' }).click()
    await expect.poll(() => page.locator('#_phase-assess').isVisible()).toBe(true)
  })
})
