import { describe, expect, test } from 'vitest'
import { tableText } from '#src/components/clipboard.client.ts'
import { matrixCaption, matrixGroups } from '#src/components/responsibility-matrix/matrix.ts'
import { translator } from '#src/i18n/text.ts'
import { process } from './move-example.ts'

const t = translator({
  strings: { 'matrix.caption': 'Who does what', 'matrix.caption.of': 'Who does what: {name}' },
})
const shown = (asked: Parameters<typeof matrixGroups>[1]) =>
  matrixGroups(process, asked).map(({ phase, steps }) => [phase?.id, ...steps.map(({ id }) => id)])

describe('a responsibility matrix', () => {
  test('shows every step of the phases under its phase, and no empty phase', () => {
    expect(shown({})).toEqual([
      ['prepare', 'trier-à-temps'],
      ['leave', 'pack', 'sum', 'tune'],
    ])
  })

  test('shows only the steps of the phase and the service that were asked for', () => {
    expect(shown({ phase: 'prepare' })).toEqual([['prepare', 'trier-à-temps']])
    expect(shown({ phase: 'leave', service: 'piano' })).toEqual([['leave', 'tune']])
  })

  test('has headings of groups only in a phase that has more than one', () => {
    expect(matrixGroups(process, {}).map(({ hasHeadings }) => hasHeadings)).toEqual([false, true])
  })

  test('is called by what it is about', () => {
    expect(matrixCaption(process, {}, t)).toBe('Who does what')
    expect(matrixCaption(process, { phase: 'leave', service: 'piano' }, t)).toBe(
      'Who does what: Partir, Piano',
    )
  })
})

describe('a table that is copied', () => {
  test('has a line for each row and a tab between cells, whatever its cells hold', () => {
    expect(
      tableText([
        ['Question', 'Answer'],
        ['Who?\n  You', 'a\tb '],
      ]),
    ).toBe('Question\tAnswer\nWho? You\ta b')
  })
})
