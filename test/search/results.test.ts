import { expect, test } from 'vitest'
import { excerptText } from '#src/search/excerpt.ts'
import {
  type EnginePage,
  type EnginePart,
  readResult,
  readPageResult,
} from '#src/search/results.ts'

const page = (parts: EnginePart[], meta: Record<string, string> = {}): EnginePage => ({
  url: '/fr-fr/guide/',
  excerpt: 'Début de la page.',
  meta: { title: 'Guide', ...meta },
  sub_results: parts,
})

const part = (title: string, score: number, element?: string, weight = 1): EnginePart => ({
  title,
  url: element ? `/fr-fr/guide/#${title}` : '/fr-fr/guide/',
  excerpt: `${title}. Un <mark>mot</mark>.`,
  ...(element && { anchor: { element } }),
  weighted_locations: [{ balanced_score: score, weight }],
})

test('of a page only the three best parts are shown, the best first', () => {
  const parts = [part('a', 1, 'h2'), part('b', 9, 'h2'), part('c', 5, 'h3'), part('d', 7, 'h2')]
  const headings = readPageResult(page(parts)).parts.map(({ heading }) => excerptText(heading))
  expect(headings).toEqual(['b', 'd', 'c'])
})

test('text before the first heading is the page’s own excerpt', () => {
  for (const start of [part('Guide', 2), part('Guide', 2, 'h1')]) {
    const result = readPageResult(page([start, part('a', 1, 'h2')]))
    expect(excerptText(result.excerpt)).toBe('Un mot.')
    expect(result.parts).toHaveLength(1)
  }
})

test('a page whose title alone has the word shows how it begins', () => {
  expect(excerptText(readPageResult(page([])).excerpt)).toBe('Début de la page.')
})

test('a page says its place, and a docset’s first page has none', () => {
  expect(readPageResult(page([], { breadcrumb: "FastTrack › L'offre" })).place).toBe(
    'FastTrack › L’offre',
  )
  expect(readPageResult(page([])).place).toBe('')
})

test('a part in which only steps have the words is left to the steps', () => {
  const parts = [part('a', 9, 'h2', 0.2), part('b', 1, 'h2')]
  expect(readPageResult(page(parts)).parts.map(({ heading }) => excerptText(heading))).toEqual([
    'b',
  ])
})

test('a step has its number, phase and parties, and its title once', () => {
  const step = readResult({
    url: '/fr-fr/guide/#etape',
    excerpt: "Lancez l'outil. Il <mark>lit</mark> tout.",
    meta: {
      kind: 'step',
      title: "Lancez l'outil",
      number: '3',
      phase: 'Évaluation',
      parties: 'Client',
      place: 'Guide › Page',
    },
    sub_results: [],
  })
  expect(step).toMatchObject({ kind: 'step', number: '3', phase: 'Évaluation', parties: 'Client' })
  expect(excerptText(step.title)).toBe('Lancez l’outil')
  expect(excerptText(step.excerpt)).toBe('Il lit tout.')
})
