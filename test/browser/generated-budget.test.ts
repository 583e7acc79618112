/** What a reader waits for on a site with many pages that are as long as real ones. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { type SentFile, firstSearch, firstView } from '../support/first-search.ts'
import { generatedSite } from '../support/generated-site.ts'

const { folder, page, title } = await generatedSite()
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('the first view of a page is three requests and 17 kB', async () => {
  const files = await firstView(browser, folder, page)
  expect(files.map(({ path }) => path)).toHaveLength(3)
  expect(bytesOf('first view', files)).toBeLessThanOrEqual(17_000)
})

test('a first search is 100 kB', async () => {
  const [word = ''] = title.split(' ').toSorted((a, b) => b.length - a.length)
  const files = await firstSearch(browser, folder, page, word)
  expect(bytesOf(`first search for “${word}”`, files)).toBeLessThanOrEqual(100_000)
})

function bytesOf(what: string, files: readonly SentFile[]): number {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  console.log(`${what}: ${bytes} bytes in ${files.length} requests`)
  return bytes
}
