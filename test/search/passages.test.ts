import { expect, test } from 'vitest'
import { passagesOf } from '#src/search/passages.ts'

const words = Array.from({ length: 100 }, (_, index) => `w${index}`)
const fragment = {
  url: '/en/page/',
  content: words.join(' '),
  meta: { title: 'Page' },
  anchors: [
    { element: 'h1', id: 'page', text: 'Page', location: 0 },
    { element: 'span', id: 'alias', text: '', location: 20 },
    { element: 'h2', id: 'é', text: 'Part', location: 40 },
    { element: 'div', id: 'box', text: 'w', title: 'Box', location: 80 },
  ],
}

function found(...locations: number[]) {
  return locations.map((location) => ({ location, weight: 1, balanced_score: 10 }))
}

test('an entry has a passage for each heading over what was found', () => {
  const { sub_results: parts } = passagesOf(fragment, '/docs/en/page/', found(3, 50, 90))
  expect(parts.map(({ title, url }) => [title, url])).toEqual([
    ['Page', '/docs/en/page/#page'],
    ['Part', '/docs/en/page/#%C3%A9'],
    ['Box', '/docs/en/page/#box'],
  ])
  expect(parts.map(({ excerpt }) => excerpt.split(' ').length)).toEqual([29, 29, 20])
  expect(parts[1]?.excerpt).toMatch(/^w40 .*<mark>w50<\/mark>.* w67 …$/)
})

test('a passage is where most of what was found stands', () => {
  const { excerpt } = passagesOf({ ...fragment, anchors: [] }, '/', found(2, 70, 75))
  expect(excerpt).toContain('<mark>w70</mark>')
  expect(excerpt).toContain('<mark>w75</mark>')
  expect(excerpt).toMatch(/^… /)
})

test('text that looks like markup stays text', () => {
  const { excerpt } = passagesOf({ ...fragment, content: 'a <b> c' }, '/', found(1))
  expect(excerpt).toBe('a <mark>&lt;b&gt;</mark> c')
})

test('words without spaces between them stay together', () => {
  const chinese = { ...fragment, content: '移动\u200B数据库\u200B吗', anchors: [] }
  expect(passagesOf(chinese, '/', found(1)).excerpt).toBe('移动<mark>数据库</mark>吗')
})
