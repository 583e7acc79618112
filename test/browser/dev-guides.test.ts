/** A writer changes guides, what belongs to them, and the program, and sees it in the browser. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { startPasserelle } from '../support/child.ts'
import { type Desk, type DevServer, deskAt, startDev } from '../support/dev-server.ts'
import { copyWithSmallGuides } from '../support/small-guides.ts'

let browser: Browser
let root = ''
let dev: DevServer
let desk: Desk

/** A process that starts again, and a theme that is compiled, take a while. */
const slowly = { timeout: 120_000 }

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'passerelle-dev-guides-'))
  await copyWithSmallGuides(root)
  browser = await openBrowser()
  dev = await startDev(browser, ['--port', '0'], { cwd: root, project: root })
  desk = deskAt(root)
})

afterAll(async () => {
  await Promise.all([dev?.stop(), browser?.close()])
  await rm(root, { recursive: true, maxRetries: 5 })
})

const assess = 'content/docs/en/fasttrack/assess.mdx'
const problems = (page: Page) => page.getByRole('alert')

async function run(...args: readonly string[]): Promise<void> {
  const { code, warned } = await startPasserelle(args, { cwd: root, project: root }).ended
  if (code !== 0) throw new Error(warned)
}

test('a step, and the diagram that is made of steps on another page, change with a save', async () => {
  const page = await dev.open('en/fasttrack/assess/')
  const print = await dev.open('en/fasttrack/print/')
  await desk.edit(assess, 'Plan for success.', 'Plan well.')
  for (const one of [page, print]) {
    await expect.poll(() => one.getByText('Plan well.').count()).toBeGreaterThan(0)
  }
})

test('a translation says so as soon as its source has changed, and no more once it is confirmed', async () => {
  await desk.write('content/l10n/fasttrack.fr-FR.lock', '')
  await run('sync')
  const page = await dev.open('fr-fr/fasttrack/assess/')
  const notices = () => page.getByText('L’original a changé depuis cette traduction').count()
  await expect.poll(notices).toBe(0)
  await desk.edit(assess, 'The right people.', 'The right people and their data.')
  await expect.poll(notices).toBeGreaterThan(0)
  await run('confirm', '--all')
  await expect.poll(notices).toBe(0)
})

test('a draft says that it is one, and loses the mark with a save', async () => {
  const page = await dev.open('en/fasttrack/assess/')
  const other = await dev.open('fr-fr/fasttrack/assess/')
  const marks = () =>
    Promise.all([page.getByText(/^Draft: /).count(), other.getByText(/^Brouillon/).count()])
  await expect.poll(marks).toEqual([0, 0])
  await desk.edit(assess, '---\n', '---\ndraft: true\n')
  await expect.poll(marks).toEqual([1, 1])
  await desk.edit(assess, 'draft: true', 'draft: false')
  await expect.poll(marks).toEqual([0, 0])
})

test('strings of the interface and synonyms of the search are taken over', async () => {
  const page = await dev.open('en/fasttrack/assess/')
  await desk.edit('content/ui/en.json', '{', '{"skip.link": "Go to the text",')
  await expect.poll(() => page.getByText('Go to the text').count()).toBe(1)
  await desk.write('content/search/en.json', '{ "synonyms": 1 }')
  await expect.poll(() => problems(page).textContent()).toContain('content/search/en.json:1:')
})

test('the glossary and the ledger are read as they are now', async () => {
  const page = await dev.open('en/fasttrack/assess/')
  await desk.write('content/l10n/glossary.csv', 'nonsense\n')
  await expect.poll(() => problems(page).textContent()).toContain('content/l10n/glossary.csv:1:')
  await desk.remove('content/l10n/glossary.csv')
  await expect.poll(() => problems(page).count()).toBe(0)
  await desk.write('content/permalinks.json', '{')
  await expect.poll(() => problems(page).textContent()).toContain('content/permalinks.json:1:')
})

describe('the configuration', () => {
  const config = 'content/site.config.ts'

  test('counts from the moment it is saved', async () => {
    const page = await dev.open('en/fasttrack/assess/')
    await desk.edit(config, "en: 'Small'", "en: 'Larger'")
    await expect.poll(() => page.title(), slowly).toContain('Larger')
  })

  test('that cannot be read is reported over the pages as they were', async () => {
    const page = await dev.open('en/fasttrack/assess/')
    await desk.edit(config, 'docsets: [', 'docsets: [[')
    await expect
      .poll(() => problems(page).textContent(), slowly)
      .toMatch(/content\/site\.config\.ts:\d+:\d+ site-config/)
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).textContent())
      .toContain('Assess')
    await desk.edit(config, 'docsets: [[', 'docsets: [')
    await expect.poll(() => problems(page).count(), slowly).toBe(0)
  })

  test('that cannot be read when the server starts is reported in the browser until it can', async () => {
    await desk.edit(config, "url: 'https://passerelle.example'", "url: 'nowhere'")
    await desk.edit(config, 'docsets: [', 'docsets: [[')
    const second = await startDev(browser, ['--port', '0'], { cwd: root, project: root })
    try {
      const page = await second.open('en/fasttrack/assess/')
      await expect.poll(() => problems(page).textContent()).toContain('content/site.config.ts')
      await desk.edit(config, 'docsets: [[', 'docsets: [')
      await desk.edit(config, "url: 'nowhere'", "url: 'https://passerelle.example'")
      const heading = page.getByRole('heading', { level: 1 })
      await expect.poll(() => heading.textContent(), slowly).toContain('Assess')
    } finally {
      await second.stop()
    }
  })
})

describe('the program', () => {
  test('is loaded again where a plugin or a string of its own has changed', async () => {
    const page = await dev.open('en/fasttrack/assess/')
    await desk.edit('src/i18n/strings/en.json', '"Skip to content"', '"Jump to the content"')
    await expect.poll(() => page.getByText('Jump to the content').count(), slowly).toBe(1)
  })

  test('tells which template has failed on which page, and shows others', async () => {
    const page = await dev.open('en/fasttrack/assess/')
    const template = 'src/components/PageMeta.astro'
    await desk.edit(
      template,
      '\n---\n',
      "\nif (Astro.url.pathname.includes('assess')) throw new Error('Broken on purpose')\n---\n",
    )
    await expect.poll(() => problems(page).textContent(), slowly).toContain('Broken on purpose')
    await expect.poll(() => problems(page).textContent()).toContain(assess)
    const other = await dev.open('en/fasttrack/enable/')
    await expect
      .poll(() => other.getByRole('heading', { level: 1 }).textContent())
      .toContain('Enable')
    await desk.edit(template, "throw new Error('Broken on purpose')", 'void 0')
    await expect.poll(() => problems(page).count(), slowly).toBe(0)
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).textContent())
      .toContain('Assess')
  })
})
