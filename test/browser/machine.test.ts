/** What a machine has translated, as a reader is told of it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { statesSite } from '../support/states-site.ts'
import { visitorOf } from '../support/visitor.ts'

const { site, remove } = await statesSite()
afterAll(remove)
const visitor = visitorOf(site)
const address = 'fr-fr/moves/plan/'

test('is noted once, at the end of the page, with a list that opens from the keyboard, without script', async () => {
  const page = await visitor.open(address, { javaScriptEnabled: false })
  const note = page.getByText('Une partie de cette page est une traduction automatique')
  await expect.poll(() => note.count()).toBe(1)
  const summary = page.getByText('Afficher ces passages')
  const links = page.locator('.page-meta__machine a')
  expect(await links.first().isVisible()).toBe(false)
  await summary.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => links.first().isVisible()).toBe(true)
  const text = await page.locator('article').innerText()
  for (const passage of await links.allInnerTexts()) {
    expect(text).toContain(passage.replace(/…$/, ''))
  }
})

test.each(['light', 'dark'] as const)('has no accessibility violation, %s', async (colorScheme) => {
  const page = await visitor.open(address, { colorScheme, viewport: { width: 320, height: 800 } })
  await page.getByText('Afficher ces passages').click()
  expect(await violations(page)).toEqual([])
})

test('is in the metadata of the page, in its Markdown and in the figures, and on no other page', async () => {
  const page = await visitor.open(address)
  const meta = page.locator('meta[name=machine-translation]')
  await expect.poll(() => meta.getAttribute('content')).toBe('part')
  expect(await readFile(join(site, address, 'index.md'), 'utf8')).toMatch(
    /^machine: \d+ of \d+ blocks$/m,
  )
  const status = JSON.parse(
    await readFile(join(site, 'fr-fr/translation/status.json'), 'utf8'),
  ) as { translations: { pages: { slug: string; machine: { blocks: number } }[] }[] }
  const pages = status.translations[0]?.pages ?? []
  expect(pages.find(({ slug }) => slug === 'plan')?.machine.blocks).toBeGreaterThan(0)
  expect(pages.find(({ slug }) => slug === 'check')?.machine.blocks).toBe(0)
  await page.goto(`${visitor.url}fr-fr/moves/check/`)
  expect((await meta.count()) + (await page.locator('.page-meta__machine').count())).toBe(0)
})
