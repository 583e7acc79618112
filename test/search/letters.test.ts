import { expect, test } from 'vitest'
import { markLetters, plainLetters, unmarkLetters } from '#src/search/letters.ts'
import { programQuery } from '#src/search/query.ts'

const words = [
  'œuvre',
  'Œuvre',
  'cœur',
  'Straße',
  'GROẞ',
  'æther',
  'ﬁn',
  'oﬃce',
  'Łódź',
  'smørrebrød',
  'đak',
]

test.each(words)('%s is stored in plain letters, and comes back as it was', (word) => {
  expect(markLetters(word)).not.toMatch(/[œæßﬁﬃłøđ]/i)
  expect(unmarkLetters(markLetters(word))).toBe(word)
})

test('a question finds such a word in both spellings', () => {
  for (const [typed, plain] of [
    ['cœur', 'coeur'],
    ['Straße', 'strasse'],
    ['łódź', 'lodz'],
  ] as const) {
    expect(programQuery(typed, 'fr').words).toBe(plain)
    expect(programQuery(plain, 'fr').words).toBe(plain)
  }
})

test('letters that only stand side by side stay two', () => {
  for (const word of ['coexister', 'Aero', 'passe', 'affiche', 'that']) {
    expect(markLetters(word)).toBe(word)
    expect(unmarkLetters(word)).toBe(word)
  }
})

test('accents of any letter go', () => {
  expect(plainLetters('Où, déjà, Übung, œ')).toBe('Ou, deja, Ubung, oe')
})
