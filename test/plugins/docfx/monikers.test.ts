/** Which versions a range of monikers holds. */
import { describe, expect, test } from 'vitest'
import { isInRange, monikersIn, sortedMonikers } from '#plugins/docfx/triple-colon/monikers.ts'
import { optionsIn, rangeTitle, variantGroups } from '#plugins/docfx/triple-colon/variants.ts'

const versions = ['app-2.10', 'app-2.9', 'app-2.1', 'app-1.0', 'tool-2019']
const inRange = (range: string) => versions.filter((version) => isInRange(version, range))

describe('a range of monikers', () => {
  test.each([
    ['>= app-2.9', ['app-2.10', 'app-2.9']],
    ['>app-2.9', ['app-2.10']],
    ['<= app-2.1', ['app-2.1', 'app-1.0']],
    ['< app-2.1 || tool-2019', ['app-1.0', 'tool-2019']],
    ['> app-1.0 < app-2.10', ['app-2.9', 'app-2.1']],
    ['>= app-2.1 <= app-2.9 || app-1.0', ['app-2.9', 'app-2.1', 'app-1.0']],
    ['APP-2.1, tool-2019', ['app-2.1', 'tool-2019']],
    ['>= other-1.0', []],
    ['', []],
  ])('`%s` holds %j, by the numbers in their names', (range, expected) => {
    expect(inRange(range)).toEqual(expected)
  })

  test('takes the newest for a name without a number', () => {
    expect(isInRange('app-current', '>= app-2.1')).toBe(true)
    expect(isInRange('app-2.1', '< app-current')).toBe(true)
  })

  test('goes by the docset’s own list where it has one', () => {
    const list = ['rose', 'lily', 'iris'].map((name) => ({
      name,
      product: 'flowers',
      title: name.toUpperCase(),
    }))
    expect(['rose', 'lily', 'iris'].filter((name) => isInRange(name, '>= lily', list))).toEqual([
      'lily',
      'iris',
    ])
    const sources = { groups: [], monikers: list }
    const [group] = variantGroups([], ['>= lily', '< lily'], sources)
    expect(group?.options.map(({ title }) => title)).toEqual(['IRIS', 'LILY', 'ROSE'])
    expect(optionsIn('< lily', group!, sources)).toEqual(['rose'])
    expect(rangeTitle('>= lily || rose', list)).toBe('≥ LILY, ROSE')
  })

  test('names its monikers once, and they are sorted by version', () => {
    expect(monikersIn('>= app-2.1 || < App-2.1 || tool-2019')).toEqual(['app-2.1', 'tool-2019'])
    expect(sortedMonikers(['app-2.9', 'tool-2019', 'app-2.10'])).toEqual([
      'app-2.10',
      'app-2.9',
      'tool-2019',
    ])
  })
})

describe('the choices of a page', () => {
  const none = { groups: [], monikers: [] }

  test('have a range that no named version is in as a choice of its own', () => {
    const [group] = variantGroups([], ['>= app-2.0', '< app-2.0'], none)
    expect(group?.options.map(({ id }) => id)).toEqual(['app-2.0', '< app-2.0'])
    expect(optionsIn('< app-2.0', group!, none)).toEqual(['< app-2.0'])
  })

  test('are the pivots that the page has, in the order and by the names of their group', () => {
    const pivots = ['c', 'b', 'a'].map((id) => ({ id, title: id.toUpperCase() }))
    const groups = [{ id: 'letters', prompt: 'Which?', pivots }]
    expect(variantGroups(['a', 'c', 'z', 'y'], [], { groups, monikers: [] })).toEqual([
      { kind: 'pivots', prompt: 'Which?', options: [pivots[0], pivots[2]] },
      {
        kind: 'pivots',
        options: [
          { id: 'z', title: 'z' },
          { id: 'y', title: 'y' },
        ],
      },
    ])
  })

  test('are none where there is one variant only', () => {
    expect(variantGroups(['a'], ['app-1.0'], none)).toEqual([])
  })
})
