/** A reader takes a guide along on a disk: no server, no network. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { builtSite } from '../support/built-site.ts'
import { temporaryFolder } from '../support/folder.ts'
import { addresses, dialogOf, search } from '../support/search-dialog.ts'
import { settled, visitorOf } from '../support/visitor.ts'

const site = await builtSite('own')
const { newPage } = visitorOf(site)
const zip = unzipSync(readFileSync(join(site, 'fr-fr/fasttrack/fasttrack-fr-fr.zip')))
const name = 'fasttrack-fr-fr'

/** Unpacks the zip where a folder above it is called as a language, and has a space in its name. */
async function unpacked(): Promise<string> {
  const folder = join(await temporaryFolder(), 'clé usb/fr-fr')
  for (const [path, bytes] of Object.entries(zip)) {
    const to = join(folder, path)
    mkdirSync(dirname(to), { recursive: true })
    writeFileSync(to, bytes)
  }
  return pathToFileURL(join(folder, name)).href
}

/** A page of the copy; what it asks a network for, and what fails in it, is in the lists. */
async function openCopy(path: string, options?: Parameters<typeof newPage>[0]) {
  const root = await unpacked()
  const page = await newPage(options)
  const errors: string[] = []
  const asked: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText
    // What a page still loads when the reader leaves it has not failed.
    if (reason !== 'net::ERR_ABORTED') errors.push(`${request.url()}: ${reason}`)
  })
  page.on('request', (request) => {
    if (!/^(?:file|data):/.test(request.url())) asked.push(request.url())
  })
  await page.goto(`${root}/${path}`)
  return { page, root, errors, asked }
}

const done = (page: Page, title: string) =>
  page.getByRole('checkbox', { name: `Fait : ${title}`, exact: true })

describe('a copy on a disk', () => {
  test('opens with its first file, and its links work without script', async () => {
    const { page, root, errors } = await openCopy('index.html', { javaScriptEnabled: false })
    await page.waitForURL(`${root}/fr-fr/fasttrack/index.html`)
    await page
      .locator('main')
      .getByRole('link', { name: 'Évaluation', exact: true })
      .first()
      .click()
    await page.waitForURL(/fr-fr\/fasttrack\/assess\/index\.html/)
    await page.getByRole('heading', { level: 1, name: 'Évaluation' }).waitFor()
    await page.locator('.site-header__title').click()
    await page.waitForURL(`${root}/fr-fr/fasttrack/index.html`)
    expect(errors).toEqual([])
  })

  test('has each file that its pages name, and links to the site for all others', () => {
    const files = new Set(Object.keys(zip))
    const pages = [...files].filter((file) => file.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(40)
    for (const file of pages) {
      const html = new TextDecoder().decode(zip[file])
      for (const [, value = ''] of html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
        if (/^(?:https?:|mailto:|#|data:)/.test(value)) continue
        const { pathname } = new URL(value.replaceAll('&amp;', '&'), `file:///${file}`)
        expect(files, `${value} in ${file}`).toContain(decodeURIComponent(pathname.slice(1)))
      }
    }
  })

  test('finds a step from the keyboard, asks no network, and goes to it', async () => {
    const { page, root, errors, asked } = await openCopy('fr-fr/fasttrack/migrate/index.html')
    await search(page, 'examinez les identités')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${root}/fr-fr/fasttrack/assess/index.html#review-identities`)
    await expect
      .poll(() => page.locator('#review-identities').getAttribute('aria-current'))
      .toBe('location')
    expect(asked).toEqual([])
    expect(errors).toEqual([])
  })

  test('searches this guide only, and corrects a misspelling', async () => {
    const { page, root, errors } = await openCopy('fr-fr/fasttrack/index.html')
    await search(page, 'migratoin')
    await dialogOf(page).getByRole('status').filter({ hasText: 'migration' }).waitFor()
    const found = await addresses(page)
    expect(found.length).toBeGreaterThan(0)
    for (const address of found)
      expect(new URL(address, root).href).toContain(`${root}/fr-fr/fasttrack/`)
    expect(await page.locator('select[name=guide]').count()).toBe(0)
    const phases = page.locator('select[name=phase] optgroup')
    await expect.poll(() => phases.count()).toBe(1)
    expect(errors).toEqual([])
  })

  test('has a page of results whose address holds the query', async () => {
    const { page, errors } = await openCopy('fr-fr/search/index.html?q=dns')
    await page.getByRole('status').filter({ hasText: 'dns' }).waitFor()
    await expect.poll(async () => (await addresses(page)).length).toBeGreaterThan(0)
    expect(errors).toEqual([])
  })

  test('keeps ticks from page to page and from day to day', async () => {
    const { page, root, errors } = await openCopy('fr-fr/fasttrack/assess/index.html')
    await done(page, 'Préparez la réussite').press('Space')
    await page.reload()
    await page.locator('.sidebar [aria-current=page] .sidebar__done', { hasText: '1/9' }).waitFor()
    await page.locator('.sidebar__progress a').click()
    await page.waitForURL(`${root}/fr-fr/fasttrack/assess/index.html#gather-data`)
    await page.goto(`${root}/fr-fr/fasttrack/checklist/customer/index.html`)
    await expect.poll(() => done(page, 'Préparez la réussite').isChecked()).toBe(true)
    const context = page.context()
    await page.close()
    const later = await context.newPage()
    await later.goto(`${root}/fr-fr/fasttrack/assess/index.html`)
    await expect.poll(() => done(later, 'Préparez la réussite').isChecked()).toBe(true)
    expect(errors).toEqual([])
  })

  test('hides the steps of services that the reader did not choose', async () => {
    const { page, root, errors } = await openCopy('fr-fr/fasttrack/my-services/index.html')
    await page.getByRole('checkbox', { name: 'Exchange Online', exact: true }).press('Space')
    await page.goto(`${root}/fr-fr/fasttrack/checklist/customer/index.html`)
    await page.locator('.my-services-notice').waitFor()
    await expect.poll(() => page.locator('[data-step][data-out]').count()).toBeGreaterThan(0)
    expect(errors).toEqual([])
  })

  test('copies links that lead to the site', async () => {
    const permissions = ['clipboard-read', 'clipboard-write']
    const { page } = await openCopy('fr-fr/fasttrack/assess/index.html', { permissions })
    await page.locator('#review-identities a.anchor').press('Enter')
    const field = page.getByRole('dialog').getByRole('textbox')
    await expect
      .poll(() => field.inputValue())
      .toBe('https://passerelle.example/go/fasttrack/review-identities/')
  })

  test('says that it is a copy, with a link to the page on the site', async () => {
    const { page } = await openCopy('fr-fr/fasttrack/assess/index.html')
    const link = page.getByRole('contentinfo').getByRole('link', { name: /passerelle\.example/ })
    await expect
      .poll(() => link.getAttribute('href'))
      .toBe('https://passerelle.example/fr-fr/fasttrack/assess/')
  })

  test.each(['light', 'dark'] as const)(
    'is accessible and fits a phone, %s',
    async (colorScheme) => {
      const viewport = { width: 320, height: 640 }
      const { page } = await openCopy('fr-fr/fasttrack/assess/index.html', {
        viewport,
        colorScheme,
      })
      await settled(page)
      expect(await violations(page)).toEqual([])
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    },
  )

  test('is offered on the first page of the guide only', async () => {
    const links = (path: string) =>
      readFileSync(join(site, path, 'index.html'), 'utf8').match(/href="[^"]*\.zip"/g)
    expect(links('fr-fr/fasttrack')).toEqual(['href="/fr-fr/fasttrack/fasttrack-fr-fr.zip"'])
    expect(links('fr-fr/fasttrack/assess')).toBeNull()
    expect(links('fr-fr/live-edu')).toBeNull()
  })
})
