import { describe, expect, test } from 'vitest'
import en from '#src/i18n/strings/en.json' with { type: 'json' }
import fr from '#src/i18n/strings/fr-FR.json' with { type: 'json' }
import {
  indexAfter,
  phaseBoxes,
  phasePath,
  phaseTitle,
} from '#src/components/phase-diagram/phase-diagram.ts'
import { process } from './process-example.ts'

const english = { strings: en, ui: 'en' }
const french = { strings: fr, ui: 'fr-FR' }

describe('the name of a phase', () => {
  const names = (locale: typeof english) => phaseBoxes(process, locale).map(({ name }) => name)

  test('says its place, its steps and whether it is optional', () => {
    expect(names(english)).toEqual([
      'Phase 1 of 3, Assess, 3 steps',
      'Phase 2 of 3, Remediate, 0 steps',
      'Phase 3 of 3, Migrate, optional, 1 step',
    ])
    expect(names(french)).toEqual([
      'Phase 1 sur 3, Assess, 3 étapes',
      'Phase 2 sur 3, Remediate, 0 étape',
      'Phase 3 sur 3, Migrate, facultative, 1 étape',
    ])
  })

  test('has a place for what is done', () => {
    const [assess] = phaseBoxes(process, english)
    expect(assess?.nameDone).toBe('Phase 1 of 3, Assess, 3 steps, {done}')
  })

  test('is short in titles, and none for what is no phase', () => {
    expect(phaseTitle(process, 'migrate', english)).toBe('Phase 3 of 3: Migrate')
    expect(phaseTitle(process, 'migrate', french)).toBe('Phase 3 sur 3\u00a0: Migrate')
    expect(phaseTitle(process, 'nothing', english)).toBeUndefined()
  })
})

test('a docset without phases has no boxes', () => {
  expect(phaseBoxes({ ...process, phases: [] }, english)).toEqual([])
})

test('the link to a phase chooses it with script and opens it without', () => {
  expect(phasePath('/en/guide/', 'assess')).toBe('/en/guide/?phase=assess#_phase-assess')
})

describe('a key on the tabs', () => {
  test('goes on, back, around the ends, to the first and to the last', () => {
    expect(indexAfter('ArrowRight', 0, 5, false)).toBe(1)
    expect(indexAfter('ArrowDown', 4, 5, false)).toBe(0)
    expect(indexAfter('ArrowLeft', 0, 5, false)).toBe(4)
    expect(indexAfter('ArrowUp', 3, 5, false)).toBe(2)
    expect(indexAfter('Home', 3, 5, false)).toBe(0)
    expect(indexAfter('End', 1, 5, false)).toBe(4)
  })

  test('follows the direction of the text to the sides only', () => {
    expect(indexAfter('ArrowLeft', 0, 5, true)).toBe(1)
    expect(indexAfter('ArrowRight', 0, 5, true)).toBe(4)
    expect(indexAfter('ArrowDown', 0, 5, true)).toBe(1)
  })

  test('means nothing when it is another one', () => {
    expect(indexAfter('Tab', 0, 5, false)).toBeUndefined()
    expect(indexAfter('Enter', 0, 5, false)).toBeUndefined()
  })
})
