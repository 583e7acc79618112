/** What a reader gets of the search where something is missing, elsewhere, or seen in another way. */
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { builtSite } from '../support/built-site.ts'
import { temporaryFolder } from '../support/folder.ts'
import { addresses, dialogOf, search, violations } from '../support/search-dialog.ts'
import { serve, type ServedSite } from '../support/server.ts'
import { visitorOf } from '../support/visitor.ts'

const folder = await builtSite('fasttrack')
if (!folder) console.warn('Skipped: the FastTrack docset is not beside the project (../shared)')

const guide = 'fr-fr/fasttrack/o365-onboarding-and-migration/'

describe.skipIf(!folder)('a reader who searches', () => {
  const visitor = visitorOf(folder)
  const { newPage, open } = visitor

  test('has a link without script, to a page that says what it needs and where to go', async () => {
    const page = await open(guide, { javaScriptEnabled: false })
    await page.getByRole('link', { name: 'Rechercher' }).click()
    await expect.poll(() => page.url()).toBe(`${visitor.url}fr-fr/search/`)
    const main = page.getByRole('main')
    await expect.poll(() => main.textContent()).toContain('La recherche nécessite JavaScript')
    expect(await main.getByRole('searchbox').isVisible()).toBe(false)
    const links = main.getByRole('link').filter({ visible: true })
    await expect
      .poll(() => links.evaluateAll((all) => all.map((link) => link.getAttribute('href'))))
      .toEqual(['/fr-fr/fasttrack/', '/fr-fr/', '/go/'])
  })

  test('does not find the results page in a search engine', async () => {
    const page = await open('fr-fr/search/')
    await expect
      .poll(() => page.locator('meta[name=robots]').getAttribute('content'))
      .toBe('noindex')
  })

  test('is told that there is no index where the site has none', async () => {
    const copy = await changedSite(async (root) => rm(join(root, 'pagefind'), { recursive: true }))
    const page = await newPage()
    await page.goto(copy.url + guide)
    await page.keyboard.press('/')
    await dialogOf(page).waitFor()
    await page.keyboard.type('licence')
    await page.getByText('La recherche ne fonctionne que sur le site généré').waitFor()
  })

  test('finds nothing, not even in other languages, in a language without pages', async () => {
    const copy = await changedSite(async (root) => {
      const path = join(root, 'pagefind/languages.json')
      const languages = JSON.parse(await readFile(path, 'utf8')) as { 'fr-fr'?: object }
      delete languages['fr-fr']
      await writeFile(path, JSON.stringify(languages))
    })
    const page = await newPage()
    await page.goto(copy.url + guide)
    await search(page, 'FastTrack')
    expect(await addresses(page)).toEqual([])
  })

  test('finds the same if the site is in a folder', async () => {
    const based = await builtSite('fasttrack', { base: '/docs/' })
    const served = await serve(based ?? '', { base: '/docs/' })
    onTestFinished(served.close)
    const page = await newPage()
    await page.goto(served.url + guide)
    await search(page, 'evaluation')
    const results = await addresses(page)
    expect(results.filter((url) => !url.startsWith('/docs/fr-fr/fasttrack/'))).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === new URL(results[0] ?? '', served.url).pathname)
    await expect.poll(() => page.locator('h1').count()).toBe(1)
  })

  test('gets the results page when the dialog cannot be loaded', async () => {
    const page = await newPage()
    await page.goto(visitor.url + guide)
    await page.route('**/fr-fr/search/', (route) =>
      route.request().isNavigationRequest() ? route.continue() : route.abort(),
    )
    await page.keyboard.press('/')
    await page.waitForURL(`${visitor.url}fr-fr/search/`)
  })

  test.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 1280 },
    { colorScheme: 'light', width: 320 },
    { colorScheme: 'dark', width: 320 },
  ] as const)('meets WCAG in $colorScheme, $width pixels wide', async ({ colorScheme, width }) => {
    const page = await open(guide, { colorScheme, viewport: { width, height: 640 } })
    await search(page, 'évaluation')
    await page.keyboard.press('ArrowDown')
    expect(await violations(page)).toEqual([])
    const sideways = (selector: string) =>
      page.locator(selector).evaluate((box) => box.scrollWidth > box.clientWidth)
    expect(await sideways('.search__body')).toBe(false)
    expect(await sideways('html')).toBe(false)
    for (const query of ['évaluation', 'troubleshoot', '']) {
      await page.goto(`${visitor.url}fr-fr/search/?q=${query}`)
      if (query) await page.getByRole('status').filter({ hasText: query }).waitFor()
      expect(await violations(page)).toEqual([])
      expect(await sideways('html')).toBe(false)
    }
  })

  async function changedSite(change: (root: string) => Promise<void>): Promise<ServedSite> {
    const root = join(await temporaryFolder(), 'site')
    await cp(folder ?? '', root, { recursive: true })
    await change(root)
    const served = await serve(root)
    onTestFinished(served.close)
    return served
  }
})
