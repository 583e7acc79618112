/** How a reader searches, by keyboard alone, in a real browser on Microsoft's docset in two languages. */
import { describe, expect, test } from 'vitest'
import { builtSite } from '../support/built-site.ts'
import { addresses, dialogOf, focused, search } from '../support/search-dialog.ts'
import { settled, visitorOf } from '../support/visitor.ts'

const folder = await builtSite('fasttrack')
if (!folder) console.warn('Skipped: the FastTrack docset is not beside the project (../shared)')

const guide = 'fr-fr/fasttrack/o365-onboarding-and-migration/'
const englishGuide = 'en-us/fasttrack/o365-onboarding-and-migration/'

describe.skipIf(!folder)('a reader who searches', () => {
  const visitor = visitorOf(folder)
  const { newPage, open } = visitor

  test('first gets a page without search code', async () => {
    const page = await newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(visitor.url + guide, { waitUntil: 'networkidle' })
    expect(asked.filter((url) => /search|pagefind/i.test(url))).toEqual([])
    expect(await page.locator('dialog').count()).toBe(0)
  })

  test.each(['Control+k', 'Meta+k', '/'])(
    'opens the dialog with %s, ready to type',
    async (key) => {
      const page = await open(guide)
      await page.keyboard.press(key)
      await dialogOf(page).waitFor()
      await expect.poll(() => focused(page)).toBe('search__field')
      await expect.poll(() => dialogOf(page).getAttribute('aria-labelledby')).toBe('_search-label')
      await page.keyboard.type('a/b')
      await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('a/b')
    },
  )

  test('opens it with the button, closes it with Escape, and returns to the button', async () => {
    const page = await open(guide)
    const button = page.getByRole('button', { name: 'Rechercher' })
    await button.focus()
    await page.keyboard.press('Enter')
    await dialogOf(page).waitFor()
    await search(page, 'licence')
    await page.keyboard.press('Escape')
    await dialogOf(page).waitFor({ state: 'hidden' })
    await expect
      .poll(() => button.evaluate((element) => element === document.activeElement))
      .toBe(true)
  })

  test('is also on the button after opening it by key with nothing focused', async () => {
    const page = await open(guide)
    await page.keyboard.press('/')
    await dialogOf(page).waitFor()
    await page.keyboard.press('Escape')
    await dialogOf(page).waitFor({ state: 'hidden' })
    await expect.poll(() => focused(page)).toBe('search-open')
  })

  test('finds the last query when the dialog opens again, and types over it', async () => {
    const page = await open(guide)
    await search(page, 'licence')
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await dialogOf(page).waitFor()
    await page.keyboard.type('domaine')
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('domaine')
  })

  test('goes through the results with the arrows and opens a heading with Enter', async () => {
    const page = await open(guide)
    await search(page, 'évaluation')
    const links = page.locator('.search__results a')
    const isOn = (index: number) =>
      links.nth(index).evaluate((link) => link === document.activeElement)
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => isOn(0)).toBe(true)
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => focused(page)).toBe('search__field')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => isOn(1)).toBe(true)
    const address = await links.nth(1).getAttribute('href')
    expect(address).toMatch(/^\/fr-fr\/fasttrack\/.+\/#/)
    await page.keyboard.press('Enter')
    await page.waitForURL(visitor.url + address?.slice(1))
    await expect.poll(() => page.locator(':target').count()).toBe(1)
  })

  test('reaches the results with Tab as well', async () => {
    const page = await open(guide)
    await search(page, 'évaluation')
    for (let presses = 0; presses < 3; presses++) {
      await page.keyboard.press('Tab')
      if ((await focused(page)) === 'search__link') break
    }
    await expect.poll(() => focused(page)).toBe('search__link')
  })

  test('follows a result on the same page, and the dialog closes', async () => {
    const page = await open(guide)
    await search(page, 'évaluation')
    await page.locator(`.search__results a[href="/${guide}#assess-phase"]`).focus()
    await page.keyboard.press('Enter')
    await dialogOf(page).waitFor({ state: 'hidden' })
    await expect.poll(() => new URL(page.url()).hash).toBe('#assess-phase')
    // The focus is given back after the dialog is gone.
    await settled(page)
    // From there the keyboard goes on, not from the page's top.
    await page.keyboard.press('Tab')
    const after = await page.evaluate(() => {
      const heading = document.querySelector(':target')
      const place =
        (document.activeElement && heading?.compareDocumentPosition(document.activeElement)) ?? 0
      return (place & Node.DOCUMENT_POSITION_FOLLOWING) > 0
    })
    expect(after).toBe(true)
  })

  test.each(['evaluation', 'évaluations', 'ÉVALUATION', 'l’évaluation', "d'evaluation"])(
    'finds « Phase d’évaluation » with %s',
    async (text) => {
      const page = await open(guide)
      await search(page, text)
      const headings = await page.locator('.search__parts a').allTextContents()
      expect(headings).toContain('Phase d’évaluation')
    },
  )

  test('gets results by heading, each in its page, the page with its place', async () => {
    const page = await open(guide)
    await search(page, 'évaluation')
    const result = page
      .locator('.search__page')
      .filter({ has: page.locator(`a[href^="/${guide}"]`) })
      .first()
    const place = (await result.locator('.search__place').textContent()) ?? ''
    expect(place).toMatch(/^Documentation et ressources de Microsoft FastTrack › /)
    await expect.poll(() => result.locator('mark').allTextContents()).toContain('d’évaluation')
    expect(await result.locator('.search__parts > li').count()).toBeLessThanOrEqual(3)
  })

  test('never gets a page in the other language', async () => {
    const french = await open(guide)
    const english = await open(englishGuide)
    for (const text of ['onboarding', 'checklist', 'evaluation', 'FastTrack']) {
      await search(french, text)
      await search(english, text)
      expect((await addresses(french)).filter((url) => !url.startsWith('/fr-fr/'))).toEqual([])
      expect((await addresses(english)).filter((url) => !url.startsWith('/en-us/'))).toEqual([])
    }
    await search(english, 'troubleshoot')
    await expect.poll(() => addresses(english)).not.toEqual([])
    await search(french, 'troubleshoot')
    await expect.poll(() => addresses(french)).toEqual([])
  })

  test('hears the number of results, and with none a link to the other language', async () => {
    const page = await open(guide)
    await search(page, 'évaluation')
    const status = page.getByRole('status')
    await expect
      .poll(() => status.textContent())
      .toMatch(/^\d+ résultats trouvés pour «\s*évaluation\s*»$/)
    await search(page, 'troubleshoot')
    await expect
      .poll(() => status.textContent())
      .toMatch(/^Aucun résultat pour «\s*troubleshoot\s*»/)
    const elsewhere = page.getByRole('listitem').filter({ hasText: 'Search in English' })
    await expect.poll(() => elsewhere.getAttribute('lang')).toBe('en-US')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${visitor.url}en-us/search/?q=troubleshoot`)
    await page.locator('.search__results a').first().waitFor()
  })

  test('is told that nothing was found, where the engine would match some first letters', async () => {
    const page = await open(guide)
    for (const nonsense of ['dnsqsdfgh', 'xyzzy']) {
      await search(page, nonsense)
      await expect
        .poll(() => page.getByRole('status').textContent())
        .toMatch(/^Aucun résultat pour/)
    }
    await search(page, 'migration qsdfghj')
    await expect.poll(() => page.getByRole('status').textContent()).toMatch(/^\d+ résultats/)
  })

  test('sees any query as text', async () => {
    const page = await open(guide)
    await search(page, '<img src=x onerror=alert(1)>')
    expect(await page.locator('dialog img').count()).toBe(0)
  })

  test('sees eight pages, and all of them on the results page', async () => {
    const page = await open(englishGuide)
    await search(page, 'onboarding')
    await expect.poll(() => page.locator('.search__page').count()).toBe(8)
    await page.getByRole('link', { name: 'See all results' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`${visitor.url}en-us/search/?q=onboarding`)
    const pages = page.locator('.search__page')
    await pages.nth(19).waitFor()
    await page.getByRole('button', { name: 'Show more results' }).focus()
    await page.keyboard.press('Enter')
    await pages.nth(20).waitFor()
    const total = Number.parseInt((await page.getByRole('status').textContent()) ?? '')
    await expect.poll(() => pages.count()).toBe(total)
    // The focus went on to where the list went on.
    await expect
      .poll(() =>
        pages
          .nth(20)
          .locator('a')
          .first()
          .evaluate((link) => link === document.activeElement),
      )
      .toBe(true)
  })

  test('opens the results page with Enter, and can bookmark its address', async () => {
    const page = await open(guide)
    await search(page, 'licence')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${visitor.url}fr-fr/search/?q=licence`)
    await page.locator('.search__results a').first().waitFor()
    await page.keyboard.press('Control+k')
    await expect.poll(() => focused(page)).toBe('search__field')
    expect(await page.locator('dialog').count()).toBe(0)
    await page.keyboard.press('Control+a')
    await page.keyboard.type('domaine')
    await page.waitForURL(`${visitor.url}fr-fr/search/?q=domaine`)
    const english = page.getByRole('link', { name: 'English', exact: true })
    await expect.poll(() => english.getAttribute('href')).toMatch(/\/en-us\/search\/\?q=domaine$/)
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await page.waitForURL(`${visitor.url}fr-fr/search/`)
  })

  test('can switch the / key off, for good, and keeps Ctrl+K', async () => {
    const page = await open(guide)
    await page.keyboard.press('/')
    await dialogOf(page).waitFor()
    await page.getByRole('checkbox', { name: /touche \// }).focus()
    await page.keyboard.press('Space')
    await page.goto(visitor.url + englishGuide)
    // Heard after the script, which would have kept the key to itself.
    await page.evaluate(() =>
      addEventListener('keydown', (event) => {
        document.body.dataset.left = String(!event.defaultPrevented)
      }),
    )
    await page.keyboard.press('/')
    await expect.poll(() => page.locator('body').getAttribute('data-left')).toBe('true')
    await page.keyboard.press('Control+k')
    await dialogOf(page).waitFor()
  })
})
