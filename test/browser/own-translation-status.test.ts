/** How much of our own guides is translated, on the site that is built of them. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from '#src/cli/run.ts'
import { builtSite } from '../support/built-site.ts'
import type { Status } from '../support/status-json.ts'
import { visitorOf } from '../support/visitor.ts'

const root = join(import.meta.dirname, '../..')
const own = await builtSite('own')

describe('the state of our own guides', () => {
  const { open } = visitorOf(own)

  test('is that of the command, whose names of files it has, in the languages they come from', async () => {
    const output: string[] = []
    const print = (text: string) => void output.push(text)
    await run(['status', '--json'], { cwd: root, root, print, warn: print })
    const all = JSON.parse(output.join('')) as Status
    const published = await Promise.all(
      ['en', 'fr-fr'].map(async (locale) => {
        const file = await readFile(join(own, locale, 'translation/status.json'), 'utf8')
        return (JSON.parse(file) as Status).translations
      }),
    )
    const figures = published.flat().toSorted((a, b) => a.docset.localeCompare(b.docset))
    const sorted = all.translations.toSorted((a, b) => a.docset.localeCompare(b.docset))
    expect(withoutSlugs(figures)).toEqual(withoutSlugs(sorted))
    expect(published.map((some) => some.map((item) => item.docset))).toEqual([
      ['live-edu'],
      ['fasttrack', 'manual', 'terms', 'content/ui'],
    ])
  })

  test('is reached from the page for those who write, and shows one guide when asked to', async () => {
    const page = await open('fr-fr/manual/procedures/')
    await page.locator('main').getByRole('link', { name: 'Ce qui est traduit' }).click()
    await page.waitForURL('**/fr-fr/translation/')
    const sections = page.locator('.translation__docset:visible')
    await expect.poll(() => sections.count()).toBe(4)
    await page.locator('select[name=docset]').focus()
    for (const _ of ['fasttrack', 'manual']) await page.keyboard.press('ArrowDown')
    await expect.poll(() => new URL(page.url()).search).toBe('?docset=manual')
    await expect
      .poll(() => sections.getByRole('heading').allInnerTexts())
      .toEqual(['Le manuel de Passerelle'])
    const english = page.getByRole('link', { name: 'English' })
    await expect
      .poll(() => english.getAttribute('href'))
      .toMatch(/\/en\/translation\/\?docset=manual$/)
    // The other language has other guides: it shows them all.
    await english.click()
    await page.waitForURL('**/en/translation/**')
    await expect.poll(() => sections.count()).toBe(1)
  })
})

function withoutSlugs(translations: Status['translations']) {
  return translations.map(({ pages, ...rest }) => ({
    ...rest,
    pages: pages.map((page) => ({ ...page, translation: undefined })),
  }))
}
