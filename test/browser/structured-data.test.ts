/** What pages say of themselves to search engines, as a browser gets it under our policy. */
import { expect, test } from 'vitest'
import { builtSite } from '../support/built-site.ts'
import { visitorOf } from '../support/visitor.ts'

const { newPage, url } = await visitorFor()

interface Node {
  '@type': string | string[]
  url?: string
  inLanguage?: string
  itemListElement?: { name: string; item?: string }[]
  step?: { name: string; url: string }[]
}

test.each(['en/fasttrack/assess/', 'fr-fr/fasttrack/assess/', 'fr-fr/manual/write/'])(
  '%s says where it is and which steps it has, and the policy has nothing against it',
  async (path) => {
    const page = await newPage()
    const refused: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text())
    })
    await page.goto(url() + path)
    const texts = await page.locator('head script[type="application/ld+json"]').allTextContents()
    expect(texts).toHaveLength(1)
    const { '@graph': graph } = JSON.parse(texts[0] ?? '') as { '@graph': Node[] }
    const [trail, article] = graph
    // Search engines do not need the first one, home.
    const [, ...shown] = await page.locator('.breadcrumbs li').allTextContents()
    const heading = await page.locator('h1').evaluate((title) => title.firstChild?.textContent)
    expect(trail?.itemListElement?.map(({ name }) => name)).toEqual(
      [...shown, heading ?? ''].map((text) => text.trim()),
    )
    const canonical = await page.locator('link[rel="canonical"]').getAttribute('href')
    expect(article?.url).toBe(canonical)
    expect(article?.inLanguage).toBe(path.startsWith('fr') ? 'fr-FR' : 'en')
    const ids = await page.locator('.prose .step').evaluateAll((steps) => steps.map(({ id }) => id))
    expect(article?.step?.map((step) => step.url) ?? []).toEqual(
      ids.map((id) => `${canonical}#${id}`),
    )
    expect([article?.['@type']].flat().includes('HowTo')).toBe(ids.length > 0)
    expect(refused).toEqual([])
  },
)

async function visitorFor() {
  const visitor = visitorOf(await builtSite('own'))
  return { newPage: visitor.newPage, url: () => visitor.url }
}
