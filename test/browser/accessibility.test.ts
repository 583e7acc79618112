/** axe on every kind of page, both languages, both themes. */
import AxeBuilder from '@axe-core/playwright'
import { describe, expect, test } from 'vitest'
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
      'en/404.html',
      'fr-fr/404.html',
      '404.html',
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

  test.skipIf(!folder).each(cases)(
    'has nothing that axe finds on $page, $colorScheme, $width pixels',
    async ({ page: address, colorScheme, width }) => {
      const page = await visitor.newPage({ colorScheme, viewport: { width, height: 900 } })
      await page.goto(visitor.url + address.replace(/^\//, ''))
      await page.waitForLoadState('networkidle')
      const { violations } = await new AxeBuilder({ page }).analyze()
      const found = violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ html }) => `${id}: ${help}: ${html}`),
      )
      expect(found).toEqual([])
    },
  )
})
