/** What readers take away on paper: the checklist of a party, the whole guide, a copied table. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { builtSite } from '../support/built-site.ts'
import { visitorOf } from '../support/visitor.ts'

const folder = await builtSite('own')
const checklist = 'en/fasttrack/checklist/customer/'
const frenchChecklist = 'fr-fr/fasttrack/checklist/customer/'
const guide = 'en/fasttrack/print/'
const frenchGuide = 'fr-fr/live-edu/print/'

/** What a page has around its content. */
const chrome =
  '.site-header, .site-footer, .breadcrumbs, .skip, .pagination, .filter, .progress, .print-button'

describe('on paper', () => {
  const visitor = visitorOf(folder)
  const { open } = visitor

  async function printed(address: string): Promise<Page> {
    const page = await open(address)
    await page.emulateMedia({ media: 'print' })
    return page
  }

  const isA4 = (pdf: string) =>
    [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].every(
      ([, width, height]) =>
        Math.round(Number(width)) === 596 && Math.round(Number(height)) === 843,
    )

  test.each([
    [checklist, 3, 12],
    [frenchChecklist, 3, 12],
    [guide, 25, 90],
    [frenchGuide, 8, 40],
  ])('%s fills between %i and %i sheets of A4', async (address, least, most) => {
    const page = await open(address)
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
    expect(sheets).toBeGreaterThanOrEqual(least)
    expect(sheets).toBeLessThanOrEqual(most)
    expect(isA4(pdf)).toBe(true)
  })

  test('a checklist has room for a name and a date, which the screen has not', async () => {
    for (const [address, words] of [
      [checklist, ['Name:', 'Date:']],
      [frenchChecklist, ['Nom\u00a0:', 'Date\u00a0:']],
    ] as const) {
      const page = await open(address)
      const labels = page.locator('.checklist__signature dt')
      expect(await labels.first().isVisible()).toBe(false)
      await page.emulateMedia({ media: 'print' })
      await expect.poll(() => labels.allInnerTexts()).toEqual(words)
      const line = await page.locator('.checklist__signature dd').first().boundingBox()
      expect(line?.width).toBeGreaterThan(100)
    }
  })

  test('a checklist and a guide number their sheets', async () => {
    for (const address of [checklist, guide]) {
      const page = await open(address)
      const rules = await page.evaluate(() =>
        [...document.styleSheets]
          .flatMap((sheet) => [...sheet.cssRules])
          .filter((rule) => rule instanceof CSSPageRule)
          .map(({ cssText }) => cssText),
      )
      expect(rules.join('\n')).toContain('counter(pages)')
    }
  })

  test('a table with more columns than fit keeps all of them', async () => {
    const page = await open('en/fasttrack/assess/', { viewport: { width: 673, height: 900 } })
    const long = 'https://other.example/' + 'a'.repeat(70)
    await page
      .locator('.prose table')
      .first()
      .evaluate((table, word) => {
        const cell = `<td>${word}</td><td><code>${word}</code></td>`
        table.innerHTML = `<tbody><tr>${cell}${cell}<td>five</td><td>six</td><td>seven</td><td>eight</td></tr></tbody>`
      }, long)
    await page.emulateMedia({ media: 'print' })
    const [table, last] = await page
      .locator('.prose table')
      .first()
      .evaluate((item) =>
        [item, item.querySelector('td:last-child')!].map(
          (box) => box.getBoundingClientRect().right,
        ),
      )
    // A4 without its margins.
    expect(Math.max(table ?? 0, last ?? 0)).toBeLessThanOrEqual(673)
    const cut = await page
      .locator('.prose :is(td, th, code)')
      .evaluateAll(
        (cells) =>
          cells.filter((item) => item.scrollWidth > item.clientWidth + 1 && item.clientWidth > 0)
            .length,
      )
    expect(cut).toBe(0)
  })

  test.each([checklist, frenchChecklist, guide, frenchGuide])(
    '%s has no navigation and no control',
    async (address) => {
      const page = await printed(address)
      await expect.poll(() => page.locator(chrome).locator('visible=true').count()).toBe(0)
      await expect
        .poll(() => page.locator('button:visible, input:visible, select:visible').count())
        .toBe(0)
    },
  )

  test('a checklist has an empty square before each step, and no address of a step', async () => {
    const page = await printed(checklist)
    const steps = page.locator('li[data-step]')
    await expect.poll(() => steps.count()).toBeGreaterThan(20)
    const square = await steps.first().evaluate((step) => {
      const { width, height, borderTopWidth } = getComputedStyle(step, '::before')
      return [width, height, borderTopWidth].map(Number.parseFloat)
    })
    for (const length of square) expect(length).toBeGreaterThan(0)
    const after = await steps
      .first()
      .locator('a')
      .evaluate((link) => getComputedStyle(link, '::after').content)
    expect(after).toBe('none')
  })

  test('the whole guide begins each phase on a new sheet', async () => {
    const page = await printed(guide)
    const breaks = await page
      .locator('[data-starts-phase]')
      .evaluateAll((all) => all.map((item) => getComputedStyle(item).breakBefore))
    expect(breaks).toEqual(Array(5).fill('page'))
  })

  test('the whole guide shows every phase open, and the addresses of links to elsewhere', async () => {
    const page = await printed(guide)
    await expect.poll(() => page.locator('.whole-guide details:not([open])').count()).toBe(0)
    const addresses = await page
      .locator('.whole-guide__page a[href^="/"]')
      .evaluateAll((links) => links.map((link) => getComputedStyle(link, '::after').content))
    for (const address of addresses) expect(address).toContain('https://passerelle.example/')
  })
})

describe('on screen', () => {
  const visitor = visitorOf(folder)
  const { open, newPage } = visitor

  test.each([guide, frenchGuide])(
    'every link of the contents of %s leads to its place on the page',
    async (address) => {
      const page = await open(address)
      const dead = await page
        .locator('.whole-guide a[href^="#"]')
        .evaluateAll((links) =>
          links
            .map((link) => link.getAttribute('href')?.slice(1) ?? '')
            .filter((id) => !document.getElementById(decodeURIComponent(id))),
        )
      expect(dead).toEqual([])
      const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id))
      expect(new Set(ids).size).toBe(ids.length)
      await expect
        .poll(() => page.locator('meta[name=robots]').getAttribute('content'))
        .toBe('noindex')
    },
  )

  test('a checklist leads to the steps, the other checklists and the guide', async () => {
    const page = await open(frenchChecklist)
    const main = page.getByRole('main')
    const step = main.locator('[data-step=gather-data] a')
    await expect.poll(() => step.getAttribute('href')).toBe('/fr-fr/fasttrack/assess/#gather-data')
    await main.getByRole('link', { name: 'FastTrack', exact: true }).click()
    await page.waitForURL('**/fr-fr/fasttrack/checklist/fasttrack/')
    await main.getByRole('link', { name: 'Revenir au guide' }).click()
    await page.waitForURL('**/fr-fr/fasttrack/')
  })

  test('a tick in the checklist is there when the reader comes back', async () => {
    const page = await open(checklist)
    const box = page.locator('[data-step=gather-data]').getByRole('checkbox')
    await box.focus()
    await page.keyboard.press('Space')
    await page.reload()
    await expect.poll(() => box.isChecked()).toBe(true)
  })

  test('the button to print works from the keyboard, and is not there without script', async () => {
    const page = await newPage()
    await page.addInitScript(() => {
      window.print = () => void (document.title = 'printed')
    })
    await page.goto(visitor.url + checklist)
    await page.getByRole('button', { name: 'Print' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.title()).toBe('printed')
    const plain = await open(checklist, { javaScriptEnabled: false })
    expect(await plain.locator('.print-button').isVisible()).toBe(false)
    await expect.poll(() => plain.locator('[data-step]').count()).toBeGreaterThan(20)
  })

  test('a table to take away is copied from the keyboard, as text and as a table', async () => {
    const page = await open('en/live-edu/request/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const block = page.locator('[data-copy]').first()
    await block.getByRole('button', { name: 'Copy the table' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => block.getByRole('status').textContent()).toBe('Copied')
    const [text, html] = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const read = async (type: string) => (await item?.getType(type))?.text()
      return Promise.all([read('text/plain'), read('text/html')])
    })
    const rows = await block.locator('tr').count()
    expect(text?.split('\n')).toHaveLength(rows)
    expect(text?.split('\n')[0]).toContain('\t')
    expect(html).toMatch(/<table>[^]*<th/)
    expect(html).not.toContain('class=')
  })

  test.each([checklist, frenchChecklist, guide, frenchGuide])(
    '%s never scrolls horizontally on a phone',
    async (address) => {
      const page = await open(address, { viewport: { width: 320, height: 700 } })
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    },
  )

  // Not in every combination: the whole guide alone takes axe half a minute.
  test.each([
    { address: checklist, colorScheme: 'light', width: 390 },
    { address: frenchChecklist, colorScheme: 'dark', width: 1440 },
    { address: 'en/fasttrack/responsibilities/', colorScheme: 'dark', width: 390 },
    { address: 'fr-fr/fasttrack/responsibilities/', colorScheme: 'light', width: 1440 },
    { address: 'fr-fr/live-edu/print/', colorScheme: 'light', width: 390 },
    { address: 'en/live-edu/print/', colorScheme: 'dark', width: 1440 },
  ] as const)(
    'axe finds nothing on $address, $colorScheme, $width pixels',
    async ({ address, colorScheme, width }) => {
      const page = await open(address, { colorScheme, viewport: { width, height: 900 } })
      await page.waitForLoadState('networkidle')
      expect(await violations(page)).toEqual([])
    },
  )
})
