/**
 * Our own guides, in which the source goes on and the translation stays: is every block still known?
 *
 * Changes are made at random from a fixed seed. What must come out is known from how they were made.
 */
import { describe, expect, test } from 'vitest'
import { type GuidePair, blocksOf, guidePairs } from '../../support/own-guides.ts'
import { type Rates, drift, randomOf } from '../../support/drift.ts'
import { isSlow, sample } from '../../support/sample.ts'
import { align } from '#src/translation/align/align.ts'
import type { Block, BlockPage } from '#src/translation/blocks/block.ts'
import { confirmAll, seed } from '#src/translation/lock/lock-changes.ts'
import { type Lock, emptyLock } from '#src/translation/lock/lock.ts'
import { matchPages } from '#src/translation/align/match-pages.ts'
import { readBlocks } from '#src/translation/blocks/read-blocks.ts'
import type { BlockState, StaleGrade } from '#src/translation/state/state.ts'
import { statesOf } from '#src/translation/state/block-state.ts'

const revision: Rates = { edit: 0.08, insert: 0.03, remove: 0.03, move: 0.015, swap: 0.05 }
const year: Rates = { edit: 0.2, insert: 0.08, remove: 0.08, move: 0.04, swap: 0.15 }
/** How often each page is changed. */
const rounds = isSlow ? 4 : 1

interface Wanted {
  target?: Block
  state: BlockState
  grade?: StaleGrade
}

interface Case {
  source: BlockPage
  target: BlockPage
  lock: Lock
  wanted: ReadonlyMap<Block, Wanted>
}

/** The manual stays out: its pages of rules have the same sentences over and over, and one table beside another. */
function twoGuides(from: string, to: string): GuidePair[] {
  return guidePairs(from, to).filter(({ source }) => !source.slug.startsWith('manual/'))
}

function casesOf(from: string, to: string, rates: Rates): Case[] {
  const files = twoGuides(from, to)
  const pages = files.map((pair) => ({ pair, ...blocksOf(pair) }))
  const same = pages.filter(({ source, target }) => shapeOf(source) === shapeOf(target))
  expect(same.length, 'pages of the same shape in both languages').toBeGreaterThan(20)
  const lock = confirmAll(
    emptyLock,
    same.flatMap(({ source, target }) =>
      source.blocks.flatMap((block, position) => {
        const twin = target.blocks[position]
        return twin ? { source: block, target: twin } : []
      }),
    ),
  )
  const all = same.flatMap(({ source }) => source.blocks)
  const words = all.flatMap(({ text }) => text.match(/\p{Ll}{4,}/gu) ?? [])
  const long = all.filter(({ kind, source }) => kind === 'paragraph' && !source.includes('\n'))
  return Array.from({ length: rounds }, (_, round) =>
    sample(same, 10).map(({ pair, source, target }, position): Case => {
      const others = long.filter((block) => !source.blocks.includes(block))
      const changed = drift(source, rates, randomOf(1000 * round + position), { words, others })
      const later = readBlocks({ ...pair.source, text: changed.text })
      const twins = new Map(source.blocks.map((block, index) => [block, target.blocks[index]]))
      const wanted = new Map<Block, Wanted>()
      for (const block of later.blocks) {
        const line = changed.origins.get(block.place.line)
        const nth = onLine(later, block.place.line).indexOf(block)
        const old = line === undefined ? undefined : onLine(source, line)[nth]
        const twin = old && twins.get(old)
        const grade = old && changed.edited.get(old)
        if (!twin) wanted.set(block, { state: 'missing' })
        else if (grade) wanted.set(block, { target: twin, state: 'stale', grade })
        else wanted.set(block, { target: twin, state: 'translated' })
      }
      return { source: later, target, lock: seed(lock, later.blocks), wanted }
    }),
  ).flat()
}

/** The same words more than once on a page are as good as each other. */
const isSame = (block: Block | undefined, other: Block | undefined) =>
  block === other ||
  (block !== undefined && block.hash === other?.hash && block.codes === other.codes)

function measure(cases: readonly Case[], usesLock: boolean) {
  let result = 0
  let wantedPairs = 0
  let right = 0
  let states = 0
  let rightStates = 0
  let grades = 0
  let rightGrades = 0
  const wrong = new Map<string, number>()
  for (const { source, target, lock, wanted } of cases) {
    wantedPairs += [...wanted.values()].filter((item) => item.target).length
    const pairs = usesLock
      ? statesOf(source, target, lock)
      : align(source, target).map((pair) => ({ ...pair, state: undefined, grade: undefined }))
    const used = new Set([...wanted.values()].flatMap((item) => item.target ?? []))
    for (const { source: candidate, target: other, state, grade } of pairs) {
      const want = candidate && wanted.get(candidate)
      if (candidate && other) {
        result++
        if (isSame(want?.target, other)) right++
      }
      const expected = want?.state ?? (other && isLeft(other, used) ? 'extra' : 'translated')
      states++
      if (state === expected) rightStates++
      else wrong.set(`${expected} → ${state}`, (wrong.get(`${expected} → ${state}`) ?? 0) + 1)
      if (state === 'stale' && want?.state === 'stale') {
        grades++
        if (grade === want.grade) rightGrades++
      }
    }
  }
  const recall = right / wantedPairs
  const precision = right / result
  return {
    recall,
    precision,
    pairs: wantedPairs,
    states: rightStates / states,
    grades: rightGrades / grades,
    wrong,
  }

  function isLeft(block: Block, used: ReadonlySet<Block>): boolean {
    return !used.has(block) || [...used].some((item) => item !== block && isSame(item, block))
  }
}

const percent = (part: number) => `${(100 * part).toFixed(2)} %`

describe.each([
  ['en', 'fr-FR'],
  ['fr-FR', 'en'],
])('the source in %s goes on, the translation in %s stays', (from, to) => {
  test.each([
    { name: 'one revision', rates: revision, least: { recall: 0.995, precision: 0.993 } },
    { name: 'a year', rates: year, least: { recall: 0.98, precision: 0.98 } },
  ])('$name: every block is found again and its state is right', ({ name, rates, least }) => {
    const cases = casesOf(from, to, rates)
    const locked = measure(cases, true)
    const bare = measure(cases, false)
    console.info(
      `drift ${from} → ${to}, ${name}: ${cases.length} pages, ${locked.pairs} pairs; ` +
        `with lock recall ${percent(locked.recall)}, precision ${percent(locked.precision)}, ` +
        `states ${percent(locked.states)}, grades ${percent(locked.grades)}; ` +
        `without recall ${percent(bare.recall)}, precision ${percent(bare.precision)}`,
    )
    const summary = [...locked.wrong].map(([what, count]) => `${what}: ${count}`).join(', ')
    console.info(`  wrong states: ${summary || 'none'}`)
    expect(locked.recall).toBeGreaterThanOrEqual(least.recall)
    expect(locked.precision).toBeGreaterThanOrEqual(least.precision)
    expect(locked.states).toBeGreaterThanOrEqual(0.97)
  })

  test('a page that was renamed in one language is still a pair', () => {
    const pages = twoGuides(from, to).map(blocksOf)
    const lock = confirmAll(
      emptyLock,
      pages.flatMap(({ source, target }) =>
        align(source, target).flatMap(({ source: block, target: other }) =>
          block && other ? { source: block, target: other } : [],
        ),
      ),
    )
    const renamed = pages.map(({ source }) => ({ ...source, slug: `${source.slug}-2` }))
    const matches = matchPages(
      renamed,
      pages.map(({ target }) => target),
      lock,
    )
    for (const { slug } of pages.map(({ source }) => source)) {
      expect(matches.get(`${slug}-2`)).toBe(slug)
    }
  })
})

function shapeOf({ blocks }: BlockPage): string {
  return blocks.map(({ kind, place }) => `${kind} ${place.containers.join()}`).join('\n')
}

function onLine({ blocks }: BlockPage, line: number): Block[] {
  return blocks.filter(({ place }) => place.line === line)
}
