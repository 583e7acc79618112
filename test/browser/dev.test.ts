/** A writer changes a docfx docset and sees it change in the browser. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { startPasserelle } from '../support/child.ts'
import { type Desk, type DevServer, deskAt, startDev } from '../support/dev-server.ts'
import { docfxFiles, writeTree } from '../support/disk-site.ts'

let browser: Browser
let folder = ''
let dev: DevServer
let desk: Desk

const words = (title: string, text: string) =>
  `---\ntitle: ${title}\ndescription: Words.\nms.date: 01/02/2026\n---\n\n# ${title}\n\n${text}\n`

const picture = (width: number) =>
  sharp({ create: { width, height: 20, channels: 3, background: 'teal' } })
    .png()
    .toBuffer()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-dev-'))
  const filler = 'A paragraph that takes room.\n\n'.repeat(80)
  const patterns = {
    content: [{ files: ['**/*.md'], exclude: ['**/includes/**'] }],
    resource: [{ files: ['**/*.png'] }],
  }
  await writeTree(folder, {
    ...docfxFiles('en-us', patterns),
    ...docfxFiles('fr-fr', patterns),
    'en-us/docs/TOC.yml': '- name: First\n  href: first.md\n- name: Second\n  href: second.md\n',
    'fr-fr/docs/TOC.yml':
      '- name: Premier\n  href: first.md\n- name: Deuxième\n  href: second.md\n',
    'en-us/docs/first.md': words('First', `${filler}See [the second](second.md).`),
    'fr-fr/docs/first.md': words('Premier', 'Voir [le deuxième](second.md).'),
    'en-us/docs/second.md': words(
      'Second',
      'Text to change.\n\n[!INCLUDE [note](includes/note.md)]\n\n![A square](square.png)',
    ),
    'en-us/docs/includes/note.md': 'An included sentence.\n',
    'en-us/docs/square.png': await picture(40),
  })
  browser = await openBrowser()
  dev = await startDev(browser, ['en-us', 'fr-fr', '--port', '0'], { cwd: folder })
  desk = deskAt(folder)
})

afterAll(async () => {
  await Promise.all([dev?.stop(), browser?.close()])
  await rm(folder, { recursive: true })
})

const open = (slug: string, locale = 'en-us') => dev.open(`${locale}/docs/${slug}`)
const problems = (page: Page) => page.getByRole('alert')

test('a saved page takes the place of the old one, and the reader keeps theirs', async () => {
  const page = await open('first/')
  const link = page.getByRole('link', { name: 'the second' })
  await link.focus()
  const before = await page.evaluate(() => scrollY)
  expect(before).toBeGreaterThan(0)
  await desk.edit('en-us/docs/first.md', 'A paragraph that takes room.', 'Another paragraph.')
  await expect.poll(() => page.getByText('Another paragraph.').count()).toBe(1)
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(before)
  await expect.poll(() => link.evaluate((element) => element === document.activeElement)).toBe(true)
})

test('an editor that writes beside the file and renames is heard each time', async () => {
  const page = await open('second/')
  for (const [from, to] of [
    ['Text to change.', 'Once.'],
    ['Once.', 'Twice.'],
    ['Twice.', 'Three times.'],
  ] as const) {
    await desk.editByRenaming('en-us/docs/second.md', from, to)
    await expect.poll(() => page.getByText(to, { exact: true }).count()).toBe(1)
  }
})

test('a text that pages include, and a picture, are shown as they are now', async () => {
  const page = await open('second/')
  await desk.edit('en-us/docs/includes/note.md', 'An included', 'Another')
  await expect.poll(() => page.getByText('Another sentence.').count()).toBe(1)
  const image = page.getByRole('img', { name: 'A square' })
  await expect
    .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth))
    .toBe(40)
  await desk.write('en-us/docs/square.png', await picture(60))
  const width = () => image.evaluate((element: HTMLImageElement) => element.naturalWidth)
  await expect.poll(width).toBe(60)
})

test('a page that is added, renamed or deleted is there or not without a new start', async () => {
  const page = await open('second/')
  await desk.write('en-us/docs/third.md', words('Third', 'New.'))
  await desk.edit(
    'en-us/docs/TOC.yml',
    '- name: Second',
    '- name: Third\n  href: third.md\n- name: Second',
  )
  await page.getByRole('navigation').getByRole('link', { name: 'Third' }).first().click()
  const heading = page.getByRole('heading', { level: 1 })
  await expect.poll(() => heading.textContent()).toContain('Third')
  await desk.move('en-us/docs/third.md', 'en-us/docs/fourth.md')
  await expect.poll(() => heading.textContent()).toContain('Page not found')
  const renamed = await open('fourth/')
  await expect.poll(() => renamed.getByText('New.').count()).toBe(1)
})

/** Dead links are warnings in a docset of docfx; a page that includes itself cannot be shown. */
const itself = '[!INCLUDE [it](second.md)]'

test('a page whose address has a letter with an accent is shown', async () => {
  await desk.write('en-us/docs/été.md', words('Summer', 'A warm sentence.'))
  const page = await open('second/')
  await expect
    .poll(async () => {
      const response = await page.goto(new URL(encodeURI('/en-us/docs/été/'), page.url()).href)
      return response?.status()
    })
    .toBe(200)
  expect(await page.getByText('A warm sentence.').count()).toBe(1)
})

describe('a problem', () => {
  test('stands over every page with its place and what to do, until it is repaired', async () => {
    const [page, other] = [await open('second/'), await open('first/')]
    await desk.edit('en-us/docs/second.md', 'Text to change.', `See ${itself}.`)
    for (const one of [page, other]) {
      await expect.poll(() => problems(one).textContent()).toMatch(/second\.md:9:\d+ include-cycle/)
    }
    await desk.edit('en-us/docs/second.md', itself, 'it')
    for (const one of [page, other]) await expect.poll(() => problems(one).count()).toBe(0)
  })

  test('does not hide another', async () => {
    const page = await open('second/')
    await desk.edit('en-us/docs/second.md', 'Text to change.', `One: ${itself}\n\nTwo: ${itself}`)
    await expect.poll(() => page.getByText('2 problems').count()).toBe(1)
    const items = problems(page).getByRole('listitem')
    await expect.poll(() => items.count()).toBe(2)
    expect(await violations(page)).toEqual([])
  })

  test('is counted in the language of the page', async () => {
    await desk.edit('en-us/docs/second.md', 'Text to change.', `One: ${itself}\n\nTwo: ${itself}`)
    const page = await open('first/', 'fr-fr')
    await expect.poll(() => page.getByText('2 problèmes').count()).toBe(1)
  })

  test('can be closed and opened with the keyboard, and stays closed on the next page', async () => {
    const page = await open('first/')
    await desk.edit('en-us/docs/second.md', 'Text to change.', `See ${itself}.`)
    await expect.poll(() => problems(page).isVisible()).toBe(true)
    const summary = page.getByText('1 problem')
    await summary.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => problems(page).isVisible()).toBe(false)
    await page.goto(`${dev.url}en-us/docs/second/`)
    await expect.poll(() => problems(page).isVisible()).toBe(false)
    await summary.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => problems(page).isVisible()).toBe(true)
  })

  test.each([
    ['a table of contents', 'TOC.yml', '- name: First', '- name: [First', /TOC\.yml:\d+:\d+/],
    ['a configuration', 'docfx.json', '{"build"', '{"build', /docfx\.json:1:\d+/],
  ])('in %s is told, and the server goes on', async (_, file, from, to, place) => {
    const page = await open('second/')
    await desk.edit(`en-us/docs/${file}`, from, to)
    await expect.poll(() => problems(page).textContent()).toMatch(place)
    await desk.edit(`en-us/docs/${file}`, to, from)
    await expect.poll(() => problems(page).count()).toBe(0)
    await expect.poll(() => page.getByText('Text to change.').count()).toBe(1)
  })
})

test('without script pages and problems are there, as they are when the page is loaded', async () => {
  await desk.edit('en-us/docs/second.md', 'Text to change.', `See ${itself}.`)
  const hears = await open('first/')
  await expect.poll(() => problems(hears).count()).toBe(1)
  const page = await dev.open('en-us/docs/second/', { javaScriptEnabled: false })
  await expect.poll(() => problems(page).textContent()).toContain('include-cycle')
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toContain('Second')
})

test('an address that no page has shows the page of the site that says so', async () => {
  const page = await browser.newPage()
  const response = await page.goto(`${dev.url}fr-fr/docs/nowhere/`)
  expect(response?.status()).toBe(404)
  await expect
    .poll(() => page.getByRole('heading', { level: 1 }).textContent())
    .toContain('Page introuvable')
  await page.close()
})

describe('two servers', () => {
  test('show one site at once, each at a port of its own', async () => {
    const second = await startDev(browser, ['en-us', 'fr-fr', '--port', '0'], { cwd: folder })
    try {
      expect(second.url).not.toBe(dev.url)
      const pages = [await open('second/'), await second.open('en-us/docs/second/')]
      await desk.edit('en-us/docs/second.md', 'Text to change.', 'In both.')
      for (const page of pages) await expect.poll(() => page.getByText('In both.').count()).toBe(1)
    } finally {
      await second.stop()
    }
  })

  test('cannot have one port: the second says so in a sentence', async () => {
    const { port } = new URL(dev.url)
    const { ended } = startPasserelle(['dev', 'en-us', '--port', port], { cwd: folder })
    const { code, warned } = await ended
    expect(code).toBe(1)
    expect(warned).toBe(`Port ${port} is taken. Name another one with --port.\n`)
  })
})

test('Ctrl-C ends the server and all that it has started', async () => {
  const { child, url } = await startDev(browser, ['en-us', '--port', '0'], { cwd: folder })
  child.process.kill('SIGINT')
  const { code, warned } = await child.ended
  expect([code, warned]).toEqual([130, ''])
  await expect(fetch(url)).rejects.toThrow()
})
