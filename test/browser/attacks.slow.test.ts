/** The whole list of attacks, in both dialects, on every page that is made of them. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allVectors } from '../attacks/all.ts'
import { type AttackedSites, buildAttacked } from '../attacks/build.ts'
import { leaked, placesOf, reached } from '../attacks/reach.ts'
import { everyPage, fromOutside, kindVisits, ownPages, typed } from '../attacks/visits.ts'
import { browseSite } from '../attacks/visitor.ts'
import { openBrowser } from '../support/browser.ts'
import { builtSite } from '../support/built-site.ts'

const own = await builtSite('own')

let browser: Browser
let sites: AttackedSites
beforeAll(async () => {
  browser = await openBrowser()
  sites = await buildAttacked(allVectors)
}, 600_000)
afterAll(() => Promise.all([browser?.close(), sites?.remove()]))

describe.each(['guides', 'docfx'] as const)('on a site of %s', (dialect) => {
  test('each attack reaches the site or is reported', async () => {
    const { published, refused, unseen } = await reached(
      allVectors,
      sites[dialect],
      placesOf[dialect],
    )
    console.log(`${dialect}: ${published.length} published, ${refused.length} refused`)
    expect(unseen).toEqual([])
    expect(published.length).toBeGreaterThan(200)
  })

  test('no file outside the site is published', async () => {
    expect(await leaked(sites[dialect].folder)).toEqual([])
  })

  test(
    'no attack does anything on any page without a policy',
    { timeout: 600_000, retry: 0 },
    async () => {
      const { folder } = sites[dialect]
      const visits = (url: string) => everyPage(folder, url)
      expect(await browseSite(browser, folder, 'none', visits)).toEqual([])
    },
  )

  // A policy only takes away: every kind of page, and some of the pages.
  test.each(['headers', 'meta'] as const)(
    'no attack does anything, and none has to be stopped, with the policy of: %s',
    { timeout: 300_000, retry: 0 },
    async (hosting) => {
      const { folder } = sites[dialect]
      const visits = async (url: string) => [
        ...kindVisits(dialect, url),
        ...(await everyPage(folder, url)).filter((_, index) => index % 12 === 0),
      ]
      expect(await browseSite(browser, folder, hosting, visits)).toEqual([])
    },
  )

  test('text typed into the search stays text', { timeout: 300_000 }, async () => {
    const texts = allVectors.filter(({ into }) => into === 'text')
    const path = dialect === 'guides' ? 'en/search/' : 'en-us/search/'
    const visits = (url: string) => [typed(url + path, texts)]
    expect(await browseSite(browser, sites[dialect].folder, 'none', visits)).toEqual([])
  })
})

test.each(['none', 'headers'] as const)(
  'no address and no stored value does anything on any kind of page, with the policy of: %s',
  { timeout: 600_000, retry: 0 },
  async (hosting) => {
    const visits = (url: string) =>
      fromOutside(
        allVectors,
        ownPages.map((path) => url + path),
      )
    expect(await browseSite(browser, own, hosting, visits)).toEqual([])
  },
)
