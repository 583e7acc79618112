/** Blocks of code on our own manual: colours, marks, and the button that copies. */
import { expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { builtSite } from '../support/built-site.ts'
import { settled, visitorOf } from '../support/visitor.ts'

const { open } = visitorOf(await builtSite('own'))
const title = 'content/site.config.ts'

test('a reader copies code with the keyboard, without the lines that are taken out', async () => {
  for (const [path, name, done] of [
    ['en/manual/write/', 'Copy the code', 'Copied'],
    ['fr-fr/manual/write/', 'Copier le code', 'Copié'],
  ] as const) {
    const page = await open(path, { permissions: ['clipboard-read', 'clipboard-write'] })
    const block = page.locator('.code-block', { has: page.locator('del') })
    const button = block.getByRole('button', { name })
    await button.focus()
    await page.keyboard.press('Enter')
    await block.getByText(done).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe('{\n  "title": "Guides"\n}')
  }
})

test.each(['light', 'dark'] as const)(
  'words of code have colours of their own (%s)',
  async (colorScheme) => {
    const page = await open('en/manual/write/', { colorScheme })
    const block = page.locator('.code-file', { hasText: title }).last()
    const colours = await block.evaluate((figure) =>
      ['.code-keyword', '.code-string', '.code-function', '.code-line'].map((name) => {
        const word = figure.querySelector(name)
        return word && getComputedStyle(word).color
      }),
    )
    expect(new Set(colours).size).toBe(4)
    const backs = await block.evaluate((figure) =>
      ['span.code-line', 'mark.code-line'].map((name) => {
        const line = figure.querySelector(name)
        return line && getComputedStyle(line).backgroundColor
      }),
    )
    expect(new Set(backs).size).toBe(2)
    expect(await violations(page)).toEqual([])
  },
)

test('code is whole without script, and its lines end where they are to end on a phone', async () => {
  const page = await open('en/manual/write/', {
    javaScriptEnabled: false,
    viewport: { width: 320, height: 700 },
  })
  expect(await page.locator('.code-copy').count()).toBe(0)
  const block = page.locator('.code-file', { hasText: title }).last().locator('code').last()
  await expect.poll(() => block.textContent()).toContain("locales: ['en', 'fr-FR'],\n")
  expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(320)
})

test('a page has the styles of code where it has code, and its text does not move when the script comes', async () => {
  const page = await open('en/manual/write/', { javaScriptEnabled: false })
  const place = await page.locator('#add-footnotes').boundingBox()
  const other = await open('en/manual/write/')
  await settled(other)
  await expect.poll(() => other.locator('.code-copy').count()).toBeGreaterThan(3)
  await expect.poll(() => other.locator('#add-footnotes').boundingBox()).toEqual(place)
  const without = await open('en/live-edu/')
  expect(await without.locator('link[href*="code"]').count()).toBe(0)
})
