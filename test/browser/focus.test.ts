/** Where the focus is, for who goes through a page with the Tab key. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { builtSite } from '../support/built-site.ts'
import { visitorOf } from '../support/visitor.ts'

const folder = await builtSite('own')

describe('a reader by ear', () => {
  const { open } = visitorOf(folder)

  test('hears the title of a heading and of a step once, and then what can be done there', async () => {
    const page = await open('en/fasttrack/assess/')
    const heading = page.getByRole('heading', { level: 2 }).first()
    const title = await heading.evaluate(({ firstChild }) => firstChild?.textContent?.trim())
    expect(title).toBeTruthy()
    expect(await heading.ariaSnapshot()).toContain(`- heading "${title} Copy link"`)
    const step = await page.locator('#gather-data').ariaSnapshot()
    const texts = step.split('\n').filter((line) => /^\s*- (?:text|strong|paragraph):/.test(line))
    expect(texts.filter((text) => text.includes('Gather data'))).toHaveLength(1)
  })
})

describe('a reader who goes by the Tab key', () => {
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
    for (const column of ['.reading__navigation', '.contents .fold__body']) {
      const box = page.locator(column)
      const links = await box.locator('a').all()
      expect(links.length).toBeGreaterThan(2)
      for (const link of links) {
        await link.focus()
        await page.keyboard.press('Shift')
        const ring = await ringOf(page)
        const room = await box.evaluate((one) => {
          const { left, right } = one.getBoundingClientRect()
          return { left, right }
        })
        expect(ring.width).toBeGreaterThanOrEqual(2)
        expect(ring.left).toBeGreaterThanOrEqual(room.left)
        expect(ring.right).toBeLessThanOrEqual(room.right)
      }
    }
  })
})

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
