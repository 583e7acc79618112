/** Readers who choose their services see, count, print and download the steps that concern them. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { builtSite } from '../support/built-site.ts'
import { temporaryFolder } from '../support/folder.ts'
import { visitorOf } from '../support/visitor.ts'

const visitor = visitorOf(await builtSite('own'))
const { open, newPage } = visitor
const form = 'en/fasttrack/my-services/'
const checklist = 'en/fasttrack/checklist/customer/'
const matrix = 'en/fasttrack/responsibilities/'
const diagram = 'en/fasttrack/'

const visible = '[data-step]:visible'

/** Two services and one way to sign in. */
async function choose(page: Page) {
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
  await page.getByRole('checkbox', { name: 'Exchange Online' }).check()
  await page.getByRole('checkbox', { name: 'Teams' }).check()
  const ways = page.getByRole('radio')
  await ways.nth(1).check()
}

/** `62` and `109` of “62 of 109 steps apply to you.” */
async function counts(page: Page) {
  const notice = page.locator('.my-services-notice:visible, .my-services [role=status]').first()
  await expect.poll(() => notice.innerText()).toMatch(/\d+ of \d+/)
  const [shown, total] = (await notice.innerText()).match(/\d+/g) ?? []
  return { shown: Number(shown), total: Number(total) }
}

describe('a reader who chose two services and a way to sign in', () => {
  test('finds the same steps in the diagram, the matrix and the file for spreadsheets', async () => {
    const page = await open(form)
    await choose(page)
    const chosen = await counts(page)
    expect(chosen.shown).toBeLessThan(chosen.total * 0.6)

    await page.goto(visitor.url + matrix)
    await expect.poll(() => counts(page)).toEqual(chosen)
    const rows = page.locator(`tr${visible}`)
    await expect.poll(() => rows.count()).toBe(chosen.shown)
    expect(await page.locator('tr[data-service=yammer]:visible').count()).toBe(0)
    await expect
      .poll(() => page.locator('tr[data-service=core]:visible').count())
      .toBeGreaterThan(0)
    expect(await page.locator('[data-step=integrate-school-data-sync]:visible').count()).toBe(0)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.matrix__download a').first().click(),
    ])
    const path = join(await temporaryFolder(), download.suggestedFilename())
    await download.saveAs(path)
    expect((await readFile(path, 'utf8')).trim().split('\r\n')).toHaveLength(chosen.shown + 1)

    await page.goto(visitor.url + diagram)
    await expect.poll(() => counts(page)).toEqual(chosen)
    const boxes = page.locator('.phase-diagram__box')
    const inBoxes = await boxes.evaluateAll((all) =>
      all.map((box) =>
        Number(/\d+(?= steps?)/.exec(box.querySelector('.phase-diagram__count')!.textContent)?.[0]),
      ),
    )
    expect(inBoxes.reduce((sum, count) => sum + count, 0)).toBe(chosen.shown)
    const names = await boxes.evaluateAll((all) => all.map(({ ariaLabel }) => ariaLabel))
    for (const [index, name] of names.entries()) expect(name).toContain(`${inBoxes[index]} step`)
  })

  test('has a checklist of these steps, on the screen and on paper, that counts them', async () => {
    const page = await open(form)
    await choose(page)
    await page.goto(visitor.url + checklist)
    const { shown, total } = await counts(page)
    expect(shown).toBeLessThan(total)
    await expect.poll(() => page.locator(`li${visible}`).count()).toBe(shown)
    await expect
      .poll(() => page.locator('.progress__count').innerText())
      .toContain(`0 of ${shown} steps done`)
    // No heading stands over nothing.
    for (const group of await page.locator('.checklist__group:visible').all()) {
      await expect.poll(() => group.locator(visible).count()).toBeGreaterThan(0)
    }
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator(`li${visible}`).count()).toBe(shown)
    await expect
      .poll(() => page.locator('.my-services-notice').innerText())
      .not.toContain('Change services')
  })

  test('sends an address that shows the same to somebody else, whose own choice stays', async () => {
    const page = await open(form)
    await choose(page)
    await page.goto(visitor.url + checklist)
    const own = await counts(page)
    const address = page.url()
    expect(address).toContain('services=exchange-online,teams')

    const other = await newPage()
    await other.goto(address)
    await expect.poll(() => counts(other)).toEqual(own)
    await other.goto(visitor.url + checklist)
    expect(await other.locator('.my-services-notice').count()).toBe(0)
    await other.goto(address)
    await other.getByRole('button', { name: 'Use these services' }).press('Enter')
    await other.goto(visitor.url + checklist)
    await expect.poll(() => counts(other)).toEqual(own)
  })

  test('sees all steps again with a key press', async () => {
    const page = await open(`${checklist}?services=teams`)
    const { total } = await counts(page)
    await page.getByRole('button', { name: 'Show all steps' }).press('Enter')
    await expect.poll(() => page.locator(`li${visible}`).count()).toBe(total)
    await expect.poll(() => page.url()).not.toContain('services')
  })
})

describe.each(['en', 'fr-fr'])('two services and a way to sign in, in %s', (locale) => {
  const [lists, party] = ['fasttrack/', 'customer']
  const pages = ['', 'responsibilities/', `checklist/${party}/`].map((path) => lists + path)

  /** The steps that a page shows, each once. */
  async function shown(page: Page, media: 'screen' | 'print' = 'screen') {
    await page.emulateMedia({ media })
    // Of the diagram one phase is in view at a time.
    const ids = await page
      .locator('main [data-step]:not([hidden])')
      .evaluateAll((all) => all.map((step) => (step as HTMLElement).dataset['step']!))
    return [...new Set(ids)].toSorted()
  }

  async function allShown(page: Page, search = '') {
    const found: Record<string, string[]> = {}
    for (const path of pages) {
      await page.goto(`${visitor.url}${locale}/${path}${search}`)
      await page.locator('.my-services-notice').waitFor()
      found[path] = await shown(page)
      await expect.poll(() => shown(page, 'print')).toEqual(found[path])
      await page.emulateMedia({ media: 'screen' })
    }
    return found
  }

  test('are the same steps everywhere: on paper, in the file, and at a shared address', async () => {
    const page = await open(`${locale}/${form.slice('en/'.length)}`)
    await choose(page)
    await expect.poll(() => page.url()).toContain('options=')
    const { search } = new URL(page.url())
    const found = await allShown(page)
    const [diagram, matrix, checklist] = pages.map((path) => found[path]!)
    expect(matrix).toEqual(diagram)
    expect(matrix!.length).toBeLessThan(70)
    await page.goto(`${visitor.url}${locale}/${pages[1]}`)
    await page.locator('.my-services-notice').waitFor()
    const theirs = await page
      .locator('tr[data-step]:not([hidden])')
      .evaluateAll(
        (rows, id) =>
          rows
            .filter((row) => row.getAttribute('data-parties')?.split(' ').includes(id))
            .map((row) => row.getAttribute('data-step')!),
        party,
      )
    expect(checklist).toEqual([...new Set(theirs)].toSorted())
    const titles = await page.locator('tr[data-step]:not([hidden]) th a').allInnerTexts()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.matrix__download a').first().click(),
    ])
    const path = join(await temporaryFolder(), download.suggestedFilename())
    await download.saveAs(path)
    const file = await readFile(path, 'utf8')
    expect(file.trim().split('\r\n')).toHaveLength(matrix!.length + 1)
    for (const title of titles) expect(file).toContain(title)
    expect(await allShown(await newPage(), search)).toEqual(found)
  })
})

describe('the form', () => {
  test('is filled in with the keyboard, leaves out what is retired, and comes back as it was', async () => {
    const page = await open(form)
    await expect
      .poll(() => page.getByRole('checkbox', { name: 'Skype for Business' }).isChecked())
      .toBe(false)
    const yammer = page.getByRole('checkbox', { name: 'Yammer' })
    await yammer.focus()
    await page.keyboard.press('Space')
    await expect.poll(() => page.locator('form [role=status]').innerText()).toContain('Saved')
    await page.goto(visitor.url + form)
    await expect.poll(() => yammer.isChecked()).toBe(false)
    await page.getByRole('button', { name: 'Show all steps' }).press('Enter')
    await expect.poll(() => yammer.isChecked()).toBe(true)
    await expect
      .poll(() => page.locator('form [role=status]').innerText())
      .toBe('96 of 106 steps apply to you.')
  })

  test('says without script that all steps are shown', async () => {
    const page = await open(form, { javaScriptEnabled: false })
    await expect.poll(() => page.locator('noscript p').isVisible()).toBe(true)
    expect(await page.locator('form').isVisible()).toBe(false)
    const list = await open(checklist, { javaScriptEnabled: false })
    await expect.poll(() => list.locator(visible).count()).toBe(99)
  })
})
