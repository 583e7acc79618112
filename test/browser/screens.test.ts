/** What readers see first on a screen, what lines up on it, and what they tell apart without words or colour. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { builtSite } from '../support/built-site.ts'
import { settled, visitorOf } from '../support/visitor.ts'

const visitor = visitorOf(await builtSite('own'))
const desk = { viewport: { width: 1440, height: 900 } }

/** Left and right edge of the first element of each kind, in whole pixels. */
async function edges(page: Page, selectors: readonly string[]) {
  return Promise.all(
    selectors.map(async (selector) => {
      const box = (await page.locator(selector).first().boundingBox())!
      return [Math.round(box.x), Math.round(box.x + box.width)]
    }),
  )
}

describe.each(['en', 'fr-fr'])('a reader at a desk, in %s', (locale) => {
  test('sees all phases as soon as a guide opens', async () => {
    const page = await visitor.open(`${locale}/fasttrack/`, desk)
    const boxes = await page.locator('.phase-diagram__box').all()
    expect(boxes).toHaveLength(5)
    for (const box of boxes) {
      const { y, height } = (await box.boundingBox())!
      expect(y + height).toBeLessThanOrEqual(900)
    }
  })

  test('finds checklists and the whole guide among the pages, by keyboard and without script', async () => {
    const page = await visitor.open(`${locale}/fasttrack/assess/`, { javaScriptEnabled: false })
    const links = page.locator('.sidebar__label + ul a')
    await expect
      .poll(() => links.evaluateAll((all) => all.map((a) => a.getAttribute('href'))))
      .toEqual([
        `/${locale}/fasttrack/checklist/customer/`,
        `/${locale}/fasttrack/checklist/fasttrack/`,
        `/${locale}/fasttrack/print/`,
      ])
    await links.first().press('Enter')
    await page.waitForURL('**/checklist/customer/')
  })

  test('sees field, lists and results of the search page with the same edges', async () => {
    const page = await visitor.open(`${locale}/search/?q=exchange`, desk)
    await page.locator('.search__page').first().waitFor()
    const [row, lists, result] = await edges(page, [
      '.search__row',
      '.search__filters',
      '.search__page',
    ])
    expect(lists).toEqual(row)
    expect(result).toEqual(row)
  })
})

test.each([390, 360])('phase names are not broken on a phone %i pixels wide', async (width) => {
  for (const path of ['fr-fr/fasttrack/assess/', 'en/fasttrack/remediate/']) {
    const page = await visitor.open(path, { viewport: { width, height: 800 } })
    const lines = await page.locator('.current-phase__phase').evaluateAll((all) =>
      all.map((phase) => {
        const name = document.createRange()
        name.selectNodeContents(phase.lastChild!)
        return name.getClientRects().length
      }),
    )
    expect(lines).toEqual([1, 1, 1, 1, 1])
  }
})

test('beside the original, the items of both columns have their bullet', async () => {
  const page = await visitor.open('fr-fr/fasttrack/assess/original/', desk)
  const marks = page.locator('main ul:not([role]) > li .bilingual__own')
  const looks = await marks.evaluateAll((all) =>
    all.map((own) => [getComputedStyle(own).display, getComputedStyle(own).listStyleType].join()),
  )
  expect(looks.length).toBeGreaterThan(3)
  expect(new Set(looks)).toEqual(new Set(['list-item,disc']))
  // One under the other, the item has one.
  await page.setViewportSize({ width: 390, height: 844 })
  await expect
    .poll(() => marks.first().evaluate((own) => getComputedStyle(own).display))
    .not.toBe('list-item')
})

test('parties have shapes of their own, which forced colours keep', async () => {
  const page = await visitor.newPage({ ...desk, forcedColors: 'active' })
  await page.goto(`${visitor.url}en/fasttrack/responsibilities/`)
  await page.goto(`${visitor.url}en/fasttrack/assess/`)
  const shapes = await page.locator('.procedure__who .party').evaluateAll((all) =>
    all.map((party) => {
      const { borderRadius, content, clipPath, rotate } = getComputedStyle(party, '::before')
      return [borderRadius, content, clipPath, rotate].join()
    }),
  )
  expect(shapes.length).toBeGreaterThan(1)
  expect(new Set(shapes.slice(0, 2)).size).toBe(2)
})

describe('a site that has another name in each language', async () => {
  const folder = await builtSite('fasttrack')
  const named = visitorOf(folder)

  test.skipIf(!folder)('asks for the language once, with each name in its card', async () => {
    const page = await named.open('', { javaScriptEnabled: false })
    const heading = page.getByRole('heading', { level: 1 })
    await expect
      .poll(() => heading.innerText())
      .toBe('Choose your language · Choisissez votre langue')
    const card = page.getByRole('link', { name: /Français/ })
    await expect
      .poll(() => card.innerText())
      .toContain('Documentation et ressources de Microsoft FastTrack')
  })

  test.skipIf(!folder).each(['light', 'dark'] as const)(
    'does so without a fault of accessibility on a small screen, %s',
    async (colorScheme) => {
      const page = await named.open('', { colorScheme, viewport: { width: 320, height: 640 } })
      await settled(page)
      expect(await violations(page)).toEqual([])
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    },
  )
})
