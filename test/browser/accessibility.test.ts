/** axe on every kind of page, both languages, both themes. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { builtSite } from '../support/built-site.ts'
import { visitorOf } from '../support/visitor.ts'

const fasttrack = await builtSite('fasttrack')
if (!fasttrack) console.warn('Skipped: the FastTrack docset is not beside the project (../shared)')

const sites = [
  {
    name: 'own',
    folder: await builtSite('own'),
    pages: [
      '',
      'en/',
      'fr-fr/',
      'en/fasttrack/',
      'fr-fr/fasttrack/assess/',
      'en/live-edu/request/',
      'fr-fr/live-edu/',
      'en/manual/matrices/',
      'fr-fr/manual/parts/',
      'en/manual/rules-links/',
      'en/404.html',
      'fr-fr/404.html',
      '404.html',
      'en/fasttrack/my-services/',
      'fr-fr/fasttrack/checklist/customer/?services=teams',
      'en/search/?q=phase',
      'fr-fr/search/?q=phase',
      'en/translation/',
      'fr-fr/translation/',
    ],
  },
  {
    name: 'FastTrack',
    folder: fasttrack,
    pages: [
      'fr-fr/fasttrack/',
      'fr-fr/fasttrack/o365-onboarding-and-migration/',
      'fr-fr/fasttrack/responsibilities/',
      'en-us/fasttrack/o365-data-migration/',
      'fr-fr/translation/',
    ],
  },
]

describe.each(sites)('the $name site', ({ folder, pages }) => {
  const visitor = visitorOf(folder)

  const cases = pages.flatMap((page) =>
    (['light', 'dark'] as const).flatMap((colorScheme) =>
      [390, 1440].map((width) => ({ page: page || '/', colorScheme, width })),
    ),
  )

  /** Pages by address and width: one is loaded once, and shown in both themes. */
  const loaded = new Map<string, Promise<Page>>()
  const load = async (address: string, width: number) => {
    const page = await visitor.newPage({ viewport: { width, height: 900 } }, 'all tests')
    await page.goto(visitor.url + address.replace(/^\//, ''))
    await page.waitForLoadState('networkidle')
    return page
  }

  test.skipIf(!folder).each(cases)(
    'has nothing that axe finds on $page, $colorScheme, $width pixels',
    async ({ page: address, colorScheme, width }) => {
      const key = `${address} ${width}`
      loaded.set(key, loaded.get(key) ?? load(address, width))
      const page = await loaded.get(key)!
      await page.emulateMedia({ colorScheme })
      expect(await violations(page)).toEqual([])
    },
  )
})

describe('axe', () => {
  const { newPage } = visitorOf(sites[0]?.folder)

  test('finds what is wrong on a page, in the theme that it is shown in', async () => {
    const page = await newPage()
    await page.setContent(`<html lang="en"><title>Wrong</title><main><h1>Wrong</h1><img src="data:,">
    <p>Readable<style>@media (prefers-color-scheme: dark) { p { color: #eee; background: #fff } }</style>`)
    await page.emulateMedia({ colorScheme: 'light' })
    expect((await violations(page)).map((line) => line.split(':')[0])).toEqual(['image-alt'])
    await page.emulateMedia({ colorScheme: 'dark' })
    const rules = (await violations(page)).map((line) => line.split(':')[0])
    expect(rules).toEqual(['color-contrast', 'image-alt'])
  })
})
