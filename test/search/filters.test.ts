import { expect, test } from 'vitest'
import { choicesOf, readQuestion, writeQuestion } from '#src/search/filters.ts'

test('a question is the same after the way through an address', () => {
  const question = { query: 'qui & quoi', chosen: { guide: 'fasttrack', party: 'customer' } }
  expect(writeQuestion(question)).toBe('?q=qui+%26+quoi&guide=fasttrack&party=customer')
  expect(readQuestion(writeQuestion(question))).toEqual(question)
  expect(writeQuestion({ query: '', chosen: {} })).toBe('')
  expect(readQuestion('?q=x&phase=&other=1')).toEqual({ query: 'x', chosen: {} })
})

test('only what a step or a page has is offered', () => {
  const label = (id: string) => ({ id, label: id })
  const phase = (id: string) => ({ ...label(id), optional: false })
  const step = { id: 's', number: 1, title: '', text: '', optional: false, path: '', page: '' }
  const process = {
    phases: ['one', 'two', 'three'].map(phase),
    alongside: [],
    parties: ['us', 'them'].map(label),
    services: ['mail', 'chat'].map(label),
    steps: [{ ...step, phase: 'two', parties: ['us'] }],
  }
  const choices = choicesOf({ docset: 'g', process }, 'Guide', [{ phase: 'one', service: 'chat' }])
  expect(choices).toEqual({
    id: 'g',
    title: 'Guide',
    phase: [label('one'), label('two')],
    service: [label('chat')],
    party: [label('us')],
  })
})
