/** What readers take away of Microsoft’s docset on paper: all its pages on one. */
import { describe, expect, test } from 'vitest'
import { builtSite } from '../support/built-site.ts'
import { visitorOf } from '../support/visitor.ts'

const folder = await builtSite('fasttrack')
if (!folder) console.warn('Skipped: the FastTrack docset is not beside the project (../shared)')

const whole = 'fr-fr/fasttrack/print/'

describe.skipIf(!folder)('the whole docset', () => {
  const visitor = visitorOf(folder)
  const { open } = visitor

  test('is one link away from each of its pages', async () => {
    const page = await open('fr-fr/fasttrack/o365-onboarding-and-migration/')
    await page.getByRole('link', { name: 'Le guide complet' }).click()
    await page.waitForURL(visitor.url + whole)
    await expect.poll(() => page.getByRole('heading', { level: 1 }).count()).toBe(1)
  })

  test('has every page of the table of contents, in its order, with all its words', async () => {
    const page = await open('fr-fr/fasttrack/o365-onboarding-and-migration/')
    const wordsOf = (from: string) =>
      page.locator(from).evaluate((element) => element.textContent.match(/[\p{L}\p{N}]+/gu) ?? [])
    const own = await wordsOf('.prose')
    const listed = await page
      .locator('.sidebar a')
      .evaluateAll((links) => [
        ...new Set(links.map((link) => (link as HTMLAnchorElement).pathname.split('/').at(-2))),
      ])
    await page.goto(visitor.url + whole)
    const sections = await page
      .locator('.whole-guide__page')
      .evaluateAll((all) => all.map(({ id }) => id))
    // All but the docset’s first page, which is nothing but links, and this page.
    const hasOwnWords = (slug = '') => slug !== 'fasttrack' && slug !== 'print'
    expect(sections).toEqual(listed.filter(hasOwnWords))
    const [title, ...rest] = await wordsOf('#o365-onboarding-and-migration')
    expect(title).toBe('Phases')
    expect(rest.join(' ')).toContain(own.join(' '))
  })

  test('has no dead link in it, and each id once', async () => {
    const page = await open(whole)
    const dead = await page
      .locator('.whole-guide a[href^="#"]')
      .evaluateAll((links) =>
        links
          .map((link) => decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''))
          .filter((id) => !document.getElementById(id)),
      )
    expect(dead).toEqual([])
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id))
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('is printed without navigation and controls, each page’s title with its text', async () => {
    const page = await open(whole)
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('button:visible, nav.breadcrumb:visible').count()).toBe(0)
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
    expect(sheets).toBeGreaterThan(60)
    expect(sheets).toBeLessThan(200)
  })

  test('never scrolls horizontally on a phone', async () => {
    const page = await open(whole, { viewport: { width: 320, height: 700 } })
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })
})
