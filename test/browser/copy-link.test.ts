/** A support agent copies the link to a step; a customer opens it. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { builtSite } from '../support/built-site.ts'
import { visitorOf } from '../support/visitor.ts'

const visitor = visitorOf(await builtSite('own'))
const { open } = visitor
const assess = 'fr-fr/fasttrack/assess/'
const permissions = ['clipboard-read', 'clipboard-write']

const linkAt = (page: Page, title: RegExp) =>
  page.getByRole('link', {
    name: new RegExp(`^(?:Copier le lien|Copy link)\\s?: ${title.source}`),
  })

const panelOf = (page: Page) => page.getByRole('dialog')
const saidBy = (page: Page) => panelOf(page).getByRole('status')

function clipboard(page: Page, type: 'text/plain' | 'text/html'): Promise<string> {
  return page.evaluate(async (wanted) => {
    const [item] = await navigator.clipboard.read()
    return (await item!.getType(wanted)).text()
  }, type)
}

/** What has the focus and is seen whole below the header. */
function placeInFront(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const { activeElement } = document
    const { top, bottom } = activeElement!.getBoundingClientRect()
    const header = document.querySelector('header')!.getBoundingClientRect()
    return top >= header.bottom && bottom <= innerHeight ? activeElement!.id : undefined
  })
}

describe('copying', () => {
  test('one press copies the link to a step for any language, as text and as a link', async () => {
    const page = await open(assess, { permissions })
    await linkAt(page, /Recueillez les données/).click()
    await saidBy(page).filter({ hasText: 'Copié' }).waitFor()
    const address = `${visitor.url}go/fasttrack/gather-data/`
    await expect.poll(() => clipboard(page, 'text/plain')).toBe(address)
    await expect
      .poll(() => clipboard(page, 'text/html'))
      .toMatch(
        new RegExp(`<a href="${address}"[^>]*>Recueillez les données de votre environnement</a>`),
      )
    // The page stays where it was.
    expect(page.url()).toBe(visitor.url + assess)
  })

  test('beside its original a step has the links of its page, and is named in the page’s own words', async () => {
    const page = await open(`${assess}original/`, { permissions })
    await linkAt(page, /Recueillez les données/).click()
    await saidBy(page).filter({ hasText: 'Copié' }).waitFor()
    await expect
      .poll(() => clipboard(page, 'text/plain'))
      .toBe(`${visitor.url}go/fasttrack/gather-data/`)
    await panelOf(page).getByRole('button').nth(1).click()
    await expect
      .poll(() => clipboard(page, 'text/plain'))
      .toBe(`${visitor.url}${assess}#gather-data`)
    await panelOf(page).getByRole('button').nth(2).click()
    await expect
      .poll(() => clipboard(page, 'text/plain'))
      .toMatch(/^Évaluation, étape 3, .*Recueillez les données de votre environnement http/)
  })

  test('all of it can be done from the keyboard, and Escape leads back', async () => {
    const page = await open('en/fasttrack/assess/', { permissions })
    const link = linkAt(page, /Gather data/)
    await link.focus()
    await page.keyboard.press('Enter')
    await saidBy(page).filter({ hasText: 'Copied' }).waitFor()
    await expect.poll(() => panelOf(page).getAttribute('aria-label')).toContain('Gather data')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => clipboard(page, 'text/plain'))
      .toBe(`${visitor.url}en/fasttrack/assess/#gather-data`)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const citation = 'Assess, step 3, Customer, FastTrack: Gather data about your environment'
    const address = `${visitor.url}go/fasttrack/gather-data/`
    await expect.poll(() => clipboard(page, 'text/plain')).toBe(`${citation} ${address}`)
    await expect
      .poll(() => clipboard(page, 'text/html'))
      .toMatch(new RegExp(`<a href="${address}"[^>]*>${citation}</a>`))
    await page.keyboard.press('Escape')
    await expect.poll(() => panelOf(page).count()).toBe(0)
    await expect.poll(() => link.evaluate((item) => item === document.activeElement)).toBe(true)
  })

  test('a heading and the page have links, too', async () => {
    const page = await open('en/fasttrack/assess/', { permissions })
    await linkAt(page, /What you have to bring/).click()
    await saidBy(page).filter({ hasText: 'Copied' }).waitFor()
    await expect
      .poll(() => clipboard(page, 'text/plain'))
      .toBe(`${visitor.url}go/fasttrack/assess/#what-you-have-to-bring`)
    await page.keyboard.press('Escape')
    await linkAt(page, /Assess$/).click()
    await expect
      .poll(() => clipboard(page, 'text/plain'))
      .toBe(`${visitor.url}go/fasttrack/assess/`)
  })

  test.each([
    assess,
    'en/manual/components/',
    'fr-fr/fasttrack/responsibilities/',
    `${assess}original/`,
  ])(
    'screen readers hear headings of %s by their words alone, without the name of the link',
    async (address) => {
      const page = await open(address)
      const links = await page
        .getByRole('link', { name: /^(?:Copier le lien|Copy link)\s?: / })
        .count()
      expect(links).toBeGreaterThan(3)
      const tree = await page.locator('main').ariaSnapshot()
      const headings = tree.split('\n').filter((line) => /^\s*- heading /.test(line))
      expect(headings.length).toBeGreaterThan(3)
      expect(headings.filter((line) => /Copier le lien|Copy link/.test(line))).toEqual([])
      expect(await page.locator(':is(h1, h2, h3, h4, h5, h6) .anchor').count()).toBe(0)
    },
  )

  test('if the browser refuses, the address can be copied by hand', async () => {
    const page = await visitor.newPage()
    await page.addInitScript(() => {
      Object.defineProperty(navigator.clipboard, 'write', {
        value: () => Promise.reject(new Error('refused')),
      })
    })
    await page.goto(visitor.url + assess)
    await linkAt(page, /Recueillez les données/).click()
    await saidBy(page).filter({ hasText: 'n’a pas été copié' }).waitFor()
    await expect
      .poll(() => page.evaluate(() => getSelection()?.toString()))
      .toBe(`${visitor.url}go/fasttrack/gather-data/`)
  })

  test('without script it is an ordinary link to the place', async () => {
    const page = await open(assess, { javaScriptEnabled: false })
    await linkAt(page, /Recueillez les données/).click()
    await expect.poll(() => page.url()).toBe(`${visitor.url}${assess}#gather-data`)
  })

  test('a new tab is the browser’s business', async () => {
    const page = await open(assess)
    const link = linkAt(page, /Recueillez les données/)
    await link.hover()
    await page.locator('.copy-link').waitFor({ state: 'attached' })
    // Whether a tab opens, and says so, is the machine's affair: asked is that the script lets go.
    await page.evaluate(() => {
      const hear = (click: Event) =>
        void setTimeout(() => (document.body.dataset.left = String(!click.defaultPrevented)))
      addEventListener('click', hear, { capture: true })
    })
    await link.click({ modifiers: ['ControlOrMeta'] })
    await page.locator('body[data-left]').waitFor({ state: 'attached' })
    await expect.poll(() => page.locator('body').getAttribute('data-left')).toBe('true')
    expect(await panelOf(page).count()).toBe(0)
  })

  test('its script is fetched when a reader comes near such a link, not before', async () => {
    const page = await visitor.newPage()
    const asked: string[] = []
    page.on('request', (request) => void asked.push(new URL(request.url()).pathname))
    await page.goto(visitor.url + assess)
    await page.waitForLoadState('networkidle')
    const before = asked.length
    expect(asked.join()).not.toMatch(/CopyLink|link\.json/)
    await linkAt(page, /Recueillez les données/).hover()
    await expect.poll(() => asked.slice(before).join()).toMatch(/CopyLink.*link\.json/)
  })

  test.each([320, 1280])('axe finds nothing in the panel at %i pixels', async (width) => {
    const page = await open(assess, { permissions, viewport: { width, height: 800 } })
    await linkAt(page, /Convenez des points/).click()
    await saidBy(page).filter({ hasText: 'Copié' }).waitFor()
    expect(await violations(page)).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(width)
    const box = await panelOf(page).boundingBox()
    const link = await linkAt(page, /Convenez des points/).boundingBox()
    expect(box!.x).toBeLessThanOrEqual(link!.x)
    expect(box!.x + box!.width).toBeGreaterThanOrEqual(link!.x)
    expect(box!.x + box!.width).toBeLessThanOrEqual(width)
    expect(box!.y).toBeGreaterThanOrEqual(0)
    expect(box!.y + box!.height).toBeLessThanOrEqual(800)
  })
})

describe('opening a copied link', () => {
  test('a step’s link copied in French opens at the English step for readers who chose English', async () => {
    const agent = await open(assess, { permissions })
    await linkAt(agent, /Recueillez les données/).click()
    await saidBy(agent).filter({ hasText: 'Copié' }).waitFor()
    const address = await clipboard(agent, 'text/plain')

    const customer = await open('', { locale: 'fr-FR' })
    await customer.getByRole('link', { name: 'English' }).click()
    await customer.waitForURL('**/en/')
    await customer.goto(address)
    await customer.waitForURL(`${visitor.url}en/fasttrack/assess/#gather-data`)
    await expect.poll(() => placeInFront(customer)).toBe('gather-data')
    const step = customer.locator(':focus')
    await expect.poll(() => step.innerText()).toContain('Gather data about your environment')
    // Marked for the eye, and told to a screen reader, which reads what has the focus.
    await expect.poll(() => step.getAttribute('aria-current')).toBe('location')
    const background = () => step.evaluate((item) => getComputedStyle(item).backgroundColor)
    const other = await customer
      .locator('#review-clients')
      .evaluate((item) => getComputedStyle(item).backgroundColor)
    await expect.poll(background).not.toBe(other)
  })

  test('the mark goes along to the next place', async () => {
    const page = await open('en/fasttrack/assess/#gather-data')
    await expect.poll(() => placeInFront(page)).toBe('gather-data')
    await page.locator('.toc a[href="#what-next"]').click()
    await expect.poll(() => placeInFront(page)).toBe('what-next')
    await expect.poll(() => page.locator('[aria-current=location]').count()).toBe(1)
  })

  test('collapsed content opens for it', async () => {
    const page = await open('en/fasttrack/assess/')
    await page.evaluate(() => {
      const inner = document.createElement('details')
      inner.append(document.createElement('summary'), document.getElementById('what-next')!)
      const outer = document.createElement('details')
      outer.append(document.createElement('summary'), inner)
      document.querySelector('.prose')!.prepend(outer)
      location.hash = 'what-next'
    })
    await expect.poll(() => placeInFront(page)).toBe('what-next')
  })

  test('a link that an address names stays within reach of the Tab key', async () => {
    const page = await open('en/fasttrack/assess/')
    await page.evaluate(() => {
      document
        .querySelector('.prose')!
        .insertAdjacentHTML('afterbegin', '<a id="ref" href="#x">1</a>')
      location.hash = 'ref'
    })
    await expect.poll(() => placeInFront(page)).toBe('ref')
    expect(await page.locator('#ref').evaluate((item) => (item as HTMLElement).tabIndex)).toBe(0)
  })

  test('an address that is damaged does no harm', async () => {
    const page = await visitor.newPage()
    await page.goto(`${visitor.url}en/fasttrack/assess/#%E0%A4%A`)
    await linkAt(page, /Gather data/).click()
    await panelOf(page).waitFor()
  })
})

describe('a support agent', () => {
  test('copies a step as a card for a ticket, in the language of the page, by keyboard', async () => {
    const page = await open('fr-fr/fasttrack/initiate/', { permissions })
    const step = page.locator('.step:has(.step__result)').first()
    const title = (await step.locator('.step__title').innerText()).replace(/\.$/, '')
    await step.locator('.anchor').press('Enter')
    await panelOf(page)
      .getByRole('button', { name: /^Copier sous forme de fiche/ })
      .press('Enter')
    await expect.poll(() => clipboard(page, 'text/plain')).toContain(` : ${title}\n`)
    const text = await clipboard(page, 'text/plain')
    expect(text).toContain('Résultat : ')
    expect(text).toMatch(/\/go\/fasttrack\/[a-z-]+\/$/)
    await expect.poll(() => clipboard(page, 'text/html')).toContain('<div lang="fr-FR">')
    await panelOf(page)
      .getByRole('button', { name: /^Copier sous forme de carte/ })
      .press('Enter')
    await expect.poll(() => clipboard(page, 'text/plain')).toContain('"AdaptiveCard"')
    const card = JSON.parse(await clipboard(page, 'text/plain')) as { lang: string }
    expect(card.lang).toBe('fr-FR')
    expect(await violations(page)).toEqual([])
  })

  test('has all cards of a guide as JSON and CSV, the same', async () => {
    const page = await open('go/')
    const files = await page.evaluate(() =>
      Promise.all(
        ['json', 'csv'].map(async (kind) => (await fetch(`/go/fasttrack/cards.${kind}`)).text()),
      ),
    )
    const { cards } = JSON.parse(files[0] ?? '') as { cards: { plain: string; language: string }[] }
    expect(cards.filter(({ language }) => language === 'fr-FR').length).toBeGreaterThan(100)
    expect(files[1]).toContain(cards[0]?.plain.split('\n')[0])
  })
})

describe('a reader', () => {
  test('copies a page as Markdown', async () => {
    const page = await open('en/fasttrack/assess/', { permissions })
    await page.locator('h1 + .anchor').press('Enter')
    await panelOf(page).getByRole('button', { name: 'Copy the page as Markdown' }).press('Enter')
    await expect.poll(() => clipboard(page, 'text/plain')).toContain('title: Assess')
    const twin = await page.evaluate(async () => (await fetch('index.md')).text())
    await expect
      .poll(async () => (await clipboard(page, 'text/plain')).replaceAll('\r', ''))
      .toBe(twin)
  })

  test('finds the Markdown of a page without script', async () => {
    const page = await open('fr-fr/fasttrack/assess/', { javaScriptEnabled: false })
    const link = page.getByRole('link', { name: 'Cette page en Markdown' })
    await expect.poll(() => link.getAttribute('href')).toBe('/fr-fr/fasttrack/assess/index.md')
  })
})
