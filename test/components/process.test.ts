import { describe, expect, test } from 'vitest'
import { byPhase, labelIn, ownService, select, stepPath } from '#src/components/process/process.ts'
import type { Procedure, Step } from '#src/docsets/process.ts'
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

  test('stay in the order of their page, and are named by their service', () => {
    const [assess] = byPhase(process)
    const groups = assess?.groups.map(({ service, steps }) => [service?.id, ids(steps)])
    expect(groups).toEqual([
      ['teams', ['call-meetings']],
      [undefined, ['gather-data']],
      ['core', ['core-dns']],
    ])
  })

  test('stand by procedure, each with its numbers in order, whatever services they concern', () => {
    const of = (procedure: Procedure, ...services: (string | undefined)[]) =>
      services.map((service, index): Step => {
        const id = `${procedure.id}-${index + 1}`
        const facts = { parties: ['customer'], optional: false, path: '/en/guide/', page: 'Guide' }
        const step = { id, number: index + 1, title: id, text: id, phase: 'assess', procedure }
        return { ...step, ...facts, ...(service && { service }) }
      })
    const steps = [
      ...of({ id: 'mixed', title: 'Move' }, 'teams', undefined, 'core', 'teams'),
      ...of({ id: 'first', title: 'Turn on', service: 'teams' }, 'teams', 'teams'),
      ...of({ id: 'second', title: 'Add rooms', service: 'teams' }, 'teams'),
      ...of({ id: 'core', title: 'The core', service: 'core' }, 'core', 'core'),
    ]
    const [assess] = byPhase({ ...process, steps })
    const groups = assess?.groups ?? []
    expect(groups.map(({ service, section }) => [service?.id, section?.title])).toEqual([
      [undefined, 'Move'],
      ['teams', 'Turn on'],
      ['teams', 'Add rooms'],
      // The only one of its service needs no other name.
      ['core', undefined],
    ])
    for (const group of groups) {
      expect(group.steps.map(({ number }) => number)).toEqual(
        group.steps.map((_, index) => index + 1),
      )
    }
    const [mixed, first] = groups
    const labels = (group = mixed) =>
      group?.steps.map((step) => ownService(process, step, group)?.label)
    expect(labels()).toEqual(['Teams', undefined, 'Core', 'Teams'])
    expect(labels(first)).toEqual([undefined, undefined])
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
