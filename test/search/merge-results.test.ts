import { describe, expect, test } from 'vitest'
import type { Answer } from '#src/search/search.ts'
import type { SearchResult } from '#src/search/results.ts'
import { mergeResults } from '#src/search/merge-results.ts'

function answer(names: string): Answer {
  const all = names.split(' ').filter(Boolean)
  return {
    total: all.length,
    read: async (from, to) => all.slice(from, to).map((url) => ({ url }) as SearchResult),
  }
}

describe('results of several indexes', () => {
  const all = mergeResults([answer('a b c'), answer(''), answer('x y')])

  test('are counted together', () => {
    expect(all.total).toBe(5)
  })

  test.each([
    [0, 8, 'a b c x y'],
    [0, 2, 'a b'],
    [2, 4, 'c x'],
    [4, 8, 'y'],
    [5, 8, ''],
  ])('are read as one list, from %i to %i', async (from, to, expected) => {
    expect((await all.read(from, to)).map(({ url }) => url).join(' ')).toBe(expected)
  })
})
