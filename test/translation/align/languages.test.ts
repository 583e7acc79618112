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
import { isSlow } from '../../support/sample.ts'
import { constants } from '#src/translation/align/constants.ts'
import { alignSequences, longestInOrder } from '#src/translation/align/sequence.ts'

const percent = (part: number) => `${(100 * part).toFixed(2)} %`

/** What recall and precision are at least when paragraphs, items, rows and columns have come and gone. */
const least: Readonly<Record<string, readonly [recall: number, precision: number]>> = {
  'fr-FR': [0.995, 0.995],
  'de-DE': [0.995, 0.995],
  'zh-CN': [0.995, 0.995],
  'ja-JP': [0.995, 0.993],
  'ko-KR': [0.985, 0.98],
}

/** How often each page is changed; three times are the figures of `bench/README.md`. */
const rounds = isSlow ? 3 : 1

describe.skipIf(!existsSync(sharedDocsets))('without a lock, blocks are found again', () => {
  test.each(alignedLanguages)('in %s', (locale, load) => {
    const pages = load()
    const same = measureAlignment(pages.map(sameRevision))
    const changed = Array.from({ length: rounds }, (_, round) =>
      pages.map((page, index) => revised(page, 1000 * round + index)),
    )
    const later = measureAlignment(changed.flat())
    console.info(
      `alignment en → ${locale}: ${pages.length} pages, ${same.wanted} pairs; ` +
        `same revision ${percent(same.recall)} / ${percent(same.precision)}; ` +
        `a revision later ${percent(later.recall)} / ${percent(later.precision)}`,
    )
    expect(Math.min(same.recall, same.precision)).toBeGreaterThanOrEqual(0.995)
    const [recall, precision] = least[locale] ?? [1, 1]
    expect(later.recall).toBeGreaterThanOrEqual(recall)
    expect(later.precision).toBeGreaterThanOrEqual(precision)
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
