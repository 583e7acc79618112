/** Where the focus is, for who goes through a page with the Tab key. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { builtSite } from '../support/built-site.ts'
import { visitorOf } from '../support/visitor.ts'

const folder = await builtSite('own')

describe('a screen reader user', () => {
  const { open } = visitorOf(folder)

  test('hears the title of a heading and of a step once, and then what can be done there', async () => {
    const page = await open('en/fasttrack/assess/')
    const heading = page.getByRole('heading', { level: 2 }).first()
    const title = await heading.evaluate(({ firstChild }) => firstChild?.textContent?.trim())
    expect(title).toBeTruthy()
    expect(await heading.ariaSnapshot()).toContain(`- heading "${title}"`)
    const step = await page.locator('#gather-data').ariaSnapshot()
    const texts = step.split('\n').filter((line) => /^\s*- (?:text|strong|paragraph):/.test(line))
    expect(texts.filter((text) => text.includes('Gather data'))).toHaveLength(1)
  })
})

describe('a reader who uses the Tab key', () => {
  const { open } = visitorOf(folder)

  test.each(['fr-fr/fasttrack/responsibilities/', 'fr-fr/translation/'])(
    'and back finds no link of %s behind the head of its table',
    async (address) => {
      const page = await open(address, { viewport: { width: 1280, height: 720 } })
      const hidden: string[] = []
      for (let pressed = 0; pressed < 80; pressed++) {
        await page.keyboard.press('Shift+Tab')
        const link = await coveredLink(page)
        if (link) hidden.push(link)
      }
      expect(hidden).toEqual([])
    },
  )

  test('sees the whole ring around links in the columns that scroll', async () => {
    const page = await open('fr-fr/fasttrack/assess/', { viewport: { width: 1440, height: 900 } })
    for (const column of ['.reading__sidebar', '.toc .disclosure__body']) {
      const box = page.locator(column)
      const links = await box.locator('a').all()
      expect(links.length).toBeGreaterThan(2)
      for (const link of links) {
        await link.focus()
        await page.keyboard.press('Shift')
        const ring = await ringOf(page)
        const room = await box.evaluate((item) => {
          const { left, right } = item.getBoundingClientRect()
          return { left, right }
        })
        expect(ring.width).toBeGreaterThanOrEqual(2)
        expect(ring.left).toBeGreaterThanOrEqual(room.left)
        expect(ring.right).toBeLessThanOrEqual(room.right)
      }
    }
  })
})

describe('a reader with a phone and a keyboard', () => {
  const { open } = visitorOf(folder)
  const kinds = [
    'en/',
    'fr-fr/fasttrack/assess/',
    'fr-fr/fasttrack/assess/original/',
    'en/fasttrack/responsibilities/',
    'en/fasttrack/checklist/customer/',
    'en/live-edu/print/',
    'go/fasttrack/',
    'en/search/',
    'fr-fr/translation/',
    'en/404.html',
  ]

  test.each(kinds.flatMap((path) => [390, 320].map((width) => [path, width] as const)))(
    'sees on %s what has the focus, %i pixels wide, there and back',
    async (path, width) => {
      const page = await open(path, { viewport: { width, height: 640 } })
      for (const key of ['Tab', 'Shift+Tab']) {
        const hidden: string[] = []
        for (let pressed = 0; pressed < 45; pressed++) {
          await page.keyboard.press(key)
          const control = await underHeader(page)
          if (control) hidden.push(control)
        }
        expect(hidden, key).toEqual([])
      }
    },
  )
})

/** What has the focus, if all of it is under the header or out of the window. */
function underHeader(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const control = document.activeElement
    const header = document.querySelector('.site-header')
    if (!control || control === document.body || header?.contains(control)) return undefined
    const { top, bottom, left, height } = control.getBoundingClientRect()
    const end =
      header && getComputedStyle(header).position === 'sticky'
        ? header.getBoundingClientRect().bottom
        : 0
    const isFree = height > 0 && bottom > end + 1 && top < innerHeight - 1
    // The link that skips the header lies on it.
    const isSeen = isFree || control.contains(document.elementFromPoint(left + 9, top + 9))
    return isSeen ? undefined : `${control.outerHTML.slice(0, 80)} at ${top}–${bottom}`
  })
}

/** The text of the link that has the focus, if its first line is under something else. */
function coveredLink(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const link = document.activeElement
    const [line] = link?.getClientRects() ?? []
    if (!line || !link?.closest('tbody')) return undefined
    const on = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2)
    const isSeen = on && (link.contains(on) || on.contains(link) || !!on.closest('.tick'))
    return isSeen ? undefined : link.textContent.trim()
  })
}

/** How thick the ring around the focus is, and how far it reaches. */
function ringOf(page: Page): Promise<{ width: number; left: number; right: number }> {
  return page.evaluate(() => {
    const link = document.activeElement!
    const { left, right } = link.getBoundingClientRect()
    const { outlineWidth, outlineOffset, outlineStyle } = getComputedStyle(link)
    const width = outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth)
    const out = width + Number.parseFloat(outlineOffset)
    return { width, left: left - out, right: right + out }
  })
}
