import { describe, expect, test } from 'vitest'
import { checklistOf, otherChecklists, partnersOf } from '#src/components/checklist/checklist.ts'
import { process } from './move-example.ts'

describe('the checklist of a party', () => {
  test('has the steps of that party by phase, and no phase in which it does nothing', () => {
    const shown = checklistOf(process, 'client').map(({ phase, steps }) => [
      phase?.label,
      ...steps.map(({ id }) => id),
    ])
    expect(shown).toEqual([
      ['Préparer', 'trier-à-temps'],
      ['Partir', 'sum'],
    ])
  })

  test('is empty for a party that does nothing', () => {
    expect(checklistOf(process, 'nobody')).toEqual([])
  })

  test('says who else takes part in a step', () => {
    const [alone, , together] = process.steps
    expect(alone && partnersOf(process, alone, 'client')).toEqual([])
    expect(together && partnersOf(process, together, 'client')).toEqual(['Déménageur'])
  })

  test('leads to the checklists of the others', () => {
    expect(otherChecklists(process, 'client', { path: 'fr-fr' }, 'move')).toEqual([
      { id: 'mover', label: 'Déménageur', path: '/fr-fr/move/checklist/mover/' },
    ])
  })
})
