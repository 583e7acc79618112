/** The whole list of attacks, in both dialects, on every page that is made of them. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allVectors } from '../attacks/all.ts'
import { type AttackedSites, buildAttacked } from '../attacks/build.ts'
import { everyPage, fromOutside, ownPages, typed } from '../attacks/visits.ts'
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

/** Without a policy all pages are loaded, with one a part of them: it can only take away. */
const parts = { none: 1, headers: 4, meta: 12 } as const

describe.each(['guides', 'docfx'] as const)('on a site of %s', (dialect) => {
  test.each(['none', 'headers', 'meta'] as const)(
    'no attack does anything, with the policy of: %s',
    { timeout: 900_000, retry: 0 },
    async (hosting) => {
      const folder = sites.folders[dialect]
      const visits = async (url: string) =>
        (await everyPage(folder, url)).filter((_, index) => index % parts[hosting] === 0)
      expect(await browseSite(browser, folder, hosting, visits)).toEqual([])
    },
  )

  test('what is typed into the search stays words', { timeout: 300_000 }, async () => {
    const texts = allVectors.filter(({ into }) => into === 'text')
    const path = dialect === 'guides' ? 'en/search/' : 'en-us/search/'
    const visits = (url: string) => [typed(url + path, texts)]
    expect(await browseSite(browser, sites.folders[dialect], 'none', visits)).toEqual([])
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
