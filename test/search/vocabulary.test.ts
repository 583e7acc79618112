import { expect, test } from 'vitest'
import { isUnknown, knownWords, nearestWord, indexWords } from '#src/search/vocabulary.ts'

const words = indexWords(['Pare-feu, bande passante. Migrer, migrez, passe', 'passante licence'])

test('the words of an index are without accents, the most frequent first, the short ones left out', () => {
  expect(words[0]).toBe('passante')
  expect(words).toContain('parefeu')
  expect(words).not.toContain('feu')
  expect(indexWords(['Évaluation du cœur'])).toEqual(['coeur', 'evaluation'])
})

test.each([
  ['pasante', 'passante'],
  ['passsante', 'passante'],
  ['paxxante', undefined],
  ['apssante', undefined],
  ['passnate', 'passante'],
  ['license', 'licence'],
  ['pas', undefined],
  ['passan', undefined],
  ['licences', undefined],
  ['migré', undefined],
])('one slip away from %s is %s', (typed, word) => {
  expect(nearestWord(typed, words, true)).toBe(word)
})

test('a slip in the ending only counts where the engine found nothing', () => {
  expect(nearestWord('licencs', words, true)).toBeUndefined()
  expect(nearestWord('licencs', words, false)).toBe('licence')
})

test.each([
  ['xyzzy', true],
  ['passqsdfgh', true],
  ['passantes', false],
  ['migrerez', false],
  ['paxxante', true],
  ['VPNs', false],
  ['Office365', false],
  ['移动数据库', false],
])('that no word begins like %s is %s', (typed, unknown) => {
  expect(isUnknown(typed, words)).toBe(unknown)
})

test('a site that has no list of its words takes none for unknown', () => {
  expect(isUnknown('xyzzy', [])).toBe(false)
})

test.each([
  ['pare-feu', 2],
  ['les passantes accelerates', 2],
  ['accelerates prescheduled', 0],
])('of “%s” an index may have %i words', (question, count) => {
  expect(knownWords(question, words)).toBe(count)
})
