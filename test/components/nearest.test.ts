import { describe, expect, test } from 'vitest'
import { type NearList, type NearRow, nearestOf } from '#src/components/sidebar/nearest.ts'
import { countOf, trailTo } from '#src/docsets/nav-entries.ts'
import type { NavigationItem } from '#src/docsets/page.ts'
import { randomOf } from '../support/random.ts'

const most = 22
const nearest = 10

/** A tree of `count` entries, each below a random entry or at the top. */
function treeOf(count: number, seed: number): NavigationItem[] {
  const random = randomOf(seed)
  type Open = NavigationItem & { items: Open[] }
  const root: Open[] = []
  const all: Open[] = []
  // Few parents give long lists, the last entries deep ones.
  const parents = 1 + random.int(30)
  for (let index = 0; index < count; index++) {
    const item: Open = { title: `${index}`, href: `/${index}/`, items: [] }
    const near = random.once(3) ? all.slice(-2) : all.slice(0, parents)
    const parent = random.once(10) || near.length === 0 ? undefined : random.pick(near)
    ;(parent?.items ?? root).push(item)
    all.push(item)
  }
  return root
}

function rowsIn({ rows }: NearList): NearRow[] {
  return rows.flatMap((row) => [
    row,
    ...(row.kind === 'entry' && row.below ? rowsIn(row.below) : []),
  ])
}

/** All entries of a list, those that are left out among them. */
const entriesIn = ({ rows }: NearList) =>
  rows.flatMap((row) => (row.kind === 'entry' ? [row.item] : row.items))

describe.each(Array.from({ length: 30 }, (_, seed) => seed))('in the tree of seed %i', (seed) => {
  const count = 130 + seed * 40
  const items = treeOf(count, seed)
  const paths = Array.from({ length: 25 }, (_, index) => `/${(index * 53) % count}/`)
  const views = [...paths, '/nowhere/'].map((path) => {
    const trail = trailTo(items, path)
    return { path, trail, list: nearestOf(items, trail, most) }
  })

  test('a page has no more rows than it may, and as many as there is room for', () => {
    for (const { list, trail } of views) {
      const { length } = rowsIn(list)
      const levels = [{ items }, ...trail].map((level) => level.items.length).slice(-12)
      const path = 3 * levels.length
      // On each side of the path three entries may take the place of a row.
      expect(length).toBeLessThanOrEqual(Math.max(most, path + nearest) + 4 * levels.length)
      const near = levels.reduce((sum, size) => sum + size, 0)
      expect(length).toBeGreaterThanOrEqual(Math.min(near, most - 2 * levels.length - 2))
    }
  })

  test('the five entries before the page and the five after it are there', () => {
    for (const { list, trail } of views.filter((view) => view.trail.at(-1)?.items.length === 0)) {
      const siblings = trail.at(-2)?.items ?? items
      const at = siblings.indexOf(trail.at(-1)!)
      const shown = rowsIn(list).flatMap((row) => (row.kind === 'entry' ? [row.item] : []))
      expect(shown).toEqual(expect.arrayContaining(siblings.slice(Math.max(at - 5, 0), at + 6)))
    }
  })

  test('the path to the page is there, one entry in another', () => {
    for (const { list, trail } of views.filter((view) => view.trail.length <= 11)) {
      let level: NearList | undefined = list
      for (const item of trail) {
        const row: NearRow | undefined = level?.rows.find(
          (one) => one.kind === 'entry' && one.item === item,
        )
        expect(row).toBeDefined()
        level = row?.kind === 'entry' ? row.below : undefined
      }
    }
  })

  test('order is kept, and each entry of a list is shown or counted', () => {
    for (const { list, trail } of views.filter((view) => view.trail.length <= 11)) {
      let level: NearList | undefined = list
      for (const whole of [items, ...trail.map((item) => item.items)]) {
        if (whole.length === 0) break
        expect(level && entriesIn(level)).toEqual(whole)
        const row: NearRow | undefined = level?.rows.find(
          (one) => one.kind === 'entry' && one.below,
        )
        level = row?.kind === 'entry' ? row.below : undefined
      }
    }
  })

  test('what is left out is more than three entries, and its place is known', () => {
    const at = (place: readonly number[]) =>
      place.reduce<NavigationItem | undefined>((item, index) => (item?.items ?? [])[index], {
        title: '',
        items,
      })
    for (const { list } of views) {
      const check = ({ place, rows }: NearList): void => {
        for (const row of rows) {
          if (row.kind === 'entry') {
            if (row.below) check(row.below)
            continue
          }
          expect(row.items.length).toBeGreaterThan(3)
          expect(at([...place, row.first])).toBe(row.items[0])
        }
      }
      check(list)
    }
  })
})

test('of a path of twenty levels the last ones are shown, the page among them', () => {
  let items: NavigationItem[] = []
  for (let depth = 20; depth > 0; depth--) {
    const siblings = Array.from({ length: 9 }, (_, index) => ({
      title: `${depth}.${index}`,
      href: `/${depth}.${index}/`,
      items: [],
    }))
    items = [{ title: `${depth}`, href: `/${depth}/`, items }, ...siblings]
  }
  const list = nearestOf(items, trailTo(items, '/20/'), most)
  const rows = rowsIn(list)
  expect(countOf(items)).toBe(200)
  // Twelve lists of ten: each of them has the path and what is left out.
  expect(rows.length).toBeLessThanOrEqual(3 * 12 + nearest)
  const titles = rows.flatMap((row) => (row.kind === 'entry' ? row.item.title : []))
  expect(titles).toEqual(expect.arrayContaining(['9', '15', '20']))
  expect(titles).not.toContain('8')
})
