import { expect, test } from 'vitest'
import { partKey, splitSources } from '#src/search/parts.ts'

function page(number: number, words = 'Words.') {
  return { docset: 'guide', path: `/en/guide/page-${number}/`, digest: words }
}

const pages = Array.from({ length: 300 }, (_, index) => page(index))

function keys(sources: typeof pages): string[] {
  return splitSources(sources).map((part) => partKey(part, '1.0'))
}

test('a page that changes changes one part of an index', () => {
  const before = keys(pages)
  const after = keys(pages.with(7, page(7, 'Other words.')))
  expect(before.length).toBeGreaterThan(4)
  expect(after.filter((key) => !before.includes(key))).toHaveLength(1)
})

test('so does a page that is new', () => {
  const before = keys(pages)
  const after = keys([...pages, page(300)])
  expect(after.filter((key) => !before.includes(key))).toHaveLength(1)
})

test('a docset has parts of its own', () => {
  const other = pages.map((source) => ({ ...source, docset: 'other' }))
  const docsets = splitSources([...pages, ...other]).map((part) => part.map(({ docset }) => docset))
  for (const part of docsets) expect(new Set(part).size).toBe(1)
})

test('another program makes other parts', () => {
  expect(partKey(pages, '1.0')).not.toBe(partKey(pages, '1.1'))
})
