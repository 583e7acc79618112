/** What a printed step says of where it is: a short address, to type or to scan. */
import jsQr from 'jsqr'
import type { Locator } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { builtSite } from '../support/built-site.ts'
import { visitorOf } from '../support/visitor.ts'

const { open } = visitorOf(await builtSite('own'))
const whole = 'fr-fr/live-edu/print/'

/** What a camera reads. */
async function scan(code: Locator): Promise<string | undefined> {
  const image = sharp(await code.screenshot()).ensureAlpha()
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  return jsQr(new Uint8ClampedArray(data), info.width, info.height)?.data
}

describe.each(['light', 'dark'] as const)('a printed step, from a %s screen', (colorScheme) => {
  test('can be scanned, and typed', async () => {
    const page = await open(whole, { colorScheme, javaScriptEnabled: false, deviceScaleFactor: 3 })
    await page.emulateMedia({ media: 'print' })
    const places = page.locator('.step > .paper-address')
    await expect.poll(() => places.count()).toBe(await page.locator('.step').count())
    const first = places.first()
    const address = await first.innerText()
    expect(address).toMatch(/^passerelle\.example\/go\/live-edu\/[a-z-]+$/)
    expect(await scan(first.locator('.qr'))).toBe(`https://${address}/`)
  })
})

test('is not on the screen', async () => {
  const page = await open(whole)
  expect(await page.locator('.paper-address:visible').count()).toBe(0)
  expect(await violations(page)).toEqual([])
})

test('a printed checklist has a place for name and date, its own address, and that of each step', async () => {
  const page = await open('en/fasttrack/checklist/customer/', { deviceScaleFactor: 3 })
  await page.emulateMedia({ media: 'print' })
  await expect
    .poll(() => page.locator('.checklist__signature').innerText())
    .toMatch(/Name:\s+Date:/)
  expect(await scan(page.locator('main > .paper-address .qr'))).toBe(
    'https://passerelle.example/en/fasttrack/checklist/customer/',
  )
  const step = page.locator('.checklist__step', { hasText: 'Gather data about your environment' })
  await expect
    .poll(() => step.locator('.paper-address').innerText())
    .toBe('passerelle.example/go/fasttrack/gather-data')
})
