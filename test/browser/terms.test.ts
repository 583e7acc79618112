/** Terms that a site explains: at their first occurrence, and on the page of terms. */
import { describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { builtSite } from '../support/built-site.ts'
import { visitorOf } from '../support/visitor.ts'

const visitor = visitorOf(await builtSite('own'))

describe.each([
  ['en', 'remediation', 'Putting right what the assessment has found'],
  ['fr-fr', 'correction', 'Les corrections à faire'],
])('a term in %s', (locale, form, definition) => {
  test('leads to its explanation by the keyboard, without script', async () => {
    const page = await visitor.open(`${locale}/fasttrack/assess/`, { javaScriptEnabled: false })
    const term = page.locator('main .term[href$="#remediation"]')
    expect(await term.count()).toBe(1)
    expect((await term.innerText()).toLowerCase()).toContain(form)
    await term.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/${locale}/terms/#remediation`)
    const entry = page.locator('dt:target')
    expect(await entry.innerText()).toBe(form)
    expect(await entry.locator('+ dd').innerText()).toContain(definition)
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

test('the page of terms names the same term in the other language, and leads there', async () => {
  const page = await visitor.open('en/terms/')
  const other = page.locator('#split-domain ~ dd [lang="fr-FR"]').last()
  expect(await other.innerText()).toBe('domaine partagé')
  const hreflang = page.locator('link[rel=alternate][hreflang=fr-FR]')
  expect(await hreflang.getAttribute('href')).toMatch(/\/fr-fr\/terms\/$/)
})
