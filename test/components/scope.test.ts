/** What a reader’s services leave in lists, and how an address says it. */
import { describe, expect, test } from 'vitest'
import {
  hasScope,
  isInScope,
  readScope,
  scopeSearch,
  type Scope,
} from '#src/components/my-services/scope.ts'
import { randomOf } from '../support/random.ts'

const names = {
  required: ['core'],
  choices: [
    ['synchronized', 'federated'],
    ['cloud', 'hybrid'],
  ],
}

describe('a step concerns a reader', () => {
  const scope: Scope = { services: ['teams'], options: ['federated'] }
  test.each([
    ['of no service', {}, true],
    ['of a chosen service', { service: 'teams' }, true],
    ['of another service', { service: 'yammer' }, false],
    ['of a service that all have', { service: 'core' }, true],
    ['of the chosen way', { option: 'federated' }, true],
    ['of a way that the chosen one excludes', { option: 'synchronized' }, false],
    ['of a choice that is not made yet', { option: 'hybrid' }, true],
    ['of another service, in the chosen way', { service: 'yammer', option: 'federated' }, false],
  ])('%s', (_, marks, expected) => {
    expect(isInScope(scope, names, marks)).toBe(expected)
  })

  test('of any service, where only ways are chosen', () => {
    expect(isInScope({ options: ['cloud'] }, names, { service: 'yammer' })).toBe(true)
  })
})

describe('an address', () => {
  test('says no service apart from nothing said', () => {
    expect(readScope('?services=')).toEqual({ services: [], options: [] })
    expect(readScope('?party=customer')).toBeUndefined()
  })

  test('says what was chosen, and keeps what else it asks for', () => {
    const random = randomOf(14)
    const ids = ['teams', 'power-bi', 'réseau', 'a b', '文档']
    for (let round = 0; round < 200; round++) {
      const some = () => ids.filter(() => random.once(2))
      const scope: Scope = random.once(3)
        ? { options: some() }
        : { services: some(), options: some() }
      const isSaid = scope.services !== undefined || scope.options.length > 0
      const search = scopeSearch('?phase=assess&services=old', scope)
      expect(readScope(search)).toEqual(isSaid ? scope : undefined)
      expect(new URLSearchParams(search).get('phase')).toBe('assess')
      expect(scopeSearch(search, undefined)).toBe('?phase=assess')
    }
  })
})

describe('readers can choose', () => {
  const frame = { phases: [], alongside: [], parties: [] }
  const service = (id: string, isRequired?: true) => ({
    id,
    label: id,
    ...(isRequired && { isRequired }),
  })
  test('among two services that not all have, or in a choice', () => {
    const two = [service('core', true), service('teams'), service('yammer')]
    expect(hasScope({ ...frame, services: two })).toBe(true)
    expect(hasScope({ ...frame, services: two.slice(0, 2) })).toBe(false)
    const choices = [{ id: 'sign-in', label: '', options: [] }]
    expect(hasScope({ ...frame, services: [], choices })).toBe(true)
  })
})
