/** A reader opens a guide at the desk, and reads on in the server room, where there is no network. */
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { environment } from '../support/copied-site.ts'
import { addresses, search } from '../support/search-dialog.ts'
import { serve, type ServedSite } from '../support/server.ts'
import { writeSmallContent } from '../support/small-guides.ts'

const project = join(import.meta.dirname, '../..')
const root = await mkdtemp(join(tmpdir(), 'passerelle-installable-'))
const dist = join(root, 'dist')
let browser: Browser
let site: ServedSite

async function build(): Promise<void> {
  const args = [join(project, 'src/cli/main.ts'), 'build', '--root', root, '--out', 'dist']
  const options = { cwd: root, env: environment(root) }
  await promisify(execFile)(process.execPath, [...args, '--base', '/docs/'], options)
}

function edit(path: string, from: string, to: string) {
  const file = join(root, 'content', path)
  const text = readFileSync(file, 'utf8')
  if (!text.includes(from)) throw new Error(`No “${from}” in ${path}`)
  writeFileSync(file, text.replace(from, to))
}

/** The policy that hosts send for all files. */
function policy(): Record<string, string> {
  const [, value = ''] =
    /Content-Security-Policy: (.*)/.exec(readFileSync(join(dist, '_headers'), 'utf8')) ?? []
  return { 'Content-Security-Policy': value }
}

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await rm(root, { recursive: true, force: true })
})
beforeEach(async () => {
  await rm(join(root, 'content'), { recursive: true, force: true })
  await writeSmallContent(root)
  edit('site.config.ts', "source: 'en',", "source: 'en',\n      installable: true,")
  await build()
  site = await serve(dist, { base: '/docs/', headers: policy })
  return () => site.close()
})

/** The first page of the guide, once the browser keeps it; what fails in it is in the list. */
async function visited(path = 'en/fasttrack/'): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.goto(site.url + path)
  await keptNotice(page).waitFor()
  return { page, errors }
}

const keptNotice = (page: Page) =>
  page.getByText(/This guide is saved in this browser|Ce guide est enregistré dans ce navigateur/)

const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name }).waitFor()

interface AppManifest {
  icons: { src: string; sizes: string }[]
}

/** How many workers and kept versions the browser has. */
const kept = (page: Page) =>
  page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    versions: (await caches.keys()).length,
  }))

describe('without a network', () => {
  test('the reader opens other pages, searches, and comes to the step', async () => {
    const { page, errors } = await visited()
    await page.context().setOffline(true)
    await page.getByRole('main').getByRole('link', { name: 'Assess' }).first().click()
    await heading(page, 'Assess')
    await page.getByText('You are offline.').waitFor()
    await search(page, 'licences')
    await expect.poll(() => addresses(page)).toContain('/docs/en/fasttrack/enable/#assign-licences')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/enable\/#assign-licences$/)
    await heading(page, 'Enable')
    await page.goto(`${site.url}en/search/?q=licences`)
    await expect.poll(() => addresses(page)).toContain('/docs/en/fasttrack/enable/#assign-licences')
    // An address as somebody has typed it.
    await page.goto(`${site.url}en/fasttrack/assess`)
    await heading(page, 'Assess')
    expect(errors).toEqual([])
  })

  test('a result in a guide that is not stored says that it needs a connection', async () => {
    edit(
      'site.config.ts',
      'docsets: [',
      "docsets: [\n    { id: 'other', source: 'en', toc: ['index'] },",
    )
    const front = 'title: Licences of others\ndescription: More licences.\nupdated: 2026-11-22'
    await mkdir(join(root, 'content/docs/en/other'), { recursive: true })
    writeFileSync(
      join(root, 'content/docs/en/other/index.mdx'),
      `---\n${front}\n---\n\nLicences.\n`,
    )
    await build()
    const { page } = await visited()
    await page.context().setOffline(true)
    await search(page, 'licences')
    await expect.poll(() => addresses(page)).toContain('/docs/en/other/')
    const marked = page.locator(
      '.search__page:has(.search__unsaved) > .search__hit > .search__link',
    )
    await expect
      .poll(() => marked.evaluateAll((links) => links.map((link) => link.getAttribute('href'))))
      .toEqual(['/docs/en/other/'])
    expect(await violations(page)).toEqual([])
    await page.context().setOffline(false)
    await page.goto(`${site.url}en/search/?q=licences`)
    await expect.poll(() => addresses(page)).toContain('/docs/en/other/')
    expect(await page.locator('.search__unsaved').count()).toBe(0)
  })

  test('a page that is not stored says so, and links to those that are', async () => {
    const { page } = await visited()
    await page.context().setOffline(true)
    await page.goto(`${site.url}fr-fr/fasttrack/assess/`)
    await heading(page, 'You are offline')
    expect(await violations(page)).toEqual([])
    await page.getByRole('main').getByRole('link', { name: 'The journey' }).press('Enter')
    await heading(page, 'The journey')
  })

  test('in the other language, too', async () => {
    const { page } = await visited('fr-fr/fasttrack/')
    await page.context().setOffline(true)
    await page.goto(`${site.url}fr-fr/fasttrack/checklist/customer/`)
    await page.getByRole('checkbox').first().waitFor()
    await page.goto(`${site.url}fr-fr/fasttrack/assess/`)
    await page.getByText('Vous êtes hors connexion.').waitFor()
    expect(await violations(page)).toEqual([])
  })
})

describe('with a network', () => {
  test('a page is never an old one, and the stored copy is updated', async () => {
    const { page } = await visited()
    edit('docs/en/fasttrack/assess.mdx', 'With tools.', 'With new tools.')
    await build()
    await page.goto(`${site.url}en/fasttrack/assess/`)
    await page.getByText('With new tools.').waitFor()
    const keptText = () =>
      page.evaluate(async (address) => (await caches.match(address))?.text(), page.url())
    await expect.poll(keptText).toContain('With new tools.')
    await expect.poll(() => kept(page)).toEqual({ workers: 1, versions: 1 })
    await page.context().setOffline(true)
    await page.goto(`${site.url}en/fasttrack/assess/`)
    await page.getByText('With new tools.').waitFor()
  })

  test('a site that is no longer installable removes the worker and its cache', async () => {
    const { page } = await visited()
    await expect.poll(() => kept(page)).toEqual({ workers: 1, versions: 1 })
    edit('site.config.ts', 'installable: true,', '')
    await build()
    await page.goto(`${site.url}en/fasttrack/assess/`)
    await expect.poll(() => kept(page)).toEqual({ workers: 0, versions: 0 })
    await page.goto(`${site.url}en/fasttrack/`)
    await heading(page, 'The journey')
    expect(await page.locator('kept-copy, link[rel=manifest]').count()).toBe(0)
    expect(readFileSync(join(dist, '_headers'), 'utf8')).not.toContain('worker-src')
  })

  test('the guide meets the criteria of browsers for an app', async () => {
    const { page, errors } = await visited()
    const app = await page.evaluate(async () => {
      const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]')
      const response = await fetch(link?.href ?? '')
      const manifest = (await response.json()) as AppManifest
      const sizes = manifest.icons.map(async ({ src }) => {
        const { width, height } = await createImageBitmap(await (await fetch(src)).blob())
        return `${width}x${height}`
      })
      return {
        manifest,
        drawn: await Promise.all(sizes),
        type: response.headers.get('content-type'),
      }
    })
    // https://developer.chrome.com/docs/lighthouse/pwa/installable-manifest
    expect(app.manifest).toMatchObject({
      name: 'The journey – Small',
      lang: 'en',
      start_url: '/docs/en/fasttrack/',
      scope: '/docs/',
      display: 'standalone',
    })
    expect(app.type).toContain('json')
    expect(app.manifest.icons.map(({ sizes }) => sizes)).toEqual(app.drawn)
    expect(app.drawn).toEqual(expect.arrayContaining(['192x192', '512x512']))
    const policies = errors.filter((text) => text.includes('Content Security Policy'))
    expect(policies).toEqual([])
  })
})
