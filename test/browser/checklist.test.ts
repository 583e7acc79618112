/** The checklist of one party: what is next, as the reader ticks. */
import { describe, expect, test } from 'vitest'
import { builtSite } from '../support/built-site.ts'
import { visitorOf } from '../support/visitor.ts'

const { open } = visitorOf(await builtSite('own'))
const customer = 'en/fasttrack/checklist/customer/'

describe('a reader with a checklist', () => {
  test('is told the next step, which no optional one holds up', async () => {
    const page = await open(customer)
    const line = page.locator('.next-step')
    const next = line.getByRole('link')
    const steps = page.locator('.checklist__step')
    const titleAt = (index: number) => steps.nth(index).getByRole('link').innerText()
    await expect.poll(() => next.innerText()).toBe(await titleAt(0))

    await steps.nth(0).getByRole('checkbox').check()
    await expect.poll(() => next.innerText()).toBe(await titleAt(1))
    await page.reload()
    await expect.poll(() => next.innerText()).toBe(await titleAt(1))

    const optional = steps.filter({ has: page.locator('.step__optional') }).first()
    const place = await optional.evaluate((item) =>
      [...document.querySelectorAll('.checklist__step')].indexOf(item),
    )
    for (let position = 1; position < place; position++)
      await steps.nth(position).getByRole('checkbox').check()
    await expect.poll(() => next.innerText()).toBe(await titleAt(place + 1))

    await next.click()
    await page.locator('[aria-current=location] .step__title').waitFor()
  })

  test('is told when all is done, and has no link to nowhere then', async () => {
    const page = await open('en/live-edu/checklist/support/')
    for (const box of await page.getByRole('checkbox').all()) await box.check()
    const line = page.locator('.next-step')
    await expect.poll(async () => (await line.innerText()).trim()).toBe('All steps are done.')
    expect(await line.getByRole('link').count()).toBe(0)
  })

  test('sees no empty line where the browser keeps nothing, or has no script', async () => {
    const page = await open(customer, { javaScriptEnabled: false })
    expect(await page.locator('.next-step').isVisible()).toBe(false)
  })
})

describe('a reader who has begun', () => {
  test('is told on the home page how far, and goes on with the next step', async () => {
    const page = await open('en/fasttrack/assess/')
    const line = page.locator('.card .continue').first()
    await page.getByRole('checkbox').first().check()
    await page.goto(page.url().replace('en/fasttrack/assess/', 'fr-fr/'))
    await line.waitFor()
    await expect.poll(() => line.innerText()).toContain('1 étape faite sur 106')
    await line.getByRole('link').press('Enter')
    await page.waitForURL(/fr-fr\/fasttrack\/assess\/#/)
    const here = page.locator('[aria-current=location] .step__title')
    await here.waitFor()
  })

  test('is told nothing before the first tick', async () => {
    const page = await open('en/')
    expect(await page.locator('.continue:visible').count()).toBe(0)
  })
})
