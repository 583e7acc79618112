/** A writer changes pages and sees them change in the browser. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { type Child, startPasserelle } from '../support/child.ts'
import { docfxFiles, writeTree } from '../support/disk-site.ts'

let browser: Browser
let folder = ''
let server: Child
let url = ''

const file = (path: string) => join(folder, 'en-us/docs', path)
const words = (title: string, text: string) =>
  `---\ntitle: ${title}\ndescription: Words.\nms.date: 01/02/2026\n---\n\n# ${title}\n\n${text}\n`

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-dev-'))
  const filler = 'A paragraph that takes room.\n\n'.repeat(80)
  await writeTree(folder, {
    ...docfxFiles('en-us'),
    'en-us/docs/TOC.md': '# [First](first.md)\n# [Second](second.md)\n',
    'en-us/docs/first.md': words('First', `${filler}See [the second](second.md).`),
    'en-us/docs/second.md': words('Second', 'Text to change.'),
  })
  server = startPasserelle(['dev', join(folder, 'en-us'), '--port', '0'], { cwd: folder })
  const printed = await server.printed('/\n')
  // The browser of the tests knows no other host.
  url = (/http:\S+/.exec(printed)?.[0] ?? '').replace('localhost', '127.0.0.1')
  browser = await openBrowser()
})

afterAll(async () => {
  server.process.kill('SIGTERM')
  await Promise.all([server.ended, browser.close()])
  await rm(folder, { recursive: true })
})

async function change(path: string, from: string, to: string): Promise<void> {
  await writeFile(file(path), (await readFile(file(path), 'utf8')).replace(from, to))
}

/** A page that hears of changes. */
async function open(slug: string): Promise<Page> {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  await page.goto(`${url}en-us/docs/${slug}/`)
  await page.waitForFunction(() => document.documentElement.dataset['dev'])
  return page
}

test('a saved page takes the place of the old one, and the reader keeps theirs', async () => {
  const page = await open('first')
  const link = page.getByRole('link', { name: 'the second' })
  await link.focus()
  const before = await page.evaluate(() => scrollY)
  expect(before).toBeGreaterThan(0)
  await change('first.md', 'A paragraph that takes room.', 'Another paragraph.')
  await expect.poll(() => page.getByText('Another paragraph.').count()).toBe(1)
  expect(await page.evaluate(() => scrollY)).toBe(before)
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true)
})

test('an error stands over the page with its place, until it is repaired', async () => {
  const page = await open('second')
  await change('second.md', 'Text to change.', 'See [it](missing.md).')
  const alert = page.getByRole('alert')
  await expect.poll(() => alert.textContent()).toMatch(/second\.md:\d+:\d+ link-missing/)
  await change('second.md', 'missing.md', 'first.md')
  await expect.poll(() => alert.count()).toBe(0)
})

test('a new page and its entry in the table of contents are there without a new start', async () => {
  const page = await open('second')
  await writeFile(file('third.md'), words('Third', 'New.'))
  await change('TOC.md', '# [Second]', '# [Third](third.md)\n# [Second]')
  await page.getByRole('navigation').getByRole('link', { name: 'Third' }).first().click()
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toContain('Third')
})
