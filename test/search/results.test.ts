import { expect, test } from 'vitest'
import { textOf } from '#src/search/excerpt.ts'
import { type EnginePage, type EnginePart, foundPage } from '#src/search/results.ts'

const page = (parts: EnginePart[], meta: Record<string, string> = {}): EnginePage => ({
  url: '/fr-fr/guide/',
  excerpt: 'Début de la page.',
  meta: { title: 'Guide', ...meta },
  sub_results: parts,
})

const part = (title: string, weight: number, element?: string): EnginePart => ({
  title,
  url: element ? `/fr-fr/guide/#${title}` : '/fr-fr/guide/',
  excerpt: `${title}. Un <mark>mot</mark>.`,
  ...(element && { anchor: { element } }),
  weighted_locations: [{ balanced_score: weight }],
})

test('of a page only the three best parts are shown, the best first', () => {
  const parts = [part('a', 1, 'h2'), part('b', 9, 'h2'), part('c', 5, 'h3'), part('d', 7, 'h2')]
  const headings = foundPage(page(parts)).parts.map(({ heading }) => textOf(heading))
  expect(headings).toEqual(['b', 'd', 'c'])
})

test('what stands before the first heading is the page’s own excerpt', () => {
  for (const start of [part('Guide', 2), part('Guide', 2, 'h1')]) {
    const found = foundPage(page([start, part('a', 1, 'h2')]))
    expect(textOf(found.excerpt)).toBe('Un mot.')
    expect(found.parts).toHaveLength(1)
  }
})

test('a page whose title alone has the word shows how it begins', () => {
  expect(textOf(foundPage(page([])).excerpt)).toBe('Début de la page.')
})

test('a page says its place, and a docset’s first page has none', () => {
  expect(foundPage(page([], { breadcrumb: "FastTrack › L'offre" })).place).toBe(
    'FastTrack › L’offre',
  )
  expect(foundPage(page([])).place).toBe('')
})
