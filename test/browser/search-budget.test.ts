/** What a reader’s first search on the own site costs, until its results show. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/browser.ts'
import { builtSite } from '../support/built-site.ts'
import { firstSearch } from '../support/first-search.ts'

/** Bytes as hosts send them, dialog included. */
const budget = 100_000

const folder = await builtSite('own')
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test.each([
  ['fr-fr/fasttrack/', 'évaluation'],
  ['fr-fr/fasttrack/', 'qui configure le dns'],
  ['en/fasttrack/', 'migrate mail'],
])('a first search on %s for “%s” is light', async (path, question) => {
  const files = await firstSearch(browser, folder, path, question)
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  console.log(`${question}: ${bytes} bytes in ${files.length} requests`)
  expect(bytes).toBeLessThanOrEqual(budget)
})
