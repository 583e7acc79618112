/** The sites behind a real nginx, with the configuration that the build wrote. */
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hostFiles } from '#src/hosting/hosts.ts'
import type { SiteLocale } from '#src/site.ts'
import { openBrowser } from '../support/browser.ts'
import { builtSite } from '../support/built-site.ts'
import { temporaryFolder } from '../support/folder.ts'
import { hasNginx, startNginx, type RunningServer } from '../support/nginx.ts'

const own = hasNginx ? await builtSite('own') : ''
const fasttrack = hasNginx ? await builtSite('fasttrack', { base: '/docs/' }) : undefined
if (!hasNginx) console.warn('Skipped: nginx is not on this machine; .ci/run installs it')
else if (!fasttrack)
  console.warn('Skipped: the FastTrack docset is not beside the project (../shared)')

const oldPage = '/docs/fr-fr/fasttrack/onboarding-and-migration/'
const newPage = '/docs/fr-fr/fasttrack/o365-onboarding-and-migration/'

/** Routes of every kind of page, and what they ask for. */
const routes = [
  '/',
  '/en/',
  '/fr-fr/fasttrack/',
  '/en/fasttrack/assess/',
  '/fr-fr/fasttrack/responsibilities/',
  '/en/fasttrack/checklist/customer/',
  '/fr-fr/live-edu/request/',
  '/en/live-edu/print/',
  '/en/manual/procedures/',
  '/fr-fr/search/?q=évaluation',
  '/go/fasttrack/gather-data/',
  '/go/',
]
const docfxRoutes = ['/docs/', newPage, '/docs/fr-fr/fasttrack/', '/docs/fr-fr/search/?q=phase']

describe.skipIf(!hasNginx)('behind nginx', () => {
  let nginx: RunningServer
  let browser: Browser
  const site = () => nginx.origin

  beforeAll(async () => {
    const sites = [{ base: '/', folder: own }]
    // A server holds one site at its root; the other lies in a folder of a second one.
    nginx = await startNginx(sites)
    browser = await openBrowser()
  })
  afterAll(() => Promise.all([nginx?.close(), browser?.close()]))

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(site() + path, { redirect: 'manual', headers })

  test('every response has the security headers', async () => {
    for (const path of ['/en/', '/en/nowhere/', '/favicon.svg']) {
      const { headers } = await get(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy, path).toContain("default-src 'none'")
      expect(/script-src ([^;]*)/.exec(policy)?.[1], path).not.toMatch(
        /'unsafe-(inline|hashes|eval)'/,
      )
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('x-frame-options'), path).toBe('DENY')
      expect(headers.get('referrer-policy'), path).toBe('strict-origin-when-cross-origin')
      expect(headers.get('permissions-policy'), path).toContain('camera=()')
    }
  })

  test('a dead address answers 404 in the language that it begins with', async () => {
    for (const [path, lang] of [
      ['/fr-fr/nulle-part/', 'fr-FR'],
      ['/en/nowhere/at/all', 'en'],
      ['/nowhere', 'en'],
    ] as const) {
      const response = await get(path)
      expect(response.status, path).toBe(404)
      expect(await response.text(), path).toContain(`<html lang="${lang}"`)
    }
  })

  test('files named by their content are cached for a year, all others are revalidated', async () => {
    for (const folder of ['_astro', 'pagefind/fragment', 'pagefind/index', 'pagefind/wasm']) {
      const [name = ''] = await readdir(join(own, folder))
      const { headers, status } = await get(`/${folder}/${name}`)
      expect(status).toBe(200)
      expect(headers.get('cache-control'), name).toBe('public, max-age=31536000, immutable')
    }
    for (const path of ['/en/', '/pagefind/languages.json', '/favicon.svg']) {
      const { headers } = await get(path)
      expect(headers.get('cache-control'), path).toBe('no-cache')
      const again = await get(path, { 'If-None-Match': headers.get('etag') ?? '' })
      expect(again.status, path).toBe(304)
    }
  })

  test('text is compressed', async () => {
    const [style = ''] = (await readdir(join(own, '_astro'))).filter((name) => /css$/.test(name))
    for (const path of ['/en/', `/_astro/${style}`, '/en/fasttrack/steps.csv', '/favicon.svg']) {
      const { headers } = await get(path, { 'Accept-Encoding': 'gzip' })
      expect(headers.get('content-encoding'), path).toBe('gzip')
      expect(headers.get('vary'), path).toMatch(/^Accept-Encoding(?:, Accept)?$/)
    }
  })

  test('an address without its final slash is redirected, whatever the public name of the server', async () => {
    const response = await get('/en/fasttrack')
    expect(response.status).toBe(301)
    expect(response.headers.get('location')).toBe('/en/fasttrack/')
  })

  test('the configuration itself is not published', async () => {
    for (const path of [
      '/.nginx/server.conf',
      '/_headers',
      '/staticwebapp.config.json',
      '/fr-fr/.htaccess',
      '/.passerelle',
    ]) {
      expect((await get(path)).status, path).toBe(404)
    }
  })

  test.each(routes)('the policy blocks nothing on %s', async (path) => {
    expect(await violations(browser, site() + path)).toEqual([])
  })

  test('an injected script does not run, and the browser reports it', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const messages: string[] = []
    page.on('console', (message) => messages.push(message.text()))
    await page.route('**/en/', async (route) => {
      const response = await route.fetch()
      const body = `${await response.text()}<script>document.title = 'taken'</script>`
      await route.fulfill({ response, body })
    })
    await page.goto(`${site()}/en/`)
    expect(await page.title()).not.toBe('taken')
    expect(messages.join()).toContain('Content Security Policy')
    await context.close()
  })

  test('search works', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${site()}/fr-fr/search/?q=évaluation`)
    await expect.poll(() => page.locator('.search__results li').count()).toBeGreaterThan(0)
    await context.close()
  })
})

test.skipIf(!hasNginx)(
  'nginx answers 410 for removed pages, with the page that says why',
  async () => {
    const folder = await temporaryFolder()
    const base = '/docs/'
    const old = { redirects: [], removed: ['/fr-fr/g/%C3%A9t%C3%A9/'] }
    const files = new Map([
      ...hostFiles({ base, locales: [{ path: 'fr-fr' } as SiteLocale] }, old),
      ['fr-fr/g/été/index.html', '<h1>Cette page a été retirée</h1>'],
      ['fr-fr/g/index.html', '<h1>Guide</h1>'],
      ['404.html', '<h1>Not found</h1>'],
      ['fr-fr/404.html', '<h1>Page introuvable</h1>'],
    ])
    for (const [path, text] of files) {
      await mkdir(join(folder, dirname(path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    const nginx = await startNginx([{ base, folder }])
    try {
      const removed = await fetch(`${nginx.origin}/docs/fr-fr/g/été/`)
      expect([removed.status, await removed.text()]).toEqual([
        410,
        '<h1>Cette page a été retirée</h1>',
      ])
      expect(removed.headers.get('x-content-type-options')).toBe('nosniff')
      expect((await fetch(`${nginx.origin}/docs/fr-fr/g/`)).status).toBe(200)
      expect((await fetch(`${nginx.origin}/docs/fr-fr/g/hiver/`)).status).toBe(404)
      // Folders without an index, hidden names, and methods that no page has.
      for (const [path, status, method = 'GET'] of [
        ['/docs/fr-fr/', 404],
        ['/docs/.nginx/', 404],
        ['/docs/_headers', 404],
        ['/docs/fr-fr/g/', 405, 'POST'],
      ] as const) {
        const response = await fetch(nginx.origin + path, { method })
        expect(response.status, path).toBe(status)
        expect(await response.text(), path).toMatch(/<h1>(Page introuvable|Not found)/)
      }
    } finally {
      await nginx.close()
    }
  },
)

describe.skipIf(!fasttrack)('behind nginx, in a folder', () => {
  let nginx: RunningServer
  let browser: Browser
  beforeAll(async () => {
    nginx = await startNginx([{ base: '/docs/', folder: fasttrack ?? '' }])
    browser = await openBrowser()
  })
  afterAll(() => Promise.all([nginx?.close(), browser?.close()]))

  const get = (path: string) => fetch(nginx.origin + path, { redirect: 'manual' })

  test('an old address redirects to the new one in one step, with its query', async () => {
    const response = await get(`${oldPage}?phase=assess`)
    expect(response.status).toBe(301)
    expect(response.headers.get('location')).toBe(`${newPage}?phase=assess`)
    expect((await get(newPage)).status).toBe(200)
  })

  test('a dead address answers in its language, too', async () => {
    const response = await get('/docs/fr-fr/nulle-part/')
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('<html lang="fr-FR"')
    expect((await get('/elsewhere/')).headers.get('content-security-policy')).toBeNull()
  })

  test.each(docfxRoutes)('the policy blocks nothing on %s', async (path) => {
    expect(await violations(browser, nginx.origin + path)).toEqual([])
  })
})

/** What the policy forbade while a page loaded, and every error that the page told. */
async function violations(browser: Browser, address: string): Promise<string[]> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const messages: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) messages.push(message.text())
  })
  page.on('pageerror', ({ message }) => messages.push(message))
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  // What only comes when it is asked for.
  await page.keyboard.press('/')
  const isThere = await page.locator('main .search__field').count()
  if (!isThere && (await page.locator('.search-open').count()))
    await page.getByRole('dialog').waitFor()
  await context.close()
  return messages
}
