import { expect, test } from 'vitest'
import { engineQuery, programQuery } from '#src/search/query.ts'

test.each([
  ['l’évaluation', 'évaluation'],
  ["l'évaluation d'un client", "évaluation d'un client"],
  ['lorsqu’une licence', 'lorsqu une licence'],
  ['aujourd’hui', 'aujourd hui'],
])('an article before an apostrophe does not stand in the way: %s', (typed, query) => {
  expect(engineQuery(typed)).toBe(query)
})

test.each(['don’t', 'we’re', 'users’'])(
  'what an apostrophe only shortens stays whole: %s',
  (typed) => {
    expect(engineQuery(typed)).toBe(typed)
  },
)

test.each([
  ['"phase de lancement"', '"phase de lancement"'],
  ['« phase de lancement »', '"phase de lancement"'],
  ['“assess phase”', '"assess phase"'],
])('words in quotation marks of any language are one phrase: %s', (typed, query) => {
  expect(engineQuery(typed)).toBe(query)
})

test('dashes separate words, hyphens do not', () => {
  expect(engineQuery(' phases—assess  pre-assess ')).toBe('phases assess pre-assess')
})

test('the program gets words in small letters, with accents and without', () => {
  expect(programQuery('Évaluer « Pare-feu »', 'fr')).toEqual({
    words: 'evaluer parefeu',
    typed: 'évaluer parefeu',
  })
})

test('words of a language without spaces are taken apart', () => {
  expect(programQuery('移动数据', 'zh-CN').words).toBe('移动 数据')
})
