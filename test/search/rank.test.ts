import { expect, test } from 'vitest'
import { rank, rarityOf } from '#src/search/rank.ts'

const finding = (frequency: number, scores: Record<string, number>) => ({
  frequency,
  scores: new Map(Object.entries(scores)),
})
const ids = (...findings: ReturnType<typeof finding>[]) => rank(findings, 100).map(({ id }) => id)

test('an entry with every word comes before one that repeats one of them', () => {
  expect(ids(finding(5, { a: 9, b: 4 }), finding(5, { b: 4 }))).toEqual(['b'])
})

test('a word that most entries have does not decide', () => {
  expect(ids(finding(90, { a: 1, b: 1 }), finding(2, { b: 3, c: 3 }))).toEqual(['b', 'c'])
})

test('a word that is nowhere in the index does not count', () => {
  expect(ids(finding(0, {}), finding(3, { a: 1 }))).toEqual(['a'])
})

test('it says which words an entry has', () => {
  expect(rank([finding(0, {}), finding(3, { a: 1 })], 100)).toEqual([{ id: 'a', has: [1] }])
  expect(rank([], 100)).toEqual([])
})

test('a word that few entries have weighs more, one that none has nothing', () => {
  expect(rarityOf(1, 100)).toBeGreaterThan(rarityOf(50, 100))
  expect(rarityOf(0, 100)).toBe(0)
})
