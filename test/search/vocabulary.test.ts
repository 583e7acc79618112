import { expect, test } from 'vitest'
import {
  countIndexWords,
  isUnknown,
  knownWords,
  nearestWord,
  wordLists,
  wordsIn,
  wordsRunTogether,
} from '#src/search/vocabulary.ts'

function indexWords(...texts: string[][]): string[] {
  return [...wordLists(texts.map(countIndexWords)).values()].flat()
}

const words = indexWords(['Pare-feu, bande passante. Migrer, migrez, passe', 'passante licence'])
const byList = wordLists([
  countIndexWords(['passante']),
  countIndexWords(['Pare-feu passante évaluer']),
])

test('the words of an index are without accents, the most frequent first, the short ones left out', () => {
  expect(words[0]).toBe('passante')
  expect(words).toContain('parefeu')
  expect(words).not.toContain('feu')
  expect(indexWords(['Évaluation du cœur'])).toEqual(['coeur', 'evaluation'])
})

test('the words of all parts of an index are in one list for each first letter', () => {
  expect(Object.fromEntries(byList)).toEqual({
    p: ['passante', 'pare', 'parefeu'],
    e: ['evaluer'],
  })
  expect(wordLists([countIndexWords(['移动数据库'])]).size).toBe(1)
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

test('a typo in the ending counts only if the engine found nothing', () => {
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

test('an index whose word list cannot be loaded may have any word', () => {
  expect(knownWords(['xyzzy'], undefined)).toBe(1)
})

test.each([
  ['pare-feu', 2],
  ['les passantes accelerates', 2],
  ['accelerates prescheduled', 0],
])('of “%s” an index may have %i words', (question, count) => {
  expect(knownWords(wordsIn(question), words)).toBe(count)
})

test('two words that were typed as one are found, the longest first', async () => {
  const known = ['active', 'activ', 'directory', 'irectory', 'online']
  const of = (some: readonly string[]) =>
    Promise.resolve(known.filter((word) => some.some(([letter]) => word.startsWith(letter ?? ''))))
  const split = async (typed: string) => wordsRunTogether(typed, await of([typed]), of)
  expect(await split('activeDirectory')).toBe('active directory')
  expect(await split('activesomething')).toBeUndefined()
  expect(await split('onlinead')).toBeUndefined()
})

test('a word with a hyphen is known by all its letters', () => {
  expect(isUnknown('on-line', ['online'])).toBe(false)
  expect(isUnknown('mot-clef', ['passe', 'motif'])).toBe(true)
})
