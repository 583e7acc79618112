/** Alignment without a lock, in languages with few words in common and other lengths than English. */
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  alignedLanguages,
  measureAlignment,
  revised,
  sameRevision,
  sharedDocsets,
} from '../../support/aligned-pages.ts'
import { constants } from '#src/translation/align/constants.ts'
import { alignSequences, longestInOrder } from '#src/translation/align/sequence.ts'

const percent = (part: number) => `${(100 * part).toFixed(2)} %`

/** What recall and precision are at least when paragraphs, items, rows and columns have come and gone. */
const least: Readonly<Record<string, number>> = {
  'fr-FR': 0.995,
  'de-DE': 0.995,
  'zh-CN': 0.995,
  'ja-JP': 0.992,
  'ko-KR': 0.98,
}

describe.skipIf(!existsSync(sharedDocsets))('without a lock, blocks are found again', () => {
  test.each(alignedLanguages)('in %s', (locale, load) => {
    const pages = load()
    const same = measureAlignment(pages.map(sameRevision))
    const later = measureAlignment(pages.map(revised))
    console.info(
      `alignment en → ${locale}: ${pages.length} pages, ${same.wanted} pairs; ` +
        `same revision ${percent(same.recall)} / ${percent(same.precision)}; ` +
        `a revision later ${percent(later.recall)} / ${percent(later.precision)}`,
    )
    expect(Math.min(same.recall, same.precision)).toBeGreaterThanOrEqual(0.995)
    expect(Math.min(later.recall, later.precision)).toBeGreaterThanOrEqual(least[locale] ?? 1)
  })
})

describe('long pages', () => {
  test('of 5,000 blocks are compared near the diagonal only, and found all the same', () => {
    const count = 5000
    let calls = 0
    const matches = alignSequences(
      [count, count - 50],
      (item, other) => {
        calls++
        return (item < 1000 ? item : item - 50) === other ? 1 : -0.5
      },
      -0.15,
    )
    expect(matches.length).toBeGreaterThanOrEqual(count - 51)
    expect(calls).toBeLessThanOrEqual(count * 2 * constants.band.half)
  })

  test('keep the longest run in order', () => {
    expect(
      longestInOrder([
        [0, 3],
        [1, 1],
        [2, 2],
        [3, 5],
        [4, 4],
      ]),
    ).toHaveLength(3)
    expect(longestInOrder([])).toEqual([])
  })
})
