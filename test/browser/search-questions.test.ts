/** Forty questions that readers type, asked on the real site in a real browser. */
import { expect, test } from 'vitest'
import questions from '../search/questions.json' with { type: 'json' }
import { builtSite } from '../support/built-site.ts'
import { visitorOf } from '../support/visitor.ts'

/** How many of the first results may hold the answer, and how many questions must be answered. */
const [first, enough] = [3, 36]

const all = Object.entries(questions).flatMap(([locale, list]) =>
  list.map((question) => ({ ...question, path: locale.toLowerCase() })),
)
const visitor = visitorOf(await builtSite('own'))

test(`a reader’s question has its answer among the first ${first} results, for ${enough} of ${all.length}`, async () => {
  expect(all).toHaveLength(40)
  const page = await visitor.newPage()
  const missed: string[] = []
  for (const { ask, answers, path } of all) {
    await page.goto(`${visitor.url}${path}/search/?q=${encodeURIComponent(ask)}`)
    await page.getByRole('status').filter({ hasText: ask }).waitFor()
    const links = page.locator('.search__page > .search__hit > .search__link')
    const results = await links.evaluateAll((some) => some.map((link) => link.getAttribute('href')))
    const wanted = answers.map((answer) => `/${path}/${answer}`)
    const place = results.findIndex((address) => address && wanted.includes(address))
    if (place >= 0 && place < first) continue
    missed.push(`“${ask}”: ${place < 0 ? 'not found' : `place ${place + 1}`}, first ${results[0]}`)
  }
  console.log([`${all.length - missed.length} of ${all.length}`, ...missed].join('\n  '))
  expect(all.length - missed.length).toBeGreaterThanOrEqual(enough)
}, 120_000)

test('the answers are pages and steps that exist', async () => {
  const page = await visitor.newPage()
  const missing: string[] = []
  for (const answer of new Set(
    all.flatMap((item) => item.answers.map((to) => `${item.path}/${to}`)),
  )) {
    await page.goto(visitor.url + answer)
    const { hash } = new URL(page.url())
    if (hash && !(await page.locator(`.step${hash}`).count())) missing.push(answer)
    if (!(await page.locator('article').count())) missing.push(answer)
  }
  expect(missing).toEqual([])
}, 120_000)
