/** What a reader does with a page, in a real browser, on Microsoft's docset in French and English. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { builtSite } from '../support/built-site.ts'
import { settled, visitorOf } from '../support/visitor.ts'

const folder = await builtSite('fasttrack')
if (!folder) console.warn('Skipped: the FastTrack docset is not beside the project (../shared)')

const guide = 'fr-fr/fasttrack/o365-onboarding-and-migration/'

describe.skipIf(!folder)('a reader', () => {
  const visitor = visitorOf(folder)
  const { open } = visitor

  const path = (page: Page) => new URL(page.url()).pathname + new URL(page.url()).hash

  test('chooses French, opens a page, changes language at a heading and lands on that heading', async () => {
    const page = await open('', { locale: 'en-GB' })
    await page
      .getByRole('link', { name: /Français/ })
      .first()
      .click()
    await expect.poll(() => path(page)).toBe('/fr-fr/')
    await page.goto(visitor.url + guide)
    await page.getByRole('link', { name: 'Phase de correction', exact: true }).click()
    await expect.poll(() => path(page)).toBe(`/${guide}#remediate-phase`)
    await page.getByRole('link', { name: 'English', exact: true }).click()
    await expect
      .poll(() => path(page))
      .toBe('/en-us/fasttrack/o365-onboarding-and-migration/#remediate-phase')
    await expectInView(page, '#remediate-phase')
    await expect.poll(() => page.locator('#remediate-phase').textContent()).toBe('Remediate phase')
  })

  test('who has only scrolled keeps the place too', async () => {
    const page = await open(guide)
    await page.locator('#enable-phase').evaluate((heading) => heading.scrollIntoView())
    await page.getByRole('link', { name: 'English', exact: true }).click()
    await expect.poll(() => new URL(page.url()).hash).toBe('#enable-phase')
  })

  test('is taken to the chosen language the next time, and to none before a choice', async () => {
    const page = await open('', { locale: 'fr-FR' })
    await settled(page)
    expect(path(page)).toBe('/')
    await page
      .getByRole('link', { name: /English/ })
      .first()
      .click()
    await page.waitForURL('**/en-us/')
    await page.goto(visitor.url)
    await page.waitForURL('**/en-us/')
  })

  test('reads and goes everywhere with JavaScript off', async () => {
    const page = await open('', { javaScriptEnabled: false })
    await page
      .getByRole('link', { name: /Français/ })
      .first()
      .click()
    await expect.poll(() => path(page)).toBe('/fr-fr/')
    await page.goto(visitor.url + guide)
    const article = page.locator('article')
    await expect.poll(() => article.locator('aside.alert').count()).toBe(5)
    await expect.poll(() => article.locator('aside.alert').first().isVisible()).toBe(true)
    await expect.poll(() => article.locator('.prose').innerText()).toContain('Exchange Online')
    await page
      .getByRole('navigation', { name: 'Pages de ce guide' })
      .getByRole('link', { name: 'Migration des données' })
      .click()
    await expect.poll(() => path(page)).toBe('/fr-fr/fasttrack/o365-data-migration/')
    await page.getByRole('link', { name: 'English', exact: true }).click()
    await expect.poll(() => path(page)).toBe('/en-us/fasttrack/o365-data-migration/')
    // What only script can do is not offered.
    expect(await page.locator('theme-switch').isVisible()).toBe(false)
  })

  test('can open and close a branch of the navigation with JavaScript off', async () => {
    const page = await open(guide, { javaScriptEnabled: false })
    const navigation = page.getByRole('navigation', { name: 'Pages de ce guide' })
    await expect
      .poll(() => navigation.locator('[aria-current=page]').innerText())
      .toContain('Phases')
    const closed = navigation.locator('details:not([open]) > summary').first()
    const inside = closed.locator('xpath=..').getByRole('link').last()
    expect(await inside.isVisible()).toBe(false)
    await closed.click()
    await expect.poll(() => navigation.locator('details[open]').count()).toBeGreaterThan(1)
  })

  test('sees in the list of headings the one being read', async () => {
    const page = await open(guide)
    await page.locator('#enable-phase').evaluate((heading) => heading.scrollIntoView())
    await expect
      .poll(() => page.locator('.toc a[aria-current]').getAttribute('href'))
      .toBe('#enable-phase')
  })

  test('skips to the content with the first press of the Tab key', async () => {
    const page = await open(guide)
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    await expect.poll(() => focused.innerText()).toBe('Aller au contenu')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
  })

  test('chooses dark once and keeps it on the next page', async () => {
    const page = await open(guide, { colorScheme: 'light' })
    const background = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const light = await background()
    await page.locator('theme-switch summary').click()
    await page.getByRole('radio', { name: 'Sombre' }).check()
    const dark = await background()
    expect(dark).not.toBe(light)
    await page.goto(`${visitor.url}en-us/`)
    await expect.poll(background).toBe(dark)
  })

  test('who translates finds the remaining work in their language from any page', async () => {
    const page = await open(guide)
    await page.getByRole('contentinfo').getByRole('link', { name: 'État des traductions' }).click()
    await expect.poll(() => path(page)).toBe('/fr-fr/translation/')
    await page.goto(`${visitor.url}en-us/fasttrack/`)
    // Nothing is translated into the language that all is written in.
    expect(await page.getByRole('link', { name: 'Translation status' }).count()).toBe(0)
  })

  test('goes to the previous and the next page of the table of contents', async () => {
    const page = await open(guide)
    await page.locator('a[rel=next]').click()
    await expect.poll(() => path(page)).toBe('/fr-fr/fasttrack/o365-data-migration/')
    await page.locator('a[rel=prev]').click()
    await expect.poll(() => path(page)).toBe(`/${guide}`)
  })

  test('sees the heading of a link below the header, not behind it', async () => {
    const page = await open(`${guide}#power-bi`)
    await expectInView(page, '#power-bi')
    const header = await page.getByRole('banner').boundingBox()
    const heading = await page.locator('#power-bi').boundingBox()
    const isSticky = await page
      .getByRole('banner')
      .evaluate((item) => getComputedStyle(item).position)
    if (isSticky === 'sticky') expect(heading?.y).toBeGreaterThanOrEqual(header?.height ?? 0)
  })

  test.each([
    ['fr-fr/fasttrack/nulle-part/', 'fr-FR', 'Page introuvable'],
    ['en-us/fasttrack/nowhere/', 'en-US', 'Page not found'],
  ])('who follows a dead address %s is told in that language', async (address, lang, title) => {
    const page = await open('')
    const response = await page.goto(visitor.url + address)
    expect(response?.status()).toBe(404)
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(lang)
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe(title)
  })

  test('a reader at a dead address can search from there', async () => {
    const page = await open('fr-fr/404.html')
    await page.getByRole('main').getByRole('searchbox').fill('messagerie')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/fr-fr/search/?q=messagerie')
    await page.locator('.search__results a').first().waitFor()
  })

  test('who follows an old address arrives at the page', async () => {
    const page = await open('fr-fr/fasttrack/onboarding-and-migration/')
    await page.waitForURL(`**/${guide}`)
  })

  test('who follows an old address without JavaScript gets a link to the page', async () => {
    const page = await open('', { javaScriptEnabled: false })
    const response = await page.request.get(
      `${visitor.url}fr-fr/fasttrack/onboarding-and-migration/`,
    )
    expect(await response.text()).toMatch(
      /<a [^>]*href="\/fr-fr\/fasttrack\/o365-onboarding-and-migration\/"/,
    )
  })

  test.each([320, 390, 768, 1440])(
    'never has to scroll horizontally at %i pixels',
    async (width) => {
      for (const address of [
        '',
        'fr-fr/',
        'fr-fr/fasttrack/',
        guide,
        'fr-fr/fasttrack/o365-data-migration/',
        'fr-fr/404.html',
      ]) {
        const page = await open(address, { viewport: { width, height: 800 } })
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(wide, address).toBeLessThanOrEqual(width)
      }
    },
  )

  test('nor with wide letters and lines, on the smallest screen', async () => {
    for (const address of [guide, 'fr-fr/fasttrack/responsibilities/']) {
      // The spacing of WCAG 1.4.12, from a style that the page's policy would refuse.
      const page = await open(address, { viewport: { width: 320, height: 800 }, bypassCSP: true })
      await page.addStyleTag({
        content: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
          word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`,
      })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide, address).toBeLessThanOrEqual(320)
    }
  })
})

async function expectInView(page: Page, selector: string): Promise<void> {
  await expect
    .poll(() =>
      page.locator(selector).evaluate((item) => {
        const { top, bottom } = item.getBoundingClientRect()
        return top >= 0 && bottom <= innerHeight
      }),
    )
    .toBe(true)
}
