/** What a reader ticks off, in a real browser. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { builtSite } from '../support/built-site.ts'
import { tab, total } from '../support/phase-diagram.ts'
import { temporaryFolder } from '../support/folder.ts'
import { visitorOf } from '../support/visitor.ts'

const visitor = visitorOf(await builtSite('own'))
const { open } = visitor

describe('ticks', () => {
  const done = (page: Page, title: string) =>
    page.getByRole('checkbox', { name: `Done: ${title}`, exact: true })

  test('are the same on a step’s own page, in the diagram and in another tab, per guide', async () => {
    const page = await open('en/fasttrack/assess/')
    await done(page, 'Gather data about your environment').press('Space')
    const title = page.locator('#gather-data .step__title')
    const line = () => title.evaluate((item) => getComputedStyle(item).textDecorationLine)
    await expect.poll(line).toBe('line-through')
    const second = await page.context().newPage()
    await second.goto(`${visitor.url}en/fasttrack/?phase=assess`)
    await expect
      .poll(() => done(second, 'Gather data about your environment').isChecked())
      .toBe(true)
    await done(second, 'Gather data about your environment').press('Space')
    await expect
      .poll(() => done(page, 'Gather data about your environment').isChecked())
      .toBe(false)
    await second.goto(`${visitor.url}en/live-edu/`)
    await expect.poll(() => total(second)).toMatch(/^0 of /)
  })

  test('stay when a step is gone for a while, uncounted', async () => {
    const page = await open('en/fasttrack/?phase=assess')
    const key = 'passerelle-progress-fasttrack'
    await page.evaluate(([at, text]) => localStorage.setItem(at, text), [
      key,
      '{"format":"passerelle-progress","version":1,"docset":"fasttrack","done":["gone"]}',
    ] as const)
    await page.reload()
    await expect.poll(() => total(page)).toMatch(/^0 of /)
    await done(page, 'Plan for success').press('Space')
    await expect.poll(() => total(page)).toMatch(/^1 of /)
    const kept = await page.evaluate((location) => localStorage.getItem(location), key)
    expect(JSON.parse(kept ?? '')).toMatchObject({ done: ['gone', 'plan-success'] })
  })

  test('are not offered where the browser keeps nothing', async () => {
    const page = await visitor.newPage()
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('forbidden', 'SecurityError')
        },
      })
    })
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    await page.goto(`${visitor.url}en/fasttrack/?phase=assess`)
    await expect
      .poll(() => tab(page, 'Phase 2 of 5, Assess, 9 steps').getAttribute('aria-selected'))
      .toBe('true')
    expect(await page.getByRole('checkbox', { name: /^Done/ }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Export' }).isVisible()).toBe(false)
    expect(errors).toEqual([])
  })

  test('can be exported, cleared after a question, and imported again, by keyboard', async () => {
    const page = await open('en/fasttrack/?phase=assess')
    await done(page, 'Gather data about your environment').press('Space')
    await done(page, 'Plan for success').press('Space')
    // What few readers use is behind “…”.
    expect(await page.getByRole('button', { name: 'Export' }).isVisible()).toBe(false)
    await page.locator('.progress summary').press('Enter')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export' }).press('Enter')
    const file = await download
    expect(file.suggestedFilename()).toBe('passerelle-progress-fasttrack.json')
    const path = join(await temporaryFolder(), 'progress.json')
    await file.saveAs(path)
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
      format: 'passerelle-progress',
      version: 1,
      docset: 'fasttrack',
      done: ['gather-data', 'plan-success'],
    })

    // A question first, and its answer “no” is the one that has the focus.
    await page.getByRole('button', { name: 'Clear', exact: true }).press('Enter')
    await page.keyboard.press('Enter')
    await expect.poll(() => total(page)).toMatch(/^2 of /)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect.poll(() => total(page)).toMatch(/^2 of /)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => total(page)).toMatch(/^0 of /)
    const status = page.locator('.progress').getByRole('status')
    await expect.poll(() => status.innerText()).toBe('All ticks cleared.')

    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Import' }).press('Enter')
    await (
      await chooser
    ).setFiles({
      name: 'mine.json',
      mimeType: 'application/json',
      buffer: await readFile(path),
    })
    await expect.poll(() => status.innerText()).toBe('2 steps added from “mine.json”.')
    await expect.poll(() => total(page)).toMatch(/^2 of /)
    await expect.poll(() => done(page, 'Plan for success').isChecked()).toBe(true)
  })

  test.each([
    ['a text', 'Notes', 'it is not a JSON file'],
    ['other JSON', '{"name":"passerelle"}', 'it was not exported from this site'],
    [
      'the file of another guide',
      '{"format":"passerelle-progress","version":1,"docset":"live-edu","done":["a"]}',
      'it belongs to another guide',
    ],
    [
      'a file of tomorrow',
      '{"format":"passerelle-progress","version":9,"docset":"fasttrack"}',
      'it comes from a newer version of this site',
    ],
  ])('are not changed by %s, and the reason is told', async (_name, content, reason) => {
    const page = await open('en/fasttrack/?phase=assess')
    await done(page, 'Plan for success').press('Space')
    await page.locator('.progress summary').press('Enter')
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Import' }).press('Enter')
    const buffer = Buffer.from(content)
    await (await chooser).setFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer })
    const status = page.locator('.progress').getByRole('status')
    await expect
      .poll(() => status.innerText())
      .toBe(`“notes.txt” was not imported: ${reason}. Nothing was changed.`)
    await expect.poll(() => total(page)).toMatch(/^1 of /)
  })
})
