/** What a person gets who opens a link that is the same in all languages. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { builtSite } from '../support/built-site.ts'
import { generatedSite } from '../support/generated-site.ts'
import { settled, visitorOf } from '../support/visitor.ts'

const visitor = visitorOf(await builtSite('own'))
const { open } = visitor
const step = 'go/fasttrack/gather-data/'

/** Languages in the order in which they are offered. */
const offered = (page: Page) => page.locator('.go-link ul:visible b').allInnerTexts()

/** As a reader who chose a language on the first page. */
async function reader(language: 'English' | 'Français') {
  const page = await open('', { locale: 'de-DE' })
  await page.getByRole('link', { name: language }).click()
  await page.waitForURL(/\/(en|fr-fr)\/$/)
  return page
}

describe('a link to a step', () => {
  test.each([
    ['English', 'en'],
    ['Français', 'fr-fr'],
  ] as const)('opens in %s for who chose it', async (language, path) => {
    const page = await reader(language)
    await page.goto(visitor.url + step)
    await page.waitForURL(`${visitor.url}${path}/fasttrack/assess/#gather-data`)
    // The step back leads to where the reader was.
    await page.goBack()
    await expect.poll(() => page.url()).toBe(`${visitor.url}${path}/`)
  })

  test.each([
    ['fr-CA', ['Français', 'English']],
    ['en-GB', ['English', 'Français']],
    ['de-DE', ['English', 'Français']],
  ])('sends nobody anywhere for a browser in %s, and offers %s', async (locale, languages) => {
    const page = await open(step, { locale })
    await settled(page)
    expect(page.url()).toBe(visitor.url + step)
    await expect.poll(() => offered(page)).toEqual(languages)
    const link = page.getByRole('link', { name: /Étape 3 : Recueillez les données/ })
    await expect.poll(() => link.innerText()).toContain('Évaluation')
    await link.click()
    await page.waitForURL('**/fr-fr/fasttrack/assess/#gather-data')
  })

  test('works without script, and tells search engines to leave it alone', async () => {
    const page = await open(step, { javaScriptEnabled: false })
    await expect.poll(() => offered(page)).toEqual(['English', 'Français'])
    await page.getByRole('link', { name: /Step 3: Gather data/ }).click()
    await expect.poll(() => page.url()).toBe(`${visitor.url}en/fasttrack/assess/#gather-data`)
    await page.goto(visitor.url + step)
    await expect
      .poll(() => page.locator('meta[name=robots]').getAttribute('content'))
      .toBe('noindex')
  })
})

describe('a link to a heading', () => {
  const heading = 'go/fasttrack/assess/#what-you-have-to-bring'

  test('opens at the heading in the chosen language', async () => {
    const page = await reader('Français')
    await page.goto(visitor.url + heading)
    await page.waitForURL('**/fr-fr/fasttrack/assess/#what-you-have-to-bring')
  })

  test.each([true, false])('offers that heading only; script: %s', async (javaScriptEnabled) => {
    const page = await open(heading, { javaScriptEnabled })
    await expect.poll(() => page.locator('.go-link ul:visible').count()).toBe(1)
    await expect
      .poll(() => page.locator('.go-link ul a > span:visible').allInnerTexts())
      .toEqual(['What you have to bring', 'Ce que vous devez apporter'])
  })

  test('that nobody knows offers the page', async () => {
    const page = await open('go/fasttrack/assess/#nothing-of-the-kind')
    await expect
      .poll(() => page.locator('.go-link ul a > span:visible').allInnerTexts())
      .toEqual(['Assess', 'Évaluation'])
  })
})

describe('a reader who knows a short name', () => {
  test('finds the way to it from an address that does not exist', async () => {
    const page = await open('go/fasttrack/gathr-data/')
    await page.getByRole('link', { name: 'Open a short link' }).click()
    await page.getByRole('textbox').fill('gathr data')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: /Did you mean “fasttrack\/gather-data”/ }).click()
    await page.waitForURL(`**/${step}`)
  })

  test('types it and is there', async () => {
    const page = await open('go/')
    await page.getByRole('textbox').fill('Gather Data')
    await page.getByRole('button').click()
    await page.waitForURL(`**/${step}`)
  })

  test('finds it by words of its title, in either language, as they are typed', async () => {
    const page = await open('go/')
    const rows = page.locator('.lookup__table tbody tr:visible')
    const all = await rows.count()
    await page.getByRole('textbox').fill('recueillez donnees')
    await expect.poll(() => rows.count()).toBe(1)
    await expect
      .poll(() => page.getByRole('status').innerText())
      .toBe('1 result found. · 1 résultat trouvé.')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/${step}`)
    await page.goBack()
    await page.getByRole('textbox').fill('')
    await expect.poll(() => rows.count()).toBe(all)
  })

  test('finds it by the address of the page that a customer sent', async () => {
    const page = await open('go/')
    await page.getByRole('textbox').fill(`${visitor.url}fr-fr/fasttrack/assess/#gather-data`)
    const rows = page.locator('.lookup__table tbody tr:visible')
    await expect.poll(() => rows.count()).toBe(1)
    await expect.poll(() => rows.first().innerText()).toContain('Gather data')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/${step}`)
  })

  test('finds it in a list without script', async () => {
    const page = await open('go/', { javaScriptEnabled: false })
    expect(await page.getByRole('textbox').count()).toBe(0)
    await page.getByRole('link', { name: 'gather-data', exact: true }).click()
    await expect.poll(() => page.url()).toBe(visitor.url + step)
  })
})

test.each([step, 'go/', 'go/fasttrack/assess/'])('axe finds nothing on %s', async (address) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await open(address, { colorScheme, viewport: { width: 320, height: 800 } })
    expect(await violations(page)).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(320)
  }
})

const { folder, page: target, title } = await generatedSite()

describe('a link on a site in one language', () => {
  const alone = visitorOf(folder)
  const link = target.replace('fr-fr/', 'go/')

  test('leads to its page at once', async () => {
    const page = await alone.newPage()
    await page.goto(alone.url + link)
    await page.waitForURL(alone.url + target)
  })

  test('names the page without script, and asks for no language', async () => {
    const page = await alone.open(link, { javaScriptEnabled: false })
    expect(await page.locator('main').innerText()).not.toMatch(/langue|français/i)
    await page.locator('.go-link').getByRole('link', { name: title }).click()
    await page.waitForURL(alone.url + target)
  })
})
