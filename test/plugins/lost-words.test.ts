import { describe, expect, test } from 'vitest'
import { type ReadPage, lostWords, readMarked } from '../support/lost-words.ts'
import { markedPage } from '../support/marked-pages.ts'

describe.each(['guide', 'docfx'] as const)('a %s page', (dialect) => {
  test('shows every word that was typed, or its author is told', async () => {
    for (let seed = 0; seed < 60; seed++) {
      const page = markedPage(seed, dialect)
      expect({ seed, lost: lostWords(page, await readMarked(page, dialect)) }).toEqual({
        seed,
        lost: [],
      })
    }
  })
})

test('a word that vanishes is found, and one that is told of is not', () => {
  const words = new Map([
    ['zq1q', 5],
    ['zq2q', 6],
    ['zq3q', 7],
  ])
  const message = { ruleId: 'footnote-unused', place: { line: 6, column: 1 } }
  const read = { shown: 'zq1q', file: { messages: [message] } } as unknown as ReadPage
  expect(lostWords({ text: '', words }, read)).toEqual(['zq3q'])
})
