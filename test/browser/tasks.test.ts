/** Boxes of tasks as a screen reader finds them. */
import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'

const fixture = (dialect: string) =>
  readFileSync(
    new URL(
      `../fixtures/${dialect}/task-has-its-words-as-the-name-of-its-box/output.html`,
      import.meta.url,
    ),
    'utf8',
  )

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await (await browser.newContext()).newPage()
})
afterAll(() => browser.close())

test.each(['guide', 'docfx'])(
  'the boxes of a %s page have the words beside them as names',
  async (dialect) => {
    // Twice, as on the page that shows both languages.
    const content = fixture(dialect) + fixture(dialect)
    await page.setContent(
      `<html lang="en"><title>T</title><main><h1>T</h1>${content}</main></html>`,
    )
    const boxes = page.getByRole('checkbox')
    await expect.poll(() => boxes.count()).toBe(10)
    await expect
      .poll(() => page.getByRole('checkbox', { name: 'Open task with a link' }).count())
      .toBe(2)
    await expect
      .poll(() => page.getByRole('checkbox', { name: 'Done', exact: true }).count())
      .toBe(2)
    await expect
      .poll(() => page.getByRole('checkbox', { name: 'First', exact: true }).count())
      .toBe(2)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  },
)
