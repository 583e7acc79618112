/** A site with colours, links, an announcement and a footer of its own, as a reader meets it. */
import { describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { lookSite } from '../support/look-site.ts'
import { settled, visitorOf } from '../support/visitor.ts'

const visitor = visitorOf(await lookSite())
const news = '.announcement'

const cases = ['', 'en/', 'fr-fr/fasttrack/assess/', 'en/search/?q=assess'].flatMap((page) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    [390, 1440].map((width) => ({ page: page || '/', colorScheme, width })),
  ),
)

test.each(cases)('$page at $width, $colorScheme: axe finds nothing', async ({ page, ...at }) => {
  const { width, colorScheme } = at
  const opened = await visitor.open(page.replace(/^\//, ''), {
    colorScheme,
    viewport: { width, height: 900 },
  })
  await opened.waitForLoadState('networkidle')
  expect(await violations(opened)).toEqual([])
  const wide = await opened.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(width)
})

describe('an announcement', () => {
  test('that was dismissed stays dismissed, on the next page and in the other language', async () => {
    const page = await visitor.open('en/fasttrack/')
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await expect.poll(() => page.locator(news).isVisible()).toBe(false)
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('_main')
    for (const path of ['en/fasttrack/assess/', 'fr-fr/']) {
      await page.goto(visitor.url + path)
      await settled(page)
      expect(await page.locator(news).isVisible(), path).toBe(false)
    }
  })

  test('is there for everybody else, and without script has no button that would do nothing', async () => {
    const page = await visitor.open('en/', { javaScriptEnabled: false })
    await expect.poll(() => page.locator(news).innerText()).toContain('Version 2 is here.')
    expect(await page.getByRole('button', { name: 'Dismiss' }).isVisible()).toBe(false)
  })

  test('with another text is there again', async () => {
    const page = await visitor.newPage()
    await page.addInitScript(() => localStorage.setItem('passerelle-dismissed', 'of-before'))
    await page.goto(`${visitor.url}en/`)
    await expect.poll(() => page.locator(news).isVisible()).toBe(true)
  })
})

describe('the links of the header', () => {
  test('stand in a line where there is room', async () => {
    const page = await visitor.open('en/', { viewport: { width: 1440, height: 900 } })
    await expect
      .poll(() => page.getByRole('link', { name: 'Steps', exact: true }).isVisible())
      .toBe(true)
  })

  test('are in a menu on a phone, without script too', async () => {
    const page = await visitor.open('en/', {
      viewport: { width: 390, height: 800 },
      javaScriptEnabled: false,
    })
    const link = page.getByRole('link', { name: 'Steps', exact: true })
    expect(await link.isVisible()).toBe(false)
    await page.locator('.site-header__menu > summary').click()
    await expect.poll(() => link.isVisible()).toBe(true)
    await link.click()
    await expect.poll(() => page.url()).toBe(`${visitor.url}en/fasttrack/assess/#plan-success`)
  })
})

test('the logo for dark pages follows the choice of the reader, not only the device', async () => {
  const page = await visitor.open('en/', { colorScheme: 'light' })
  const shown = () =>
    page
      .locator('.site-header .logo')
      .evaluateAll((all) =>
        all
          .filter((one) => getComputedStyle(one).display !== 'none')
          .map((one) => one.dataset['on']),
      )
  await expect.poll(() => shown()).toEqual(['light'])
  await page.locator('theme-switch summary').click()
  await page.getByRole('radio', { name: 'Dark' }).click()
  await expect.poll(() => shown()).toEqual(['dark'])
})

test('links have the accent colour, and one that is made of it on dark pages', async () => {
  const colourOf = async (colorScheme: 'light' | 'dark') => {
    const page = await visitor.open('en/fasttrack/', { colorScheme })
    return page
      .locator('.prose a')
      .first()
      .evaluate((link) => getComputedStyle(link).color)
  }
  expect(await colourOf('light')).toBe('rgb(122, 31, 162)')
  expect(await colourOf('dark')).toMatch(/^rgb\(\d{3}, \d{3}, \d{3}\)$/)
})

describe('a reader who finds a fault', () => {
  const reports = 'https://code.example/issues/new?'

  test('is led to the page’s file, and to a report that names the page', async () => {
    const page = await visitor.open('fr-fr/fasttrack/assess/')
    const edit = page.getByRole('link', { name: 'Modifier cette page' })
    await expect
      .poll(() => edit.getAttribute('href'))
      .toBe('https://code.example/edit/main/content/docs/fr-FR/fasttrack/assess.mdx')
    const report = page.getByRole('link', { name: 'Signaler un problème sur cette page' })
    const query = new URL((await report.getAttribute('href')) ?? '').searchParams
    expect(query.get('labels')).toBe('fasttrack/assess,fr-FR')
    expect(query.get('body')).toMatch(/\/fr-fr\/fasttrack\/assess\/$/)
  })

  test('reports a step from its link, by keyboard', async () => {
    const page = await visitor.open('en/fasttrack/assess/')
    const link = page.locator('.step .anchor').first()
    await link.focus()
    await page.keyboard.press('Enter')
    const report = page.getByRole('dialog').getByRole('link', { name: 'Report a problem' })
    await report.waitFor()
    const address = (await report.getAttribute('href')) ?? ''
    expect(address.startsWith(reports)).toBe(true)
    const query = new URL(address).searchParams
    expect(query.get('title')).toContain('step 1')
    expect(query.get('labels')).toMatch(/^fasttrack\/[a-z-]+,en$/)
    expect(query.get('body')).toMatch(/\/en\/fasttrack\/assess\/#[a-z-]+$/)
  })
})
