/** What the first view of a page costs, as a browser loads it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { builtSite } from '../support/built-site.ts'
import { visitorOf } from '../support/visitor.ts'

/** Bytes after gzip, HTML, styles and scripts together; images and fonts do not count. */
const firstView = 25_000
/** Of that, scripts: files and those inside the page. */
const scripts = 5_000

const fasttrack = await builtSite('fasttrack')
if (!fasttrack) console.warn('Skipped: the FastTrack docset is not beside the project (../shared)')

const sites = [
  {
    name: 'own',
    folder: await builtSite('own'),
    pages: [
      'en/',
      'fr-fr/',
      'en/fasttrack/assess/',
      'fr-fr/fasttrack/',
      'fr-fr/fasttrack/responsibilities/',
      'fr-fr/fasttrack/checklist/customer/',
      'fr-fr/live-edu/request/',
      'en/manual/write/',
      'en/manual/config-theme/',
      'fr-fr/manual/commands/',
      'fr-fr/manual/machines/',
    ],
  },
  {
    name: 'FastTrack',
    folder: fasttrack,
    pages: [
      'fr-fr/fasttrack/o365-onboarding-and-migration/',
      'fr-fr/fasttrack/o365-data-migration/',
      'fr-fr/fasttrack/responsibilities/',
    ],
  },
]

describe.each(sites)('the first view of the $name site', ({ folder, pages }) => {
  const visitor = visitorOf(folder)

  test.skipIf(!folder).each(pages)('%s is light', async (address) => {
    const page = await visitor.newPage()
    const loaded: { type: string; body: Buffer }[] = []
    page.on('request', (request) => {
      const type = request.resourceType()
      if (!['document', 'stylesheet', 'script', 'fetch', 'xhr'].includes(type)) return
      loaded.push({ type, body: Buffer.alloc(0) })
      const entry = loaded.at(-1)
      const { pathname } = new URL(request.url())
      const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname
      void readFile(join(folder ?? '', file)).then((body) => entry && (entry.body = body))
    })
    await page.goto(visitor.url + address)
    await page.waitForLoadState('networkidle')
    const inline = await page.evaluate(() =>
      [...document.querySelectorAll('script:not([src], [type="application/ld+json"])')]
        .map(({ textContent }) => textContent)
        .join('\n'),
    )
    const weight = (part: typeof loaded) =>
      part.reduce((sum, { body }) => sum + gzipSync(body).length, 0)
    const script = weight(loaded.filter(({ type }) => type === 'script')) + gzipSync(inline).length
    console.log(`${address}: ${weight(loaded)} bytes, of them ${script} of script`)
    expect(loaded.every(({ body }) => body.length > 0)).toBe(true)
    expect(weight(loaded)).toBeLessThanOrEqual(firstView)
    expect(script).toBeLessThanOrEqual(scripts)
  })
})
