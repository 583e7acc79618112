/** What alignment costs on long pages: look-ups in its tables are counted, not time. */
import { describe, expect, test } from 'vitest'
import { align } from '#src/translation/align/align.ts'
import type { BlockPage } from '#src/translation/blocks/block.ts'
import { pageOf } from '../../support/blocks.ts'
import { randomOf } from '../../support/drift.ts'

const words = [
  'red',
  'Exchange',
  'Teams 2',
  'blue',
  'green',
  'Azure',
  'long',
  'short',
  'P1',
  'site',
]

/** Paragraphs, items and rows of words at random; a tenth of them has gone. */
function pageOfLength(count: number, locale: string, random: () => number): BlockPage {
  const keeps = (index: number) => randomOf(locale.length * 7919 + index)() > 0.1
  const lines = Array.from({ length: count }, (_, index) => {
    const text = Array.from({ length: 6 }, () => words[Math.floor(random() * words.length)]).join(
      ' ',
    )
    if (!keeps(index)) return []
    return index % 10 === 9 ? [`## ${text} ${index}`] : [`${text} ${index % 97}`]
  }).flat()
  return pageOf(lines.join('\n\n'), locale)
}

/** How often tables are looked into or written while `run` runs. */
function lookUps(run: () => void): number {
  let count = 0
  const methods = [
    [Map.prototype, ['get', 'set', 'has']],
    [Set.prototype, ['has', 'add']],
  ] as const
  const before = methods.flatMap(([owner, names]) =>
    names.map((name) => {
      const descriptor = Object.getOwnPropertyDescriptor(owner, name)!
      const original = descriptor.value as (...values: unknown[]) => unknown
      const counted = function (this: unknown, ...values: unknown[]) {
        count++
        return original.apply(this, values)
      }
      Object.defineProperty(owner, name, { ...descriptor, value: counted })
      return () => Object.defineProperty(owner, name, descriptor)
    }),
  )
  try {
    run()
  } finally {
    for (const restore of before) restore()
  }
  return count
}

describe('on long pages', () => {
  const lengths = [1000, 5000, 20_000]
  test(`of ${lengths.join(', ')} blocks, work grows as n log n at most`, () => {
    const costs = lengths.map((length) => {
      const source = pageOfLength(length, 'en', randomOf(1))
      const target = pageOfLength(length, 'fr-FR', randomOf(1))
      const pairs: unknown[] = []
      const count = lookUps(() => pairs.push(...align(source, target)))
      expect(pairs.length).toBeGreaterThan(length * 0.9)
      return count / (length * Math.log(length))
    })
    console.info(
      `look-ups: ${costs.map((cost, index) => `${cost.toFixed(0)} n log n at ${lengths[index]}`).join(', ')}`,
    )
    for (const cost of costs) expect(cost).toBeLessThanOrEqual(costs[0]! * 1.25)
  })
})
