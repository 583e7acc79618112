/** A video of another site: a link, and a player that the reader asks for. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { builtSite } from '../support/built-site.ts'
import { settled, visitorOf } from '../support/visitor.ts'

const visitor = visitorOf(await builtSite('docfx'))
const path = 'en-us/guide/formulas/'

/** Hosts that a page asks for something, from before it is opened. */
async function watched(): Promise<{ page: Page; asked: Set<string> }> {
  const page = await visitor.newPage()
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).host))
  await page.goto(visitor.url + path)
  await settled(page)
  return { page, asked }
}

describe('a video', () => {
  test('is a link that says where it leads', async () => {
    const page = await visitor.open(path, { javaScriptEnabled: false })
    const link = page.locator('.embeddedvideo').getByRole('link', { name: 'Video on youtube.com' })
    await expect
      .poll(() => link.getAttribute('href'))
      .toBe('https://www.youtube-nocookie.com/embed/notes-speed?rel=0')
    expect(await page.locator('.embeddedvideo').getByRole('button').count()).toBe(0)
  })

  test('plays in the page when the reader presses the button by keyboard, and loads nothing before', async () => {
    const { page, asked } = await watched()
    const button = page.getByRole('button', { name: 'Play it here' })
    await page.getByText('This loads the player from www.youtube-nocookie.com.').waitFor()
    expect(await violations(page)).toEqual([])
    expect([...asked]).toEqual([new URL(visitor.url).host])
    await button.focus()
    await page.keyboard.press('Enter')
    const frame = page.locator('iframe')
    await frame.waitFor()
    await expect.poll(() => frame.getAttribute('title')).toBe('Video on youtube.com')
    await expect.poll(() => asked.has('www.youtube-nocookie.com')).toBe(true)
    await expect.poll(() => page.locator('.embeddedvideo').getByRole('link').count()).toBe(1)
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME')
  })

  test('of a host that `players` does not list stays a link, and the policy blocks its frame', async () => {
    const page = await visitor.open(path)
    const blocked = await page.evaluate(
      () =>
        new Promise<string>((done) => {
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
            done(effectiveDirective),
          )
          const frame = document.createElement('iframe')
          frame.src = 'https://other.example/'
          document.body.append(frame)
        }),
    )
    expect(blocked).toBe('frame-src')
  })

  test('adds its script only to pages that have one', async () => {
    const count = async (address: string) =>
      (await visitor.open(address)).locator('[data-players]').count()
    expect(await count(path)).toBe(1)
    expect(await count('en-us/guide/tabs/')).toBe(0)
  })
})
