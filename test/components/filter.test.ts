import { describe, expect, test } from 'vitest'
import {
  isSelected,
  namesIn,
  readSelection,
  selectionSearch,
} from '#src/components/filter/filter.ts'
import { process } from './process-example.ts'

describe('the selection in an address', () => {
  test('is read and written back the same', () => {
    const search = '?phase=assess&party=customer&service=teams'
    const selection = readSelection(search)
    expect(selection).toEqual({ phase: 'assess', party: 'customer', service: 'teams' })
    expect(selectionSearch('', selection)).toBe(search)
  })

  test('leaves out what is empty or not known', () => {
    expect(readSelection('?phase=&party=nobody', (_kind, value) => value !== 'nobody')).toEqual({})
  })

  test('goes without a trace of itself, and without touching the rest of the query', () => {
    expect(selectionSearch('?phase=assess', {})).toBe('')
    expect(selectionSearch('?q=mail&phase=assess', { phase: 'enable' })).toBe(
      '?q=mail&phase=enable',
    )
    expect(selectionSearch('?q=mail&party=customer', { party: '' })).toBe('?q=mail')
  })
})

test('a step is selected when it has all that is asked for', () => {
  const step = { phase: 'assess', service: 'teams', parties: ['customer', 'fasttrack'] }
  expect(isSelected({}, step)).toBe(true)
  expect(isSelected({ phase: 'assess', party: 'fasttrack' }, step)).toBe(true)
  expect(isSelected({ service: 'yammer' }, step)).toBe(false)
  expect(isSelected({ service: 'yammer' }, { parties: ['customer'] })).toBe(false)
  expect(isSelected({ party: 'partner' }, step)).toBe(false)
})

test('readers choose among the names that some step has, in the order of the docset', () => {
  const ids = (kind: 'phase' | 'party' | 'service') => namesIn(process, kind).map(({ id }) => id)
  expect(ids('phase')).toEqual(['assess', 'migrate'])
  expect(ids('party')).toEqual(['customer', 'fasttrack'])
  expect(ids('service')).toEqual(['core', 'teams'])
})
