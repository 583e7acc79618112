import { describe, expect, test } from 'vitest'
import { type ReadPage, lostWords, readMarked } from '../support/lost-words.ts'
import { markedPage } from '../support/marked-pages/marked-page.ts'

describe.each(['guide', 'docfx'] as const)('a %s page', (dialect) => {
  test('shows every word that was typed, or reports it', async () => {
    for (let seed = 0; seed < 60; seed++) {
      const page = markedPage(seed, dialect)
      expect({ seed, lost: lostWords(page, await readMarked(page, dialect)) }).toEqual({
        seed,
        lost: [],
      })
    }
  })
})

test('a lost word is detected, a reported one is accepted', () => {
  const words = new Map([
    ['zq1q', 5],
    ['zq2q', 6],
    ['zq3q', 7],
  ])
  const place = { line: 6, column: 1 }
  const messages = [
    { ruleId: 'footnote-unused', place, file: 'page.md' },
    { ruleId: 'footnote-unused', place, file: 'a.md' },
  ]
  const read = { shown: 'zq1q', file: { path: 'page.md', messages }, included: new Set(['a.md']) }
  expect(lostWords({ words }, read as unknown as ReadPage)).toEqual(['zq3q'])

  const part = {
    text: '',
    words: new Map([
      ['zq4q', 6],
      ['zq5q', 7],
    ]),
  }
  const includes = new Map([
    ['a.md', part],
    ['b.md', part],
  ])
  expect(lostWords({ words: new Map(), includes }, read as unknown as ReadPage)).toEqual(['zq5q'])
})
