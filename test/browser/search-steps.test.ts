/** How a reader finds steps and narrows what is found, by keyboard, on the project's own guides. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { builtSite } from '../support/built-site.ts'
import { addresses, answered, dialogOf, search, violations } from '../support/search-dialog.ts'
import { serve } from '../support/server.ts'
import { visitorOf } from '../support/visitor.ts'

const guide = 'en/fasttrack/assess/'

describe('a reader who looks for a step', async () => {
  const visitor = visitorOf(await builtSite('own'))
  const { open } = visitor

  test('finds it by itself, with its phase, its number, who acts and where it stands', async () => {
    const page = await open(guide)
    await search(page, 'bandwidth sites')
    const step = page.locator('.search__page', {
      has: page.locator('a[href="/en/fasttrack/assess/#review-network"]'),
    })
    await expect
      .poll(() => step.locator('.search__step').textContent())
      .toBe('Assess · step 5 · Customer, FastTrack')
    await expect
      .poll(() => step.locator('.search__place').textContent())
      .toBe('Move to Office 365 with FastTrack › Assess')
    expect(await step.locator('.search__parts').count()).toBe(0)
    const french = await open('fr-fr/fasttrack/assess/')
    await search(french, 'bande passante')
    const lines = await french.locator('.search__step').allTextContents()
    expect(lines).toContain('Évaluation · étape 5 · Client, FastTrack')
  })

  test('sees the results before the filters on a phone, and the filters first on a wide screen', async () => {
    const page = await open('en/search/?q=browsers', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    await answered(page)
    const firsts = () =>
      page
        .locator('.search__body')
        .evaluate((body) => [body.firstElementChild?.className, body.lastElementChild?.className])
    await expect.poll(firsts).toEqual(['search__status', 'search__filters'])
    expect(await page.locator('.search__key').isVisible()).toBe(false)
    await page.setViewportSize({ width: 1280, height: 800 })
    await expect.poll(async () => (await firsts())[0]).toBe('search__filters')
  })

  test('gets to it with the arrows and Enter, and the page has it in front', async () => {
    const page = await open(guide)
    await search(page, 'porting of numbers to teams')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${visitor.url}en/fasttrack/teams/#teams-number-porting`)
    await expect.poll(() => page.locator('.step:target').count()).toBe(1)
  })

  test('does not get it a second time as a part of its page', async () => {
    const page = await open('en/search/?q=browsers')
    await answered(page)
    const results = await addresses(page)
    expect(results[0]).toBe('/en/fasttrack/assess/#review-clients')
    expect(results).toContain('/en/fasttrack/assess/#what-fasttrack-looks-at')
    expect(results).not.toContain('/en/fasttrack/assess/#the-nine-steps')
  })

  test('never gets a step in the other language', async () => {
    const page = await open('fr-fr/search/?q=licences')
    await answered(page)
    expect((await addresses(page)).filter((to) => !to.startsWith('/fr-fr/'))).toEqual([])
  })

  test('is led to the right page if the site is in a folder', async () => {
    const served = await serve(await builtSite('own', { base: '/docs/' }), { base: '/docs/' })
    try {
      const page = await visitor.newPage()
      await page.goto(`${served.url}en/search/?q=kickoff+meeting`)
      await page.locator('.search__page a').first().click()
      await page.waitForURL('**/docs/en/fasttrack/initiate/#hold-kickoff-meeting')
      await expect.poll(() => page.locator('.step:target').count()).toBe(1)
    } finally {
      await served.close()
    }
  })

  test('filters the results by keyboard, and the address keeps the filters', async () => {
    const page = await open('en/search/')
    await page.keyboard.type('licences')
    await answered(page)
    const before = await count(page)
    await list(page, 'Guide').focus()
    await page.keyboard.type('Move a Live')
    await page.waitForURL(/guide=live-edu/)
    await expect.poll(() => count(page)).toBeLessThan(before)
    await expect
      .poll(async () => (await addresses(page)).filter((to) => !to.startsWith('/en/live-edu/')))
      .toEqual([])
    // Only what the guide has is offered.
    await expect.poll(() => list(page, 'Service').isVisible()).toBe(false)
    const phases = await list(page, 'Phase').locator('option').allTextContents()
    expect(phases).toHaveLength(5)
    await list(page, 'Who acts').selectOption('admin')
    await page.waitForURL(`${visitor.url}en/search/?q=licences&guide=live-edu&party=admin`)
    const french = page.getByRole('link', { name: 'Français', exact: true })
    await expect
      .poll(() => french.getAttribute('href'))
      .toMatch(/\?q=licences&guide=live-edu&party=admin$/)
  })

  test('gets the same from the address, also after going away and back', async () => {
    const page = await open('en/search/?q=dns&service=teams&party=customer&phase=none')
    await answered(page)
    const results = await addresses(page)
    expect(results).toEqual(['/en/fasttrack/teams/#teams-dns'])
    // What is not offered is no choice.
    await page.waitForURL(`${visitor.url}en/search/?q=dns&service=teams&party=customer`)
    await page.locator('.search__page a').first().click()
    await page.waitForURL('**/#teams-dns')
    await page.goBack()
    await answered(page)
    await expect.poll(() => addresses(page)).toEqual(results)
    await expect.poll(() => list(page, 'Service').inputValue()).toBe('teams')
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('dns')
  })

  test('sees the results of a filter without a query, in the order of the guide', async () => {
    const page = await open('en/search/?guide=live-edu&phase=request')
    await answered(page)
    await expect
      .poll(() => addresses(page))
      .toEqual([
        '/en/live-edu/request/',
        '/en/live-edu/request/#file-ticket',
        '/en/live-edu/request/#answer-questionnaire',
        '/en/live-edu/request/#confirm-by-phone',
        '/en/live-edu/request/#await-invitation',
      ])
    await expect.poll(() => page.getByRole('status').textContent()).toBe('5 results found.')
  })

  test('keeps the filters from the dialog to the results page', async () => {
    const page = await open(guide)
    await search(page, 'configure')
    await list(page, 'Service').selectOption('exchange-online')
    await page.getByRole('status').filter({ hasText: 'configure' }).waitFor()
    await page.getByRole('searchbox').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`${visitor.url}en/search/?q=configure&service=exchange-online`)
    expect(await dialogOf(page).count()).toBe(0)
  })

  test('is told which word was corrected', async () => {
    const page = await open('fr-fr/search/?q=bande+pasante')
    const status = page.getByRole('status')
    await status.filter({ hasText: 'passante' }).waitFor()
    await expect
      .poll(() => status.textContent())
      .toMatch(/«\s*bande passante\s*» au lieu de «\s*bande pasante\s*»/)
  })

  test('hears that the filters leave no result', async () => {
    const page = await open('en/search/?q=pst&guide=live-edu')
    await page.getByRole('status').filter({ hasText: 'with these filters' }).waitFor()
    expect(await addresses(page)).toEqual([])
  })

  test.each([320, 1280])('meets WCAG, %i pixels wide', async (width) => {
    const page = await open('fr-fr/search/?q=dns&party=customer', {
      viewport: { width, height: 640 },
    })
    await answered(page)
    expect(await violations(page)).toEqual([])
    const html = page.locator('html')
    expect(await html.evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(false)
  })
})

function list(page: Page, name: string) {
  return page.getByRole('combobox', { name, exact: true })
}

async function count(page: Page): Promise<number> {
  return Number.parseInt((await page.getByRole('status').textContent()) ?? '')
}
