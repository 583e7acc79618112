/** The original beside its translation, as readers reach and read it. */
import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { builtSite } from '../support/built-site.ts'
import { addresses, search } from '../support/search-dialog.ts'
import { statesSite } from '../support/states-site.ts'
import { visitorOf } from '../support/visitor.ts'

const own = await builtSite('own')
const fasttrack = await builtSite('fasttrack')
if (!fasttrack) console.warn('Skipped: the FastTrack docset is not beside the project (../shared)')
const states = await statesSite()
afterAll(states.remove)

const page = 'fr-fr/fasttrack/assess/'
const beside = `${page}original/`
const english = 'en/live-edu/passwords/original/'

const path = (at: Page) => new URL(at.url()).pathname + new URL(at.url()).hash

describe('the original beside a translation', () => {
  const { open } = visitorOf(own)
  const back = (at: Page) => at.getByRole('link', { name: 'Afficher seulement la traduction' })
  const there = (at: Page) => at.getByRole('link', { name: 'Afficher aussi l’original (anglais)' })
  const pairs = (at: Page) =>
    at.locator('.bilingual').evaluateAll((all) => all.map(({ textContent }) => textContent))

  test('is reached and left by keyboard, and keeps the heading that the reader is at', async () => {
    const at = await open(`${page}#what-you-have-to-bring`)
    for (let presses = 0; presses < 60; presses++) {
      await at.keyboard.press('Tab')
      if (await there(at).evaluate((link) => link === document.activeElement)) break
    }
    await at.keyboard.press('Enter')
    await at.waitForURL(`**/${beside}**`)
    await expect.poll(() => path(at)).toBe(`/${beside}#what-you-have-to-bring`)
    await expect
      .poll(() =>
        at.locator('#what-you-have-to-bring').evaluate((item) => item.getBoundingClientRect().top),
      )
      .toBeGreaterThanOrEqual(0)
    await back(at).focus()
    await at.keyboard.press('Enter')
    await at.waitForURL(`**/${page}#what-you-have-to-bring`)
  })

  test('is the same for everyone who opens its address, and without JavaScript', async () => {
    const [first, second, plain] = [
      await open(beside),
      await open(beside),
      await open(beside, { javaScriptEnabled: false }),
    ]
    const shown = await pairs(first)
    expect(shown.length).toBeGreaterThan(30)
    await first.reload()
    await expect.poll(() => pairs(first)).toEqual(shown)
    await expect.poll(() => pairs(second)).toEqual(shown)
    await expect.poll(() => pairs(plain)).toEqual(shown)
    await back(plain).click()
    await expect.poll(() => path(plain)).toBe(`/${page}`)
    await there(plain).click()
    await expect.poll(() => path(plain)).toBe(`/${beside}`)
  })

  test('changes the content alone: the page around it stays in the reader’s language', async () => {
    const at = await open(beside)
    await expect.poll(() => at.locator('html').getAttribute('lang')).toBe('fr-FR')
    const navigation = at.getByRole('navigation', { name: 'Pages de ce guide' })
    await expect
      .poll(() => navigation.getByRole('link', { name: 'Évaluation' }).isVisible())
      .toBe(true)
    const languages = await at
      .locator('.bilingual__original')
      .evaluateAll((all) => [...new Set(all.map((item) => item.getAttribute('lang')))])
    expect(languages).toEqual(['en'])
    const title = at.getByRole('heading', { level: 1 })
    await expect.poll(() => title.locator('.bilingual__original').innerText()).toBe('Assess')
    await expect.poll(() => title.locator('.bilingual__own').innerText()).toBe('Évaluation')
  })

  test('has every id once, those of the translation', async () => {
    const at = await open(beside)
    const ids = await at.locator('[id]').evaluateAll((all) => all.map(({ id }) => id))
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const alone = await open(page)
    const anchors = await alone
      .locator('.prose :is(h2, h3, li)[id]')
      .evaluateAll((all) => all.map(({ id }) => id))
    expect(anchors.length).toBeGreaterThan(8)
    expect(ids).toEqual(expect.arrayContaining(anchors))
  })

  test('is beside it where there is room and on paper, above it on a phone', async () => {
    const places = (at: Page) =>
      at
        .locator('.prose > p > .bilingual')
        .first()
        .evaluate((row) =>
          [...row.children].slice(0, 2).map((child) => {
            const { left, top } = child.getBoundingClientRect()
            return { left, top }
          }),
        )
    const [left, right] = await places(await open(beside))
    expect(left?.top).toBe(right?.top)
    expect(left?.left).toBeLessThan(right?.left ?? 0)
    const phone = await open(beside, { viewport: { width: 320, height: 700 } })
    const [above, below] = await places(phone)
    expect(above?.top).toBeLessThan(below?.top ?? 0)
    await phone.emulateMedia({ media: 'print' })
    const [first, second] = await places(phone)
    expect(first?.top).toBe(second?.top)
    await expect.poll(() => back(phone).isVisible()).toBe(false)
  })

  test.each([page, beside, english])(
    '%s does not scroll horizontally at 320 pixels',
    async (value) => {
      const at = await open(value, { viewport: { width: 320, height: 700 } })
      const wide = await at.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide).toBeLessThanOrEqual(0)
    },
  )

  test.each([
    [beside, 'light', 390],
    [beside, 'dark', 1440],
    [english, 'light', 1440],
    [english, 'dark', 390],
  ] as const)('axe finds nothing on %s, %s, %i pixels', async (item, colorScheme, width) => {
    const at = await open(item, { colorScheme, viewport: { width, height: 900 } })
    expect(await violations(at)).toEqual([])
  })

  test('is offered on translations only, and known to no search engine', async () => {
    const at = await open('en/fasttrack/assess/')
    expect(await at.locator('.bilingual-link').count()).toBe(0)
    await at.goto(at.url().replace('assess/', 'assess/original/'))
    await expect.poll(() => at.title()).toMatch(/not found/i)
    const both = await open(beside)
    await expect
      .poll(() => both.locator('meta[name=robots]').getAttribute('content'))
      .toBe('noindex')
    await expect
      .poll(() => both.locator('link[rel=canonical]').getAttribute('href'))
      .toMatch(new RegExp(`/${page}$`))
  })
})

describe('a page whose translation is not whole', () => {
  const visitor = visitorOf(states.site)
  const open = (options?: BrowserContextOptions) => visitor.open('fr-fr/moves/plan/', options)

  test('says at a sentence that it is not translated, in the reader’s language', async () => {
    const sentence = (await open()).locator('.prose span[data-state=untranslated]')
    await expect
      .poll(async () => [await sentence.getAttribute('lang'), await sentence.innerText()])
      .toEqual(['en-US', 'Then tell the others. pas encore traduit'])
    await expect.poll(() => sentence.locator('small').getAttribute('lang')).toBe('fr-FR')
  })

  test('says it at the title, too, which search shows in its own language', async () => {
    const title = (await open()).getByRole('heading', { level: 1 })
    await expect
      .poll(async () => [await title.getAttribute('lang'), await title.innerText()])
      .toEqual(['en-US', 'Plan the move pas encore traduit'])
    await expect.poll(() => title.locator('small').getAttribute('lang')).toBe('fr-FR')
    const whole = (await visitor.open('fr-fr/moves/check/')).getByRole('heading', { level: 1 })
    await expect.poll(() => whole.innerText()).toBe('Vérifier le résultat')
    const folder = join(states.site, 'pagefind/fragment')
    const matches = (await readdir(folder)).map((name) => {
      const text = gunzipSync(readFileSync(join(folder, name))).toString()
      return JSON.parse(text.slice(text.indexOf('{'))) as { url: string; meta: { title: string } }
    })
    const plan = matches.find(({ url }) => url === '/fr-fr/moves/plan/')
    expect(plan?.meta.title.trim()).toBe('Plan the move')
  })

  test.each([true, false])(
    'keeps old words and shows on demand how the original changed (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const at = await open({ javaScriptEnabled })
      const change = at.locator('details.change')
      await expect.poll(() => change.count()).toBe(1)
      await expect.poll(() => at.locator('.prose').innerText()).toContain('sur l’ancien serveur')
      expect(await change.locator('p').first().isVisible()).toBe(false)
      await change.locator('summary').focus()
      await at.keyboard.press('Enter')
      await expect
        .poll(() => change.locator('[lang=en-US]').innerText())
        .toContain('on the former server')
    },
  )

  test('shows what only the translation has beside the original', async () => {
    const at = await visitor.open('fr-fr/moves/plan/original/')
    const row = at.locator('.bilingual', { hasText: 'Prévoyez aussi du café.' })
    await expect
      .poll(() => row.locator('.bilingual__absent').innerText())
      .toBe('seulement dans la traduction')
    expect(await row.locator('.bilingual__original').count()).toBe(0)
  })

  test.each(['light', 'dark'] as const)('has nothing that axe finds, %s', async (colorScheme) => {
    const at = await open({ colorScheme })
    await at.locator('details.change summary').click()
    expect(await violations(at)).toEqual([])
    await at.goto(`${at.url()}original/`)
    expect(await violations(at)).toEqual([])
  })
})

describe.skipIf(!fasttrack)('untranslated text', () => {
  const { open } = visitorOf(fasttrack)
  // English on the French page, too.
  const text = 'transferred processed anywhere'
  const page = 'o365-data-migration'

  test('leaves wide tables in their own scroll container, beside the original, too', async () => {
    const at = await open(`fr-fr/fasttrack/${page}/original/`, {
      viewport: { width: 320, height: 700 },
    })
    await expect.poll(() => at.locator('.prose table').count()).toBeGreaterThan(0)
    const wide = await at.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
  })

  test('is found on it in its own language; readers of that language get the original', async () => {
    const french = await open('fr-fr/')
    await search(french, text)
    const matches = (await addresses(french)).filter((value) => value.includes(page))
    expect(matches).not.toEqual([])
    for (const address of matches) {
      const hit = french.locator('.search__page', { has: french.locator(`a[href="${address}"]`) })
      await expect.poll(() => hit.locator('.search__excerpt').getAttribute('lang')).toBe('en-US')
    }
    const english = await open('en-us/')
    await search(english, text)
    const originals = (await addresses(english)).filter((value) => value.includes(page))
    expect(originals).not.toEqual([])
    expect(originals.filter((original) => !original.startsWith('/en-us/'))).toEqual([])
  })
})
