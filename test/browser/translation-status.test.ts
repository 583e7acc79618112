/** How much is translated: the table as a translator, a keyboard, a phone and a program get it. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { statesSite } from '../support/states-site.ts'
import type { Status } from '../support/status-json.ts'
import { visitorOf } from '../support/visitor.ts'

const { docset, site, remove } = await statesSite()
const address = 'fr-fr/translation/'
const { printed } = await docset.passerelle('status', '--json')
const told = JSON.parse(printed) as Status
const [counted] = told.translations
if (!counted) throw new Error('Nothing is translated')

afterAll(remove)

describe('the state of translations', () => {
  const visitor = visitorOf(site)
  const { open, newPage } = visitor
  const rowsOf = (page: Page) => page.locator('.translation__table tbody tr:visible')
  const query = (page: Page) => new URL(page.url()).search
  const names = (rows: Locator) => rows.locator('.translation__file').allInnerTexts()

  test('has every state to show in this test', () => {
    const used = Object.entries(counted.states).filter(([, { blocks }]) => blocks > 0)
    expect(used.map(([state]) => state)).toEqual(Object.keys(counted.states))
  })

  test('says page by page the same figures as the command', async () => {
    const page = await open(address)
    const rows = rowsOf(page)
    await expect
      .poll(async () => (await names(rows)).toSorted())
      .toEqual(['fr-fr/moves/after.md', 'fr-fr/moves/check.md', 'fr-fr/moves/plan.md'])
    for (const { name, words, percent, states } of counted.pages) {
      const row = rows.filter({ hasText: name.split('/').at(-1) ?? '' })
      const cells = (await row.getByRole('cell').allInnerTexts()).map(numbersIn)
      const amounts = Object.values(states).map((amount) =>
        amount.blocks ? [amount.words, amount.blocks] : [],
      )
      expect(cells, name).toEqual([[percent], [words], ...amounts])
    }
    const total = page.locator('.translation__table tfoot').getByRole('cell')
    const all = Object.values(counted.states).map(({ words, blocks }) => [words, blocks])
    expect((await total.allInnerTexts()).map(numbersIn)).toEqual([
      [counted.percent],
      [counted.words],
      ...all,
    ])
  })

  test('is a table with a name, columns and rows that have headings, and pages to go to', async () => {
    const page = await open(address)
    const table = page.getByRole('table', { name: /^Pages de « .+ » : mots et blocs par état$/ })
    const columns = await table.getByRole('columnheader').allInnerTexts()
    expect(columns.map((column) => column.trim())).toEqual([
      'Page',
      'Avancement',
      'Mots',
      'Traduit',
      'Non vérifié',
      'Périmé',
      'Partiel',
      'Non traduit',
      'Manquant',
      'En trop',
    ])
    const plan = table.getByRole('rowheader').filter({ hasText: 'plan.md' }).getByRole('link')
    await expect
      .poll(async () => [await plan.innerText(), await plan.getAttribute('href')])
      .toEqual(['Préparer le transfert', '/fr-fr/moves/plan/'])
    const absent = table.getByRole('rowheader').filter({ hasText: 'pas encore traduite' })
    await expect.poll(() => absent.getByRole('link').getAttribute('lang')).toBe('en-US')
    // Bars repeat what the cells say.
    expect(await table.locator('svg:not([aria-hidden=true])').count()).toBe(0)
  })

  test('draws each part in proportion to its words, each state with its own pattern', async () => {
    const page = await open(address)
    const parts = page.locator('.translation__docset > .state-bar rect')
    const drawn = await parts.evaluateAll((all) =>
      all.map((item) => [item.getAttribute('fill'), item.getBoundingClientRect().width] as const),
    )
    const { width = 0 } =
      (await page.locator('.translation__docset > .state-bar').boundingBox()) ?? {}
    const used = Object.entries(counted.states).filter(
      ([state, { words }]) => state !== 'extra' && words > 0,
    )
    expect(drawn.map(([fill]) => fill)).toEqual(used.map(([state]) => `url(#_state-${state})`))
    used.forEach(([, { words }], index) => {
      const share = (width * words) / counted.words
      expect(Math.abs((drawn[index]?.[1] ?? 0) - share)).toBeLessThan(3)
    })
  })

  test('gives a program the figures of the command, and no path of the machine', async () => {
    const page = await open(address)
    const link = page.getByRole('link', { name: 'Les mêmes chiffres en JSON' })
    const file = await page.request.get(
      new URL((await link.getAttribute('href')) ?? '', page.url()).href,
    )
    const text = await file.text()
    expect(withoutNames(JSON.parse(text) as Status)).toEqual(
      withoutNames({ translations: told.translations }),
    )
    expect(text).not.toContain(docset.folder)
    expect(file.headers()['content-type']).toContain('application/json')
  })

  test('is filtered by keyboard, says how much is shown, and keeps the filters in the address', async () => {
    const page = await open(address)
    await expect.poll(() => rowsOf(page).count()).toBe(3)
    await page.locator('select[name=state]').focus()
    await page.keyboard.type('Manq')
    await expect.poll(() => query(page)).toBe('?state=missing')
    await expect.poll(() => names(rowsOf(page))).toEqual(['fr-fr/moves/after.md'])
    const status = page.locator('.translation [role=status]')
    await expect.poll(() => status.innerText()).toBe('1 page affichée')
    await page.keyboard.press('Home')
    await expect.poll(async () => [query(page), await rowsOf(page).count()]).toEqual(['', 3])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await expect.poll(() => query(page)).toBe('?work=1')
    await expect
      .poll(async () => (await names(rowsOf(page))).toSorted())
      .toEqual(['fr-fr/moves/after.md', 'fr-fr/moves/plan.md'])
    await expect.poll(() => status.innerText()).toBe('2 pages affichées')

    const again = await open(`${address}?work=1&state=stale`)
    await expect.poll(() => names(rowsOf(again))).toEqual(['fr-fr/moves/plan.md'])
    await expect.poll(() => again.locator('select[name=state]').inputValue()).toBe('stale')
    await expect.poll(() => again.locator('input[name=work]').isChecked()).toBe(true)
  })

  test('shows everything where the address asks for something unknown', async () => {
    const page = await open(`${address}?state=%22%5D&docset=nothing&work=maybe`)
    await expect.poll(() => rowsOf(page).count()).toBe(3)
  })

  test('is complete without JavaScript, and without filters', async () => {
    const page = await open(address, { javaScriptEnabled: false })
    await expect.poll(() => rowsOf(page).count()).toBe(3)
    expect(await page.locator('.translation :is(select, input):visible').count()).toBe(0)
    await page.getByText('Signification des états').click()
    await expect.poll(() => page.locator('.translation__legend dd:visible').count()).toBe(7)
  })

  test.each([
    [320, 'screen'],
    [390, 'screen'],
    [1152, 'screen'],
    // A sheet of A4 between the margins.
    [673, 'print'],
  ] as const)('fits %i pixels of %s', async (width, media) => {
    const page = await newPage({ viewport: { width, height: 800 } })
    await page.emulateMedia({ media })
    await page.goto(visitor.url + address)
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    const right = (selector: string) =>
      page.locator(selector).evaluate((item) => item.getBoundingClientRect().right)
    await expect
      .poll(() => right('.translation__table'))
      .toBeLessThanOrEqual(await right('.translation'))
    const outside = await page
      .locator('.translation__table :is(th, td):visible')
      .evaluateAll((cells) =>
        cells
          .filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
          .map((cell) => cell.innerHTML),
      )
    expect(outside.filter((cell) => !cell.includes('unseen'))).toEqual([])
  })

  test('on a phone is a card for each page, which says what its numbers are', async () => {
    const page = await newPage({ viewport: { width: 320, height: 800 } })
    await page.goto(visitor.url + address)
    const card = rowsOf(page).filter({ hasText: 'after.md' })
    const cell = card.locator('[data-label=Manquant]')
    const label = await cell.evaluate((item) => getComputedStyle(item, '::before').content)
    expect(label).toContain('Manquant')
    const { words, blocks } =
      counted.pages.find(({ slug }) => slug === 'after')?.states['missing'] ?? {}
    await expect
      .poll(() => cell.innerText())
      .toMatch(new RegExp(`${words} mots\\s+${blocks} blocs`))
    // What a page has none of is not worth a line.
    expect(await card.locator('.translation__none:visible').count()).toBe(0)
    await expect.poll(() => page.getByRole('table').getByRole('columnheader').count()).toBe(10)
  })

  test('keeps its patterns apart where the system chooses the colours', async () => {
    const page = await open(address, { forcedColors: 'active' })
    const fills = await page
      .locator('#_state-partial rect')
      .evaluateAll((all) => all.map((item) => getComputedStyle(item).fill))
    const system = await page.evaluate(() =>
      ['Canvas', 'CanvasText'].map((color) => {
        const probe = document.body.appendChild(document.createElement('i'))
        probe.style.color = color
        return getComputedStyle(probe).color
      }),
    )
    expect(fills).toEqual(system)
    expect(new Set(fills).size).toBe(2)
  })

  test.each(
    (['light', 'dark'] as const).flatMap((colorScheme) =>
      [320, 1440].map((width) => ({ colorScheme, width })),
    ),
  )('has nothing that axe finds, $colorScheme, $width pixels', async ({ colorScheme, width }) => {
    const page = await newPage({ colorScheme, viewport: { width, height: 900 } })
    await page.goto(visitor.url + address)
    await page.getByText('Signification des états').click()
    expect(await violations(page)).toEqual([])
  })

  test('stays out of the index, the sitemap and the search, and its source has none', async () => {
    const page = await open(address)
    await expect
      .poll(() => page.locator('meta[name=robots]').getAttribute('content'))
      .toBe('noindex')
    expect(await page.locator('[data-pagefind-body]').count()).toBe(0)
    expect(await readFile(join(site, 'sitemap.xml'), 'utf8')).not.toContain('/translation/')
    expect(existsSync(join(site, 'en-us/translation'))).toBe(false)
  })
})

/** The numbers of a cell as French writes them. */
function numbersIn(cell: string): number[] {
  return [...cell.matchAll(/\d[\d\u202F]*(?:,\d+)?/g)].map(([number]) =>
    Number(number.replaceAll('\u202F', '').replace(',', '.')),
  )
}

/** Names of files count from where a command runs, on a site from its folders. */
function withoutNames({ translations }: Status) {
  return translations.map(({ pages, ...rest }) => ({
    ...rest,
    pages: pages.map((page) => ({ ...page, name: undefined, translation: undefined })),
  }))
}
