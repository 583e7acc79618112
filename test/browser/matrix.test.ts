/** Who does what: the matrix as a reader, a keyboard, a phone and a spreadsheet get it. */
import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { builtSite } from '../support/built-site.ts'
import { temporaryFolder } from '../support/folder.ts'
import { visitorOf } from '../support/visitor.ts'

const folder = await builtSite('own')
const english = 'en/fasttrack/responsibilities/'
const french = 'fr-fr/fasttrack/responsibilities/'

const hasPython = canRun('python3')
if (!hasPython) console.warn('Skipped: python3, which reads the CSV, is not on this machine')

describe('the responsibility matrix', () => {
  const visitor = visitorOf(folder)
  const { open, newPage } = visitor
  const tableOf = (page: Page) => page.locator('.matrix[data-docset] table').first()
  const rowsOf = (table: Locator) => table.locator('tr[data-step]:visible')
  const query = (page: Page) => new URL(page.url()).search

  test('is a table with a caption, a column header for each party and a row header for each step', async () => {
    const page = await open(english)
    const table = page.getByRole('table', { name: 'Who does what', exact: true }).first()
    const columns = await table.getByRole('columnheader').allTextContents()
    expect(columns.map((column) => column.trim())).toEqual(['Step', 'Customer', 'FastTrack'])
    expect(await table.locator('thead th:not([scope=col])').count()).toBe(0)
    const row = table.getByRole('row').filter({ hasText: 'Gather data' })
    await expect
      .poll(() => row.getByRole('rowheader').locator('a').getAttribute('href'))
      .toBe('/en/fasttrack/assess/#gather-data')
    await expect
      .poll(() => row.getByRole('cell').allInnerTexts())
      .toEqual(Array(2).fill(expect.stringContaining('Yes')))
  })

  test('is filtered by keyboard, says how much is shown, and keeps the filters in the address', async () => {
    const page = await open(english)
    const table = tableOf(page)
    const all = await rowsOf(table).count()
    const party = page.locator('.matrix select[name=party]').first()
    await party.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => query(page)).toBe('?party=fasttrack')
    await expect.poll(() => rowsOf(table).count()).toBeLessThan(all)
    const shown = await rowsOf(table).count()
    expect(shown).toBeGreaterThan(0)
    const status = page.locator('.matrix [role=status]').first()
    await expect.poll(() => status.innerText()).toBe(`${shown} steps shown`)

    await page.goto(`${visitor.url}${french}?party=customer&phase=assess`)
    await expect.poll(() => rowsOf(tableOf(page)).count()).toBe(9)
    await expect
      .poll(() => page.locator('.matrix [role=status]').first().innerText())
      .toBe('9 étapes affichées')
    // Groups without a row are gone with their headings.
    await expect.poll(() => tableOf(page).locator('tbody:visible').count()).toBe(1)
  })

  test('shows all steps where the address asks for something unknown', async () => {
    const page = await open(english)
    const all = await rowsOf(tableOf(page)).count()
    await page.goto(`${visitor.url}${english}?party=nobody&phase=%22%5D`)
    await expect.poll(() => rowsOf(tableOf(page)).count()).toBe(all)
  })

  test('is complete without JavaScript, with the file and without filters', async () => {
    const page = await open(english, { javaScriptEnabled: false })
    await expect.poll(() => rowsOf(tableOf(page)).count()).toBeGreaterThan(50)
    expect(await page.locator('.matrix select:visible').count()).toBe(0)
    const link = page.getByRole('link', { name: 'Download as a spreadsheet (CSV)' }).first()
    const response = await page.request.get(
      visitor.url + (await link.getAttribute('href'))?.slice(1),
    )
    expect(response.headers()['content-type']).toContain('text/csv')
  })

  test('keeps its column headers in view below the site’s header', async () => {
    const page = await open(english)
    await tableOf(page).locator('tr[data-step]').nth(30).scrollIntoViewIfNeeded()
    const header = await page.getByRole('banner').boundingBox()
    await expect
      .poll(async () => {
        const head = await tableOf(page).locator('thead th').first().boundingBox()
        return Math.abs((head?.y ?? 0) - (header?.height ?? 0))
      })
      .toBeLessThan(4)
  })

  test.each([320, 390])(
    'lists the parties below each step at %i pixels, still a table, without horizontal scrolling',
    async (width) => {
      for (const address of [english, french]) {
        const page = await open(address, { viewport: { width, height: 800 } })
        await expect
          .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
          .toBe(width)
        const row = rowsOf(tableOf(page)).first()
        const [cell, other] = [row.getByRole('cell').nth(0), row.getByRole('cell').nth(1)]
        const label = await cell.evaluate((item) => getComputedStyle(item, '::before').content)
        expect(label).toMatch(/C(ustomer|lient)/)
        const [heading, first, second] = [
          await row.getByRole('rowheader').boundingBox(),
          await cell.boundingBox(),
          await other.boundingBox(),
        ]
        expect(first?.y).toBeGreaterThan(heading?.y ?? Infinity)
        expect(second?.y).toBe(first?.y)
        await expect.poll(() => tableOf(page).getByRole('columnheader').count()).toBe(3)
      }
    },
  )

  test('keeps the phase of a row in view below the column headers, and is wider than text', async () => {
    const page = await open(english, { viewport: { width: 1440, height: 900 } })
    const group = tableOf(page).locator('tbody[data-phase=enable]')
    await group.locator('tr[data-step]').nth(30).scrollIntoViewIfNeeded()
    const head = await tableOf(page).locator('thead th').first().boundingBox()
    const phase = await group.locator('.matrix__phase > th').boundingBox()
    expect(Math.abs((phase?.y ?? 0) - (head?.y ?? 0) - (head?.height ?? 0))).toBeLessThan(6)
    const text = await page.locator('.prose > p').first().boundingBox()
    const table = await tableOf(page).boundingBox()
    expect(table?.width).toBeGreaterThan((text?.width ?? Infinity) + 50)
  })

  test('offers the filtered rows as its file, and all rows again afterwards', async () => {
    const page = await newPage({ acceptDownloads: true })
    await page.goto(`${visitor.url}${french}?phase=assess&party=fasttrack`)
    const rowsIn = async () => {
      const link = page.locator('.matrix__download a').first()
      const [download] = await Promise.all([page.waitForEvent('download'), link.press('Enter')])
      const path = join(await temporaryFolder(), download.suggestedFilename())
      await download.saveAs(path)
      const text = await readFile(path, 'utf8')
      expect(text.startsWith('\uFEFF')).toBe(true)
      return text.split('\r\n').slice(1, -1)
    }
    const shown = await rowsOf(tableOf(page)).count()
    await expect.poll(rowsIn).toHaveLength(shown)
    for (const name of ['phase', 'party']) {
      await page.locator(`.matrix select[name=${name}]`).first().selectOption('')
    }
    await expect.poll(() => rowsOf(tableOf(page)).count()).toBeGreaterThan(shown)
    const all = await rowsOf(tableOf(page)).count()
    await expect.poll(rowsIn).toHaveLength(all)
  })

  test('written by hand is a card for each row on a phone, too', async () => {
    const page = await open(english, { viewport: { width: 390, height: 800 } })
    const cells = page.locator('.matrix[data-matrix=hand] tbody tr').first().locator('td')
    const [first, second] = [await cells.nth(0).boundingBox(), await cells.nth(1).boundingBox()]
    expect(second?.y).toBeGreaterThan(first?.y ?? 0)
  })

  test.skipIf(!hasPython).each([
    { address: english, separator: ',', name: 'fasttrack-en.csv', words: ['Phase', 'Step'] },
    { address: french, separator: ';', name: 'fasttrack-fr-fr.csv', words: ['Étape', 'Numéro'] },
  ])(
    'comes as $name, which a spreadsheet reads right',
    async ({ address, separator, name, words }) => {
      const page = await newPage({ acceptDownloads: true })
      await page.goto(visitor.url + address)
      const count = await rowsOf(tableOf(page)).count()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.matrix__download a').first().click(),
      ])
      expect(download.suggestedFilename()).toBe(name)
      const path = join(await temporaryFolder(), name)
      await download.saveAs(path)
      const bytes = await readFile(path)
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
      const [head, ...rows] = readByPython(bytes, separator)
      expect(head).toEqual(expect.arrayContaining(words))
      expect(rows).toHaveLength(count)
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head?.length]))
      for (const row of rows) expect(row.at(-1)).toMatch(/^https:\/\/passerelle\.example\/.+#./)
    },
  )
})

function canRun(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function readByPython(csv: Uint8Array, separator: string): string[][] {
  const script =
    'import csv, io, json, sys; text = sys.stdin.buffer.read().decode("utf-8-sig"); ' +
    'print(json.dumps(list(csv.reader(io.StringIO(text, newline=""), delimiter=sys.argv[1], strict=True))))'
  return JSON.parse(
    execFileSync('python3', ['-c', script, separator], { input: csv }).toString(),
  ) as string[][]
}
