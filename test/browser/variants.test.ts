/** Somebody who has Linux, and an old version, reads a page that is for several systems and versions. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { builtSite } from '../support/built-site.ts'
import { visitorOf } from '../support/visitor.ts'

const visitor = visitorOf(await builtSite('docfx'))
const { open } = visitor
const path = 'en-us/guide/zones/'

const systems = (page: Page) => page.getByRole('combobox', { name: 'Choose your system' })
const versions = (page: Page) => page.getByRole('combobox', { name: 'Version' })

function words(page: Page): Promise<string> {
  return page.locator('.prose').innerText()
}

describe('zones and monikers', () => {
  test('show the first variant, and say nothing of what is chosen anyway', async () => {
    const page = await open(path)
    await expect.poll(() => systems(page).inputValue()).toBe('windows')
    await expect.poll(() => versions(page).inputValue()).toBe('notes-2.1')
    const shown = await words(page)
    expect(shown).toContain('setup.exe')
    expect(shown).toContain('links expire')
    expect(shown).not.toContain('install.sh')
    expect(shown).not.toContain('shares nothing')
    expect(shown).not.toContain('For:')
    expect(await violations(page)).toEqual([])
  })

  test('are chosen from the keyboard, kept in the address, for the next page and the other language', async () => {
    const page = await open(path)
    await page.locator('.reading__title').click()
    await systems(page).focus()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => words(page)).toContain('install.sh')
    await expect.poll(() => words(page)).not.toContain('setup.exe')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => words(page)).toContain('shares nothing')
    const query = new URL(page.url()).searchParams
    expect([query.get('pivots'), query.get('view')]).toEqual(['linux', '< notes-2.0'])
    const other = page.locator('.languages__link[hreflang^=fr]').first()
    await expect.poll(() => other.getAttribute('href')).toContain('pivots=linux')
    await page.goto(`${visitor.url}fr-fr/guide/zones/`)
    await expect.poll(() => page.getByLabel('Choisissez votre système').inputValue()).toBe('linux')
    await expect.poll(() => words(page)).toContain('La version 1 ne partage rien.')
  })

  test('are what an address asks for, or what holds the place that it names', async () => {
    const page = await open(`${path}?pivots=macos&view=notes-2.0`)
    await expect.poll(() => systems(page).inputValue()).toBe('macos')
    await expect.poll(() => words(page)).toContain('install.sh')
    await expect.poll(() => words(page)).not.toContain('links expire')
    await page.evaluate(() => (location.hash = '#run-the-installer'))
    await expect.poll(() => systems(page).inputValue()).toBe('windows')
    await expect.poll(() => words(page)).toContain('setup.exe')
  })

  test('are all shown with their names on request', async () => {
    const page = await open(path)
    await systems(page).selectOption('All')
    const shown = await words(page)
    expect(shown).toContain('For: Windows')
    expect(shown).toContain('For: Linux, macOS')
    expect(shown).toContain('setup.exe')
    expect(shown).toContain('install.sh')
  })

  test('are all read, with their names, without script and on paper', async () => {
    const plain = await open(path, { javaScriptEnabled: false })
    const page = await open(path)
    await page.emulateMedia({ media: 'print' })
    for (const one of [plain, page]) {
      const shown = await words(one)
      for (const text of [
        'setup.exe',
        'install.sh',
        'shares nothing',
        'For: Linux, macOS',
        'For: ≥ notes-2.0',
      ])
        expect(shown).toContain(text)
    }
    await expect.poll(() => page.locator('.variants').isVisible()).toBe(false)
  })

  test('are named by the results of a search', async () => {
    const page = await open('en-us/search/?q=install.sh')
    const link = page.locator('.search__results a', { hasText: 'Run the script' })
    await expect.poll(() => link.innerText()).toBe('Run the script (Linux, macOS)')
    await link.click()
    await expect.poll(() => systems(page).inputValue()).toBe('linux')
  })

  test.each([320, 1440])('fit a window of %i px, with rows and pictures', async (width) => {
    const page = await open(path, { viewport: { width, height: 900 } })
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    const [notes, tasks] = await Promise.all(
      ['#notes', '#tasks'].map((id) =>
        page.locator(id).evaluate((it) => it.getBoundingClientRect().top),
      ),
    )
    expect(Math.abs(notes! - tasks!) < 2).toBe(width > 1000)
  })
})
