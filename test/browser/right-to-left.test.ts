/** Pages in Arabic and Hebrew are those in English in a mirror; code and English words are not. */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { languagesSite } from '../support/languages-site.ts'
import { settled, visitorOf } from '../support/visitor.ts'

const folder = await languagesSite()
const { open } = visitorOf(join(folder, 'dist'))

const size = (width: number) => ({ viewport: { width, height: 900 } })

/** How far parts are from the side where a line begins, and how wide they are. */
async function places(page: Page, selectors: readonly string[]) {
  return page.evaluate((names) => {
    const isRtl = document.documentElement.dir === 'rtl'
    return names.map((name) => {
      const { left, right, width } = document.querySelector(name)!.getBoundingClientRect()
      return [name, Math.round(isRtl ? innerWidth - right : left), Math.round(width)]
    })
  }, selectors)
}

test.each([
  {
    width: 1440,
    parts: ['.site-header', '.sidebar', '.reading__main', '.prose', '.toc', '.site-footer'],
  },
  {
    width: 390,
    parts: ['.site-header', '.reading__bar', '.reading__main', '.prose', '.site-footer'],
  },
])('the frame of a page is mirrored at $width pixels', async ({ width, parts }) => {
  const [english, arabic, hebrew] = await Promise.all(
    ['en', 'ar', 'he'].map(async (tag) =>
      places(await open(`${tag}/move/plan/`, size(width)), parts),
    ),
  )
  expect(arabic).toEqual(english)
  expect(hebrew).toEqual(english)
})

test('the sidebar is at the right, and what the header ends with at the left', async () => {
  const page = await open('ar/move/plan/', size(1440))
  const lefts = await page.evaluate(() =>
    ['.sidebar', '.site-header a', '.search-open'].map(
      (name) => document.querySelector(name)!.getBoundingClientRect().left,
    ),
  )
  expect(lefts.map((left) => left > 720)).toEqual([true, true, false])
})

test('the arrow between two phases points to the next one, to the left in Arabic', async () => {
  const towards = async (tag: string) => {
    const page = await open(`${tag}/move/print/`, size(1440))
    return page.evaluate(() => {
      const boxes = [...document.querySelectorAll('.phase-diagram__bar > li')]
      const [first = 0, second = 0] = boxes.map((box) => box.getBoundingClientRect().left)
      const { rotate } = getComputedStyle(boxes[1]!, '::before')
      return { next: Math.sign(second - first), rotate }
    })
  }
  // A corner at the end and the bottom, turned by this much.
  expect(await towards('en')).toEqual({ next: 1, rotate: '-45deg' })
  expect(await towards('ar')).toEqual({ next: -1, rotate: '135deg' })
})

test('arrow keys go through the phases as they are drawn', async () => {
  const page = await open('ar/move/')
  await page.locator('.phase-diagram__box[aria-selected=true]').focus()
  await page.keyboard.press('ArrowLeft')
  const selected = page.locator('.phase-diagram__box[aria-selected=true]')
  await expect.poll(() => selected.getAttribute('data-phase')).toBe('switch')
})

test('what is done fills a bar from the right', async () => {
  const page = await open('ar/translation/')
  const bars = await page.evaluate(() => {
    const bar = document.querySelector('.translation__summary + .state-bar')!
    const [first] = bar.querySelectorAll('rect')
    return [bar, first!].map((part) => part.getBoundingClientRect().right)
  })
  expect(Math.abs((bars[0] ?? 0) - (bars[1] ?? 0))).toBeLessThan(3)
})

test('code and English words are from the left, at the side of the words around them', async () => {
  const page = await open('ar/move/plan/', size(1440))
  const styles = await page.evaluate(() =>
    ['pre', 'p code', '[data-state=untranslated]', '.sidebar a[lang=en]'].map((name) => {
      const { direction, textAlign, unicodeBidi } = getComputedStyle(document.querySelector(name)!)
      return { name, direction, textAlign, unicodeBidi }
    }),
  )
  expect(styles).toMatchObject([
    { direction: 'ltr' },
    { direction: 'ltr', unicodeBidi: 'isolate' },
    { direction: 'ltr' },
    // A title in a list of titles stays at their side.
    { unicodeBidi: 'plaintext', textAlign: 'right' },
  ])
})

test('beside an original, both languages are from their own side', async () => {
  const page = await open('ar/move/plan/original/', size(1440))
  const pair = page.locator('.bilingual').first()
  const own = pair.locator('.bilingual__own')
  const original = pair.locator('.bilingual__original')
  const direction = (element: Element) => getComputedStyle(element).direction
  expect([await original.evaluate(direction), await own.evaluate(direction)]).toEqual([
    'ltr',
    'rtl',
  ])
  const [left, right] = [(await own.boundingBox())!, (await original.boundingBox())!]
  // The original comes first, which is at the right.
  expect(left.x + left.width).toBeLessThanOrEqual(right.x)
})

test('the panel of a copied link opens under its link, with the address from the left', async () => {
  const page = await open('ar/move/plan/', size(1440))
  const link = page.locator('h2 + a.anchor').first()
  await link.focus()
  await link.click()
  const input = page.locator('.copy-link input')
  await input.waitFor()
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('.copy-link input')?.value,
  )
  await expect.poll(() => input.evaluate((element) => element.matches(':dir(ltr)'))).toBe(true)
  const [panel, at] = [
    (await page.locator('.copy-link').boundingBox())!,
    (await link.boundingBox())!,
  ]
  expect(Math.abs(panel.x + panel.width - at.x - at.width)).toBeLessThan(2)
})

/** Each kind of page in Arabic; of the other languages those with most of their words. */
const most = ['move/', 'move/plan/original/', 'search/?q=MX', 'translation/']
const every = ['', 'move/plan/', 'move/after/', 'move/print/', 'move/checklist/customer/', ...most]
const cases = [
  ...every.flatMap((path) => [390, 1440].map((width) => ({ path: `ar/${path}`, width }))),
  ...['he', 'de', 'ja'].flatMap((tag) =>
    most.map((path) => ({ path: `${tag}/${path}`, width: 390 })),
  ),
]

test.each(cases)(
  'axe finds nothing on $path at $width pixels, which holds it all',
  async (place) => {
    const page = await open(place.path, size(place.width))
    await settled(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await violations(page)).toEqual([])
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  },
)

test.each([
  ['ar', 'البريد', 'نقل البريد'],
  ['he', 'הדואר', 'העברת הדואר'],
  ['de', 'Postfach', 'Postfächer auflisten'],
  ['ja', '移行', 'メールの移行'],
  ['ja', 'メールボックス', 'メールボックスを一覧にする'],
  ['zh-cn', '邮箱', '迁移邮件'],
])('in %s a search for %s finds “%s”', async (tag, query, title) => {
  const page = await open(`${tag}/search/?q=${encodeURIComponent(query)}`)
  await page.locator('.search__results .search__link').first().waitFor()
  const { [tag]: said = '' } = {
    ar: 'نت',
    he: 'תוצא',
    de: 'Ergebnis',
    ja: '検索結果',
    'zh-cn': '找到',
  }
  await page.waitForFunction(
    (word) => document.querySelector('.search__status')?.textContent.includes(word),
    said,
  )
  expect((await page.locator('.search__link').allInnerTexts()).join('\n')).toContain(title)
})
