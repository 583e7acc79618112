/** Seventy questions that readers type, asked on the real site in a real browser. */
import { expect, test } from 'vitest'
import questions from '../search/questions.json' with { type: 'json' }
import { builtSite } from '../support/built-site.ts'
import { visitorOf } from '../support/visitor.ts'

/** How many questions must have their answer among the first three results, and how many as the first. */
const [among, first] = [67, 58]

const all = Object.entries(questions).flatMap(([locale, list]) =>
  list.map((question) => ({ ...question, path: locale.toLowerCase() })),
)
const visitor = visitorOf(await builtSite('own'))

test(`a reader’s question has its answer among the first three results, for ${among} of ${all.length}, and first for ${first}`, async () => {
  expect(all).toHaveLength(70)
  const page = await visitor.newPage()
  const missed: string[] = []
  const places: number[] = []
  for (const { ask, answers, path } of all) {
    await page.goto(`${visitor.url}${path}/search/?q=${encodeURIComponent(ask)}`)
    await page.getByRole('status').filter({ hasText: ask }).waitFor()
    const links = page.locator('.search__page > .search__hit > .search__link')
    const results = await links.evaluateAll((some) => some.map((link) => link.getAttribute('href')))
    const wanted = answers.map((answer) => `/${path}/${answer}`)
    const place = results.findIndex((address) => address && wanted.includes(address))
    places.push(place)
    if (place >= 0 && place < 3) continue
    missed.push(`“${ask}”: ${place < 0 ? 'not found' : `place ${place + 1}`}, first ${results[0]}`)
  }
  const answered = all.length - missed.length
  const atOnce = places.filter((place) => place === 0).length
  console.log([`${answered} of ${all.length}, ${atOnce} first`, ...missed].join('\n  '))
  expect(answered).toBeGreaterThanOrEqual(among)
  expect(atOnce).toBeGreaterThanOrEqual(first)
})

test('the answers are pages and steps that exist', async () => {
  const page = await visitor.newPage()
  const missing: string[] = []
  for (const answer of new Set(
    all.flatMap((item) => item.answers.map((to) => `${item.path}/${to}`)),
  )) {
    await page.goto(visitor.url + answer)
    const { hash } = new URL(page.url())
    if (hash && !(await page.locator(`.step${hash}`).count())) missing.push(answer)
    if (!(await page.locator('article, .checklist').count())) missing.push(answer)
  }
  expect(missing).toEqual([])
})
