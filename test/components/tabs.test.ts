import { describe, expect, test } from 'vitest'
import { type TabChoice, choose, chosenTabs, withTabs } from '#src/components/tabs/tabs.ts'
import { randomOf } from '../support/random.ts'

const tab = (ids: string, condition?: string): TabChoice => ({
  ids: ids.split('+'),
  ...(condition && { condition }),
})
const nameOf = ({ ids, condition }: TabChoice) =>
  [ids.join('+'), condition].filter(Boolean).join('/')

/** Of each group `shown|shown > open`. */
function chosenBy(groups: TabChoice[][], ...chosen: string[]): string[] {
  return choose(groups, chosen).map(
    ({ shown, active }) => `${shown.map(nameOf).join('|')} > ${active && nameOf(active)}`,
  )
}

describe('of a group of tabs', () => {
  const system = [tab('windows'), tab('macos+linux'), tab('phone')]

  test('the first is open, until one is chosen by one of its names', () => {
    expect(chosenBy([system])).toEqual(['windows|macos+linux|phone > windows'])
    expect(chosenBy([system], 'linux')).toEqual(['windows|macos+linux|phone > macos+linux'])
    expect(chosenBy([system], 'other', 'phone', 'linux')).toEqual([
      'windows|macos+linux|phone > phone',
    ])
  })

  test('those with a condition are shown where its tab is open, before or after it', () => {
    const tool = [tab('portal'), tab('shell')]
    const both = [tab('windows', 'portal'), tab('windows', 'shell'), tab('linux', 'shell')]
    expect(chosenBy([tool, both], 'linux')).toEqual([
      'portal|shell > portal',
      'windows/portal > windows/portal',
    ])
    expect(chosenBy([both, tool], 'shell', 'linux')).toEqual([
      'windows/shell|linux/shell > linux/shell',
      'portal|shell > shell',
    ])
  })

  test('all are shown where none would be', () => {
    expect(chosenBy([[tab('a', 'x'), tab('b', 'y')]])).toEqual(['a/x|b/y > a/x'])
  })

  test('one that is shown is open, whatever depends on what', () => {
    for (let seed = 0; seed < 300; seed++) {
      const { int, pick } = randomOf(seed)
      const names = ['a', 'b', 'c', 'd']
      const groups = Array.from({ length: 1 + int(4) }, () =>
        Array.from({ length: 1 + int(3) }, () => tab(pick(names), pick(['', ...names]))),
      )
      for (const { shown, active } of choose(groups, [pick(names), pick(names)])) {
        expect({ seed, isShown: active !== undefined && shown.includes(active) }).toEqual({
          seed,
          isShown: true,
        })
      }
    }
  })
})

describe('an address', () => {
  test('has the tabs that are open, each once, and keeps what it had', () => {
    expect(withTabs('?party=customer&tabs=old', ['linux', 'portal', 'linux'])).toBe(
      '?party=customer&tabs=linux,portal',
    )
    expect(chosenTabs('?tabs=linux%2Cportal&x=1')).toEqual(['linux', 'portal'])
    expect(chosenTabs('')).toEqual([])
  })
})
