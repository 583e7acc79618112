/** How far a reader is, told where they are: beside the pages, at the phase, on the checklist. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { builtSite } from '../support/built-site.ts'
import { settled, visitorOf } from '../support/visitor.ts'

const visitor = visitorOf(await builtSite('own'))

/** A page of a reader who has ticked some steps before. */
async function begun(
  path: string,
  done: readonly string[],
  options: Parameters<typeof visitor.newPage>[0] & { services?: string } = {},
): Promise<Page> {
  const { services, ...rest } = options
  const page = await visitor.newPage(rest)
  const progress = { format: 'passerelle-progress', version: 1, docset: 'fasttrack', done }
  const kept = { 'passerelle-progress-fasttrack': JSON.stringify(progress) }
  const scope = services === undefined ? {} : { 'passerelle-services-fasttrack': services }
  await page.addInitScript(
    (all) => {
      // Once: the page changes it later.
      if (localStorage.length) return
      for (const [key, value] of Object.entries(all)) localStorage.setItem(key, value)
    },
    { ...kept, ...scope },
  )
  await page.goto(visitor.url + path)
  return page
}

const entry = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Pages of this guide' }).getByRole('link', { name })

describe('a reader who has begun', () => {
  test('sees beside each page how many of its steps are done, as they tick', async () => {
    const page = await begun('en/fasttrack/assess/', ['gather-data'])
    await entry(page, /^Assess 1 of 9 steps done$/).waitFor()
    await expect.poll(() => entry(page, /^Remediate/).innerText()).toContain('0/3')
    await page.getByRole('checkbox', { name: 'Done: Plan for success' }).press('Space')
    await entry(page, /^Assess 2 of 9 steps done$/).waitFor()
    // A page above others counts theirs, one without steps says nothing.
    await expect.poll(() => entry(page, /^Enable/).innerText()).toContain('0/77')
    await expect.poll(() => entry(page, /^Who does what/).innerText()).toBe('Who does what')
  })

  test('goes on from there with the next step', async () => {
    const page = await begun('en/fasttrack/responsibilities/', ['gather-data'])
    const line = page.locator('.sidebar__progress')
    await line.waitFor()
    await expect.poll(() => line.innerText()).toContain('1 of 106 steps done')
    await line.getByRole('link').press('Enter')
    await page.locator('[aria-current=location] .step__title').waitFor()
    await expect.poll(() => page.url()).toContain('/en/fasttrack/assess/#')
  })

  test('sees at the phase of a page how far each phase is', async () => {
    const page = await begun('en/fasttrack/assess/', ['gather-data', 'plan-success'])
    const phases = page.getByRole('navigation', { name: 'Current phase' })
    await phases.getByRole('link', { name: '2 Assess 2 of 9 steps done' }).waitFor()
    await expect.poll(() => phases.getByRole('listitem').count()).toBe(5)
  })

  test('sees only the steps of their services counted', async () => {
    const page = await begun('en/fasttrack/teams/', ['gather-data'], {
      services: '?services=yammer',
    })
    const line = page.locator('.sidebar__progress')
    await line.waitFor()
    const total = Number(/of (\d+)/.exec(await line.innerText())?.[1])
    expect(total).toBeGreaterThan(0)
    expect(total).toBeLessThan(106)
    await expect.poll(() => entry(page, /^Microsoft Teams/).innerText()).toBe('Microsoft Teams')
  })

  test('reads the count in the language of the page', async () => {
    const page = await begun('fr-fr/fasttrack/assess/', ['gather-data'])
    const line = page.locator('.sidebar__progress')
    await line.waitFor()
    await expect.poll(() => line.innerText()).toContain('1 étape faite sur 106')
  })

  test.each(['light', 'dark'] as const)(
    'meets no accessibility violation, %s',
    async (colorScheme) => {
      const page = await begun('en/fasttrack/assess/', ['gather-data', 'plan-success'], {
        colorScheme,
        viewport: { width: 320, height: 800 },
      })
      await page.locator('.current-phase__done').first().waitFor()
      expect(await violations(page)).toEqual([])
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(320)
    },
  )
})

describe('a reader who has not begun', () => {
  test('sees no progress, and nothing is fetched for it', async () => {
    const page = await visitor.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(`${visitor.url}en/fasttrack/assess/`, { waitUntil: 'networkidle' })
    await settled(page)
    expect(await page.locator('.sidebar__progress, .current-phase__done').count()).toBe(0)
    expect(asked.filter((url) => url.includes('progress.json'))).toEqual([])
  })
})

describe('the first tick of a reader', () => {
  test('shows at once beside the pages, at the phase and as the next step', async () => {
    const page = await visitor.open('fr-fr/fasttrack/assess/')
    await page.locator('.tick > input').first().press('Space')
    await page.locator('.sidebar a[aria-current=page] .sidebar__done', { hasText: '1/9' }).waitFor()
    await page.locator('.current-phase__done', { hasText: '1/9' }).waitFor()
    const line = page.locator('.sidebar__progress')
    await expect.poll(() => line.innerText()).toContain('1 étape faite sur 106')
    await expect.poll(() => page.locator('.sidebar__progress').count()).toBe(1)
  })

  test('shows at once on the home page that is open beside', async () => {
    const page = await visitor.open('en/fasttrack/assess/')
    const home = await page.context().newPage()
    await home.goto(`${visitor.url}en/`)
    await page.locator('.tick > input').first().press('Space')
    const line = home.locator('.continue', { hasText: '1 of 106 steps done' })
    await line.waitFor()
    await page.locator('.tick > input').first().press('Space')
    await home.locator('.continue').first().waitFor({ state: 'hidden' })
  })
})

test('a step that is done is struck through and its parties are dimmed', async () => {
  const page = await begun('en/fasttrack/teams/', [])
  const step = page.locator('.step:has(.party)').first()
  const looks = () =>
    step.evaluate((item) => {
      const party = getComputedStyle(item.querySelector('.party')!)
      const title = getComputedStyle(item.querySelector('.step__title')!)
      return [party.fontWeight, title.textDecorationLine]
    })
  await expect.poll(looks).toEqual(['600', 'none'])
  await step.getByRole('checkbox').press('Space')
  await expect.poll(looks).toEqual(['400', 'line-through'])
})

test('the checklist marks the step that is next', async () => {
  const page = await begun('en/fasttrack/checklist/customer/', [])
  const steps = page.locator('.checklist__step')
  const next = page.locator('.checklist__step[aria-current=step]')
  await steps.nth(0).getByRole('checkbox').press('Space')
  await expect.poll(() => next.count()).toBe(1)
  await expect.poll(() => next.innerText()).toBe(await steps.nth(1).innerText())
})
