/** What writers do to guides that were published, and what becomes of old links in a browser. */
import { rm } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { violations } from '../support/axe.ts'
import { type CopiedSite, copySite } from '../support/copied-site.ts'
import { openBrowser } from '../support/browser.ts'
import { change, edit, record } from '../support/changed-guides.ts'
import { serve, type ServedSite } from '../support/server.ts'

vi.setConfig({ testTimeout: 300_000 })

/** Old links and where they lead in the end; of one that stays on its page, only what is marked changes. */
const links: readonly [change: string, old: string, now: string, marked: string][] = [
  [
    'a step of a deleted page',
    'fr-fr/fasttrack/yammer/#yammer-enterprise',
    'fr-fr/fasttrack/enable/#start_the_services',
    'Mettre les services en route',
  ],
  [
    'a step of a renamed page',
    'fr-fr/fasttrack/power-bi/#power-bi-licences',
    'fr-fr/fasttrack/power-bi-online/#power-bi-licences',
    'Attribuez les licences Power BI',
  ],
  [
    'a heading that was reworded',
    'en/fasttrack/assess/#what-you-have-to-bring',
    'en/fasttrack/assess/#what-you-have-to-bring',
    'Have these ready',
  ],
  [
    'a heading that was reworded, and again in the translation',
    'fr-fr/fasttrack/assess/#what-you-have-to-bring',
    'fr-fr/fasttrack/assess/#what-you-have-to-bring',
    'À préparer',
  ],
  [
    'a step that moved to another page',
    'en/fasttrack/assess/#agree-checkpoints',
    'en/fasttrack/remediate/#agree-checkpoints',
    'Agree on checkpoints',
  ],
  [
    'a step that changed its place',
    'fr-fr/fasttrack/initiate/#contact-microsoft',
    'fr-fr/fasttrack/initiate/#contact-microsoft',
    'Contactez Microsoft',
  ],
  [
    'a part that became a page',
    'en/live-edu/first-sign-in/#la-page-dadministration',
    'en/live-edu/administration/#la_page_dadministration',
    'The administration page',
  ],
  [
    'an id of other rules',
    'en/fasttrack/assess/#what-fasttrack-looks-at',
    'en/fasttrack/assess/#what-fasttrack-looks-at',
    'What FastTrack looks at',
  ],
]

describe('guides that were changed after they were published', () => {
  let site: CopiedSite
  let browser: Browser
  let served: ServedSite
  /** What check and build said before anything was recorded. */
  let report: { check: string; build: string }
  let stopped: readonly number[]
  let recorded: string

  beforeAll(async () => {
    site = await copySite()
    await site.run('links', 'accept')
    await change(site)
    const [check, build] = [await site.run('check'), await site.run('build')]
    report = { check: check.output, build: build.output }
    stopped = [check.code, build.code]
    await record(site)
    // Last: other rules for ids, as if the slugs of headings had underscores.
    const slug = 'slugger.slug(text)'
    await site.edit('plugins/heading-anchors.ts', slug, `${slug}.replaceAll('-', '_')`)
    await edit(site, 'content/site.config.ts', (text) =>
      text.replaceAll(/#[a-z-]+'/g, (anchor) => anchor.replaceAll('-', '_')),
    )
    recorded = (await site.run('links', 'move', '--likely')).output
    const { code, output } = await site.run('build')
    if (code !== 0) throw new Error(output)
    ;[browser, served] = await Promise.all([openBrowser(), serve(site.dist)])
  })
  afterAll(() =>
    Promise.all([browser?.close(), served?.close(), rm(site.root, { recursive: true })]),
  )

  test('check and build stop before anything is lost, and name each place with its command', () => {
    expect(stopped).toEqual([1, 1])
    for (const output of Object.values(report)) {
      for (const [old, likely = '<new>'] of [
        ['fasttrack/yammer'],
        ['fasttrack/power-bi', 'fasttrack/power-bi-online'],
        ['fasttrack/assess#what-you-have-to-bring', 'fasttrack/assess#have-these-ready'],
        ['fasttrack/assess#plan-success'],
        ['fasttrack/assess#agree-checkpoints', 'fasttrack/remediate#agree-checkpoints'],
        [
          'live-edu/first-sign-in#la-page-dadministration',
          'live-edu/administration#la-page-dadministration',
        ],
      ]) {
        expect(output).toContain(`Moved: npm run passerelle -- links move ${old} ${likely}\n`)
      }
    }
    expect(report.build).toContain('Nothing was published')
  })

  test('rewording and reordering, in either language, loses nothing', () => {
    expect(report.check).not.toMatch(/permalink-gone.*(?:contact-microsoft|buy-licences)/)
    expect(report.check.match(/permalink-gone/g)).toHaveLength(6)
  })

  test('other rules for ids are recorded at once', () => {
    expect(recorded).toContain(
      'fasttrack/assess#what-fasttrack-looks-at → fasttrack/assess#what_fasttrack_looks_at\n',
    )
    expect(Number(/(\d+) moved/.exec(recorded)?.[1])).toBeGreaterThan(50)
  })

  test.each(links)('%s opens at its new place', async (_, old, now, marked) => {
    const page = await visit(old)
    await page.waitForURL(served.url + now)
    await expect.poll(() => markedText(page)).toContain(marked)
  })

  test.each(links)('%s opens at its new place without script', async (_, old, now, marked) => {
    const page = await visit(old, false)
    if (page.url() !== served.url + now) {
      const link = page.locator('.moved:visible a').or(page.locator('a[data-moved]')).first()
      await link.click()
    }
    await page.waitForURL((url) => url.href === served.url + now || url.href === served.url + old)
    await expect.poll(() => markedText(page)).toContain(marked)
  })

  test.each([
    ['en', 'This page was removed', 'Yammer is no part of it any more', 'en'],
    ['fr-fr', 'Cette page a été retirée', 'Yammer n’en fait plus partie', 'fr-FR'],
  ])('%s: who opens a page that is gone for good is told why, and where to go', async (...all) => {
    const [locale, heading, why, lang] = all
    for (const script of [true, false]) {
      const page = await visit(`${locale}/fasttrack/yammer/`, script)
      await expect.poll(() => page.locator('h1').textContent()).toBe(heading)
      await expect.poll(() => page.locator('main').textContent()).toContain('Yammer Enterprise')
      await expect.poll(() => page.getByText(why).getAttribute('lang')).toBe(lang)
      await expect
        .poll(() => page.locator('meta[name="robots"]').getAttribute('content'))
        .toBe('noindex')
      await page.locator('main a:visible').first().click()
      await page.waitForURL(`${served.url}${locale}/fasttrack/`)
      await page.close()
    }
  })

  test('its go link says so in every language', async () => {
    const page = await visit('go/fasttrack/yammer/', false)
    await expect
      .poll(() => page.locator('.notice').allTextContents())
      .toEqual([
        expect.stringContaining('Yammer is no part of it any more') as string,
        expect.stringContaining('Yammer n’en fait plus partie') as string,
      ])
    const ways = await page
      .locator('.go-link > div:not([id]) a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
    expect(ways).toEqual(['/en/fasttrack/', '/fr-fr/fasttrack/'])
  })

  test('a go link that was removed is read first, also by who chose a language before', async () => {
    const page = await browser.newPage()
    await page.addInitScript(() => localStorage.setItem('passerelle-locale', 'fr-FR'))
    await page.goto(`${served.url}go/fasttrack/enable/`)
    await page.waitForURL(`${served.url}fr-fr/fasttrack/enable/`)
    await page.goto(`${served.url}go/fasttrack/yammer/`)
    await page.waitForLoadState('networkidle')
    await expect.poll(() => page.url()).toBe(`${served.url}go/fasttrack/yammer/`)
    await page.close()
  })

  test.each([
    [
      'its own page',
      'fr-fr/fasttrack/assess/#plan-success',
      'fr-fr/fasttrack/assess/#plan-success',
    ],
    [
      'a page that was renamed',
      'fr-fr/fasttrack/power-bi/#limits',
      'fr-fr/fasttrack/power-bi-online/#limits',
    ],
  ])('what was taken from %s is told in view, in words that say their language', async (...all) => {
    const [, old, now] = all
    const page = await visit(old)
    await page.waitForURL(served.url + now)
    const line = page.locator('.moved:visible')
    await expect.poll(() => line.count()).toBe(1)
    await expect.poll(() => line.textContent()).toContain('Cette partie a été retirée')
    await expect.poll(() => line.locator('strong').getAttribute('lang')).toBe('en')
    await expect.poll(() => line.getByText('Said elsewhere').getAttribute('lang')).toBe('en')
    const top = await line.evaluate((element) => element.getBoundingClientRect().top)
    const header = await page
      .locator('header')
      .first()
      .evaluate((item) => item.clientHeight)
    expect(top).toBeGreaterThanOrEqual(header)
  })

  test.each([
    'en/fasttrack/yammer/',
    'fr-fr/fasttrack/yammer/',
    'go/fasttrack/yammer/',
    'fr-fr/fasttrack/assess/#plan-success',
  ])('%s is accessible', async (path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ colorScheme })
      const page = await context.newPage()
      await page.goto(served.url + path)
      expect(await violations(page)).toEqual([])
      await context.close()
    }
  })

  async function visit(path: string, javaScriptEnabled = true): Promise<Page> {
    const page = await browser.newPage({ javaScriptEnabled })
    await page.goto(served.url + path)
    return page
  }
})

/** The words of what the address names, if it is in view under the header; else of the title. */
async function markedText(page: Page): Promise<string> {
  const text = await page.evaluate(() => {
    const target = document.querySelector(':target')
    if (!target) return document.querySelector('h1')?.textContent ?? ''
    const element = target.matches('.alias') ? target.parentElement! : target
    const { top } = element.getBoundingClientRect()
    const header = document.querySelector('header')!.getBoundingClientRect()
    const isMarked = getComputedStyle(element).boxShadow !== 'none'
    return top >= header.bottom && top < innerHeight && isMarked ? element.textContent : ''
  })
  return text.replaceAll(/\s+/g, ' ')
}
