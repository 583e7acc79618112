/** Each construct of docfx as readers get it: `examples/docfx` has all of them, in two languages. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { builtSite } from '../support/built-site.ts'
import { settled, visitorOf } from '../support/visitor.ts'

const { open } = visitorOf(await builtSite('docfx'))

const constructs = ['boxes', 'code', 'faq', 'formulas', 'more', 'tabs', 'tutorial', 'zones']
const pages = [
  ...constructs.flatMap((slug) => [`en-us/guide/${slug}/`, `fr-fr/guide/${slug}/`]),
  'en-us/guide/print/',
  'fr-fr/guide/print/',
]
const withOriginal = ['boxes', 'code', 'formulas', 'tabs', 'zones'].map(
  (slug) => `fr-fr/guide/${slug}/original/`,
)

/** How much wider than its window a page is. */
function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}

/** Elements of the content with words that take up no room: nobody can read those. */
function unreadable(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.prose *')].flatMap((element) => {
      const words = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      )
      const closed = element.closest('details:not([open])')
      const isFolded = closed && !element.closest('summary') && !matchMedia('print').matches
      if (!words || isFolded || element.closest('button, select, template, .player__ask')) return []
      const { width, height } = element.getBoundingClientRect()
      return width > 0 && height > 0 ? [] : [element.outerHTML]
    }),
  )
}

/** Docfx’s own signs in the words of the page, outside code. */
function leftovers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const copy = document.querySelector('main')!.cloneNode(true) as HTMLElement
    for (const code of copy.querySelectorAll('code, pre')) code.remove()
    return copy.textContent.match(/\[!\w+|:::|#tab\/|xref:|\$\$|ms\.date/g) ?? []
  })
}

describe('a page on a phone or a dark screen', () => {
  const dim = (page: Page) =>
    page
      .locator('.prose img')
      .evaluateAll((all) => all.map((item) => getComputedStyle(item).filter))

  test('a phone shows of its place home and what is just above the page, on one line', async () => {
    const page = await open('en-us/guide/boxes/', { viewport: { width: 390, height: 900 } })
    const places = page.locator('.breadcrumbs li:visible')
    expect(await places.count()).toBeLessThanOrEqual(2)
    const tops = await places.evaluateAll((all) =>
      all.map((item) => item.getBoundingClientRect().top),
    )
    expect(new Set(tops).size).toBe(1)
  })

  test('pictures are dimmed on a dark page only', async () => {
    const light = await open('en-us/guide/boxes/', { colorScheme: 'light' })
    expect(new Set(await dim(light))).toEqual(new Set(['none']))
    const dark = await open('en-us/guide/boxes/', { colorScheme: 'dark' })
    expect(new Set(await dim(dark))).toEqual(new Set(['brightness(0.82)']))
  })
})

describe('without script', () => {
  test.each([...pages, ...withOriginal])('%s has every word in sight', async (path) => {
    const page = await open(path, {
      javaScriptEnabled: false,
      viewport: { width: 390, height: 900 },
    })
    expect(await unreadable(page)).toEqual([])
    expect(await leftovers(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
  })
})

describe('on paper', () => {
  test.each([...pages, ...withOriginal])(
    '%s has every word, and nothing to press',
    async (path) => {
      const page = await open(path)
      await settled(page)
      await page.emulateMedia({ media: 'print' })
      await expect.poll(() => unreadable(page)).toEqual([])
      await expect
        .poll(() =>
          page.locator('main').locator('button, select').filter({ visible: true }).count(),
        )
        .toBe(0)
    },
  )
})

describe.each([320, 390, 1440])('in a window of %i px', (width) => {
  test.each([...pages, ...withOriginal])('%s does not scroll horizontally', async (path) => {
    const page = await open(path, { viewport: { width, height: 900 } })
    await settled(page)
    expect(await sidewaysScroll(page)).toBe(0)
  })
})

describe('axe', () => {
  test.each([...pages, ...withOriginal])('finds nothing on %s, light and dark', async (path) => {
    const page = await open(path, { viewport: { width: 390, height: 900 } })
    await settled(page)
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await violations(page)).toEqual([])
      }
    }
  })
})

describe('from the keyboard', () => {
  test.each(pages)(
    'Tab goes to everything on %s that can be pressed, and shows where it is',
    async (path) => {
      const page = await open(path)
      await settled(page)
      const wanted = await page.evaluate(() => {
        const controls = 'a[href], button, select, summary, input'
        const all = [
          ...document.querySelectorAll<HTMLElement>('main :is(' + controls + ')'),
        ].filter(
          (element) =>
            element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }),
        )
        all.forEach((element, index) => (element.dataset['seen'] = String(index)))
        document.querySelector<HTMLElement>('main')!.focus()
        return all.length
      })
      const reached = new Set<string>()
      for (let presses = 0; presses < wanted + 40 && reached.size < wanted; presses++) {
        await page.keyboard.press('Tab')
        const [name, isShown] = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement
          const { outlineStyle, outlineWidth } = getComputedStyle(element)
          return [
            element.dataset['seen'],
            outlineStyle !== 'none' && outlineWidth !== '0px',
          ] as const
        })
        if (name === undefined) continue
        expect(isShown, `the focus on element ${name} is shown`).toBe(true)
        reached.add(name)
      }
      expect(reached.size).toBe(wanted)
    },
  )

  test('the description of a complex picture opens and closes', async () => {
    const page = await open('en-us/guide/zones/')
    const description = page.getByText('The list stands at the left, the note at the right.')
    const summary = page.locator('.prose summary').last()
    expect(await description.isVisible()).toBe(false)
    await summary.focus()
    await page.keyboard.press('Enter')
    await description.waitFor()
    await page.keyboard.press('Space')
    await description.waitFor({ state: 'hidden' })
  })
})

describe('formulas', () => {
  test.each(['en-us/guide/formulas/', 'fr-fr/guide/formulas/original/', 'fr-fr/guide/print/'])(
    'of %s are drawn in the letters of the page, the long one by itself',
    async (path) => {
      const page = await open(path)
      const style = (selector: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((element) => {
            const { fontStyle, textTransform, overflowX } = getComputedStyle(element)
            return { fontStyle, textTransform, overflowX }
          })
      expect(await style('math mi')).toMatchObject({ fontStyle: 'italic', textTransform: 'none' })
      expect(await style('.math')).toMatchObject({ overflowX: 'auto' })
    },
  )
})
