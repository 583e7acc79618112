import { describe, expect, test } from 'vitest'
import { byPhase, labelIn, select, stepPath } from '#src/components/process/process.ts'
import { process } from './process-example.ts'

const ids = (steps: readonly { id: string }[]) => steps.map(({ id }) => id)

describe('steps by phase', () => {
  test('keep the phases’ order and a phase without a step, and leave out what is no part of them', () => {
    const phases = byPhase(process)
    expect(phases.map(({ phase, number, steps }) => [phase?.id, number, steps.length])).toEqual([
      ['assess', 1, 3],
      ['remediate', 2, 0],
      ['migrate', 3, 1],
    ])
  })

  test('stand by service in the docset’s order, those that concern none first', () => {
    const [assess] = byPhase(process)
    const services = assess?.services.map(({ service, steps }) => [service?.id, ids(steps)])
    expect(services).toEqual([
      [undefined, ['gather-data']],
      ['core', ['core-dns']],
      ['teams', ['call-meetings']],
    ])
  })
})

test('a selection gives the steps that have all that is asked for', () => {
  expect(ids(select(process, { phase: 'assess', party: 'customer' }))).toEqual([
    'gather-data',
    'core-dns',
  ])
  expect(ids(select(process, { service: 'yammer' }))).toEqual([])
  expect(select(process, {})).toHaveLength(5)
})

test('a step is linked by its id, and a name that has no label shows itself', () => {
  expect(stepPath({ path: '/en/guide/assess/', id: 'core-dns' })).toBe('/en/guide/assess/#core-dns')
  expect(labelIn(process.parties, 'customer')).toBe('Customer')
  expect(labelIn(process.parties, 'nobody')).toBe('nobody')
})
