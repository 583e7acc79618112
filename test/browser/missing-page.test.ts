/** A page that a language lacks: the original at its address, under a notice, in the frame of that language. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { type CopiedSite, copySite } from '../support/copied-site.ts'
import { openBrowser } from '../support/browser.ts'
import { serve, type ServedSite } from '../support/server.ts'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

let site: CopiedSite
let served: ServedSite
let browser: Browser
beforeAll(async () => {
  site = await copySite()
  for (const page of ['assess', 'index'])
    await rm(join(site.root, `content/docs/fr-FR/fasttrack/${page}.mdx`))
  const { output } = await site.run('build', '--keep-going')
  expect(output).toContain('pages built')
  ;[browser, served] = await Promise.all([openBrowser(), serve(site.dist)])
})
afterAll(async () => {
  await Promise.all([browser.close(), served.close()])
  await rm(site.root, { recursive: true, force: true, maxRetries: 5 })
})

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  await page.goto(served.url + path)
  return page
}

describe('a reader of a language that lacks a page', () => {
  test('reads the original there under a notice, without script too', async () => {
    const page = await open('fr-fr/fasttrack/assess/', { javaScriptEnabled: false })
    const article = page.locator('article')
    await expect.poll(() => article.getAttribute('lang')).toBe('en')
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('fr-FR')
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toContain('Assess')
    const notice = page.getByRole('note', { name: 'Cette page est en anglais' })
    await expect.poll(() => notice.innerText()).toContain('pas encore')
    await expect.poll(() => notice.locator('xpath=..').getAttribute('lang')).toBe('fr-FR')
    await expect.poll(() => page.locator('#gather-data').isVisible()).toBe(true)
  })

  test('has the pages of their language beside it, and links of the text lead there', async () => {
    const page = await open('fr-fr/fasttrack/assess/')
    const pages = page.getByRole('navigation', { name: 'Pages de ce guide' })
    await expect.poll(() => pages.locator('[aria-current=page]').innerText()).toBe('Assess')
    await expect.poll(() => pages.getByRole('link', { name: 'Correction' }).count()).toBe(1)
    const links = await page
      .locator('.prose a[href*="/fasttrack/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
    expect(links.length).toBeGreaterThan(2)
    expect(links.filter((link) => !link?.startsWith('/fr-fr/'))).toEqual([])
  })

  test('sees diagrams and lists of steps in their language', async () => {
    const page = await open('fr-fr/fasttrack/')
    const phase = page.getByRole('tab', { name: /^Phase 2 sur 5, Évaluation/ })
    await expect.poll(() => phase.count()).toBe(1)
  })

  test.each(['light', 'dark'] as const)(
    'meets no accessibility violation, %s',
    async (colorScheme) => {
      const viewport = { width: 320, height: 800 }
      const page = await open('fr-fr/fasttrack/assess/', { colorScheme, viewport })
      expect(await violations(page)).toEqual([])
    },
  )
})

test('is not offered to programs as a page of that language', async () => {
  const page = await open('fr-fr/fasttrack/assess/')
  const head = await page.evaluate(() => ({
    robots: document.querySelector<HTMLMetaElement>('meta[name=robots]')?.content,
    canonical: document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href,
    languages: document.querySelectorAll('link[hreflang]').length,
    body: document.querySelectorAll('[data-pagefind-body]').length,
  }))
  expect(head).toMatchObject({ robots: 'noindex', languages: 0, body: 0 })
  expect(head.canonical).toMatch(/\/en\/fasttrack\/assess\/$/)
  const english = await open('en/fasttrack/assess/')
  expect(await english.locator('link[hreflang^=fr]').count()).toBe(0)
})
