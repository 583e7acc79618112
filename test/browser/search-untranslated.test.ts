/** How a reader finds words of a French page that are still in English, on Microsoft’s docset. */
import { describe, expect, test } from 'vitest'
import { builtSite } from '../support/built-site.ts'
import { addresses, answered, search, violations } from '../support/search-dialog.ts'
import { visitorOf } from '../support/visitor.ts'

const folder = await builtSite('fasttrack')
if (!folder) console.warn('Skipped: the FastTrack docset is not beside the project (../shared)')

const guide = 'fr-fr/fasttrack/o365-onboarding-and-migration/'
const place = '/fr-fr/fasttrack/o365-data-migration/#commercial-and-uk-government'

describe.skipIf(!folder)('a reader who searches for words that are not yet translated', () => {
  const visitor = visitorOf(folder)
  const { open } = visitor

  test('finds them on the French page, by the heading above them, with word and in its language', async () => {
    const page = await open(guide)
    await search(page, 'prescheduled')
    await expect.poll(() => addresses(page)).toContain(place)
    const result = page.locator('.search__page').filter({ has: page.locator(`a[href="${place}"]`) })
    await expect
      .poll(() => result.locator('.search__step').textContent())
      .toBe('Pas encore traduit')
    await expect.poll(() => result.locator('.search__excerpt').getAttribute('lang')).toBe('en-US')
    await expect.poll(() => result.locator('mark').allTextContents()).toEqual(['prescheduled'])
    expect(await violations(page)).toEqual([])
    await result.getByRole('link').click()
    await page.waitForURL(visitor.url + place.slice(1))
    await expect.poll(() => page.locator(':target').count()).toBe(1)
  })

  test.each(['accelerates', 'acelerate'])('finds “accelerate” with %s', async (typed) => {
    const page = await open(guide)
    await search(page, typed)
    await expect
      .poll(async () => (await addresses(page)).join())
      .toContain('/m365-fasttrack-benefit-overview/#')
  })

  test('gets what is in French first', async () => {
    const page = await open(guide)
    await page.goto(`${visitor.url}fr-fr/search/?q=Exchange+Online`)
    const pages = page.locator('.search__results > li')
    await answered(page)
    const further = page.getByRole('button', { name: 'Afficher plus de résultats' })
    while (await further.isVisible()) await further.click()
    const foreign = await pages.evaluateAll((all) =>
      all.map((item) => item.querySelector('.search__excerpt[lang]') !== null),
    )
    expect(foreign.filter(Boolean).length).toBeGreaterThan(1)
    expect(foreign.lastIndexOf(false)).toBeLessThan(foreign.indexOf(true))
  })

  test('gets the original alone when the search is in its language', async () => {
    const page = await open('en-us/fasttrack/o365-onboarding-and-migration/')
    await search(page, 'prescheduled')
    const results = await addresses(page)
    expect(results.length).toBeGreaterThan(0)
    expect(results.filter((address) => !address.startsWith('/en-us/'))).toEqual([])
  })
})
