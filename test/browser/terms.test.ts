/** Terms that a site explains: at their first occurrence, and on the page of terms. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { builtSite } from '../support/built-site.ts'
import { visitorOf } from '../support/visitor.ts'

const visitor = visitorOf(await builtSite('own'))

describe.each([
  ['en', 'remediation', 'Putting right what the assessment has found'],
  ['fr-fr', 'correction', 'Le règlement des problèmes'],
])('a term in %s', (locale, form, definition) => {
  test('leads to its definition by keyboard, without script', async () => {
    const page = await visitor.open(`${locale}/fasttrack/assess/`, { javaScriptEnabled: false })
    const term = page.locator('main .term[href$="#remediation"]')
    await expect.poll(() => term.count()).toBe(1)
    await expect.poll(async () => (await term.innerText()).toLowerCase()).toContain(form)
    await term.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/${locale}/terms/#remediation`)
    const entry = page.locator('dt:target')
    await expect.poll(() => entry.innerText()).toBe(form)
    await expect.poll(() => entry.locator('+ dd').innerText()).toContain(definition)
  })

  test.each(['light', 'dark'] as const)(
    'is explained without a fault of accessibility, %s',
    async (colorScheme) => {
      const page = await visitor.open(`${locale}/terms/`, {
        colorScheme,
        viewport: { width: 320, height: 800 },
      })
      expect(await violations(page)).toEqual([])
      const [wide, shown] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        innerWidth,
      ])
      expect(wide).toBeLessThanOrEqual(shown ?? 0)
    },
  )
})

describe('what a term means', () => {
  const address = 'en/fasttrack/assess/'
  const meaning = 'Putting right what the assessment has found'
  const termOn = (page: Page) => page.locator('main .term[href$="#remediation"]')
  const noteOn = (page: Page) => page.locator('.term-note:popover-open')

  test('shows under the pointer, stays while the pointer is on it, and goes with Escape', async () => {
    const page = await visitor.open(address)
    await termOn(page).hover()
    await noteOn(page).filter({ hasText: meaning }).waitFor()
    await noteOn(page).hover()
    await page.mouse.move(0, 0)
    await noteOn(page).waitFor({ state: 'detached' })
    await termOn(page).hover()
    await noteOn(page).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => noteOn(page).count()).toBe(0)
  })

  test('shows at the focus and describes the term; Enter leads to the page of terms', async () => {
    const page = await visitor.open(address)
    await termOn(page).focus()
    await noteOn(page).filter({ hasText: meaning }).waitFor()
    const described = await termOn(page).getAttribute('aria-describedby')
    await expect.poll(() => page.locator(`#${described}`).innerText()).toContain(meaning)
    await page.keyboard.press('Escape')
    await expect.poll(() => noteOn(page).count()).toBe(0)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/en/terms/#remediation')
  })

  test('shows after a tap, with the way to the page of terms', async () => {
    const page = await visitor.open(address, {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 320, height: 640 },
    })
    await termOn(page).tap()
    const note = noteOn(page).filter({ hasText: meaning })
    await note.waitFor()
    await expect
      .poll(async () => {
        const { x, width } = (await note.boundingBox())!
        return x >= 0 && x + width <= 320
      })
      .toBe(true)
    await note.getByRole('link', { name: 'Terms' }).tap()
    await page.waitForURL('**/en/terms/#remediation')
  })

  test.each(['light', 'dark'] as const)(
    'is without a fault of accessibility, %s',
    async (scheme) => {
      const page = await visitor.open('fr-fr/fasttrack/assess/', { colorScheme: scheme })
      await termOn(page).focus()
      await noteOn(page).waitFor()
      expect(await violations(page)).toEqual([])
    },
  )
})

describe.each([
  ['en', 'both systems', 'One mail domain with some mailboxes in the old system'],
  ['fr-fr', 'les deux systèmes', 'Un domaine de messagerie dont une partie des boîtes'],
])('a term that its author has marked, in %s', (locale, words, meaning) => {
  const address = `${locale}/manual/components/`
  const termOn = (page: Page) => page.locator('main .term', { hasText: words })
  const noteOn = (page: Page) =>
    page.locator('.term-note:popover-open').filter({ hasText: meaning })

  test('leads to its definition without script, each time', async () => {
    const page = await visitor.open(address, { javaScriptEnabled: false })
    await expect.poll(() => page.locator('main .term[href$="#split-domain"]').count()).toBe(2)
    await termOn(page).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/${locale}/terms/#split-domain`)
    await expect.poll(() => page.locator('dt:target + dd').innerText()).toContain(meaning)
  })

  test('is explained under the pointer and at the focus, until Escape', async () => {
    const page = await visitor.open(address)
    await termOn(page).hover()
    await noteOn(page).waitFor()
    await page.keyboard.press('Escape')
    await noteOn(page).waitFor({ state: 'detached' })
    await page.mouse.move(0, 0)
    await termOn(page).focus()
    await noteOn(page).waitFor()
    const described = await termOn(page).getAttribute('aria-describedby')
    await expect.poll(() => page.locator(`#${described}`).innerText()).toContain(meaning)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await noteOn(page).waitFor({ state: 'detached' })
    await expect
      .poll(() => termOn(page).evaluate((term) => term === document.activeElement))
      .toBe(true)
  })

  test('is explained after a tap, within a phone', async () => {
    const phone = { hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } }
    const page = await visitor.open(address, phone)
    await termOn(page).tap()
    await noteOn(page).waitFor()
    await expect
      .poll(async () => {
        const { x, width } = (await noteOn(page).boundingBox())!
        return x >= 0 && x + width <= 320
      })
      .toBe(true)
    expect(page.url()).toBe(visitor.url + address)
  })
})

test.each([
  ['en', 'split domain', 'split domain'],
  ['en', 'glossary', 'Terms'],
  ['fr-fr', 'domaine partagé', 'domaine partagé'],
  ['fr-fr', 'glossaire', 'Glossaire'],
])('search in %s finds “%s” on the page of terms', async (locale, words, title) => {
  const page = await visitor.open(`${locale}/search/?q=${encodeURIComponent(words)}`)
  const found = page.locator(`.search__link[href^="/${locale}/terms/"]`)
  await found.first().waitFor()
  await expect.poll(() => found.allInnerTexts()).toContain(title)
})

test('the page of terms names the same term in the other language, and leads there', async () => {
  const page = await visitor.open('en/terms/')
  const other = page.locator('#split-domain ~ dd [lang="fr-FR"]').last()
  await expect.poll(() => other.innerText()).toBe('domaine partagé')
  const hreflang = page.locator('link[rel=alternate][hreflang=fr-FR]')
  await expect.poll(() => hreflang.getAttribute('href')).toMatch(/\/fr-fr\/terms\/$/)
})
