import { describe, expect, test } from 'vitest'
import en from '#src/i18n/strings/en.json' with { type: 'json' }
import fr from '#src/i18n/strings/fr-FR.json' with { type: 'json' }
import { fillIn, formsOf, inForm } from '#src/components/progress/plural.ts'
import { parseProgress } from '#src/components/progress/progress-file.ts'
import { serializeProgress, storageKey, storedProgress } from '#src/components/progress/store.ts'

const text = serializeProgress('fasttrack', new Set(['review-network', 'gather-data']))

describe('progress', () => {
  test('is written so that the same ticks give the same file', () => {
    expect(text).toBe(
      '{"format":"passerelle-progress","version":1,"docset":"fasttrack","done":["gather-data","review-network"]}',
    )
    expect(storageKey('fasttrack')).toBe('passerelle-progress-fasttrack')
  })

  test('comes back from the browser, nothing where nothing was kept or something else was', () => {
    expect(storedProgress(text)).toEqual(new Set(['gather-data', 'review-network']))
    for (const other of [null, '', 'oops', 'null', '5', '{}', '{"done":7}']) {
      expect(storedProgress(other)).toEqual(new Set())
    }
  })

  test('that a newer version keeps is left alone', () => {
    expect(storedProgress(text.replace('"version":1', '"version":2'))).toBeUndefined()
  })
})

describe('a file', () => {
  const file = (change: object) => JSON.stringify({ ...(JSON.parse(text) as object), ...change })

  test('that was exported is read, every id once, also those that no step has now', () => {
    expect(parseProgress(text, 'fasttrack')).toEqual({ done: ['gather-data', 'review-network'] })
    expect(parseProgress(file({ done: ['gone', 'gone'] }), 'fasttrack')).toEqual({ done: ['gone'] })
    expect(parseProgress(file({ done: [] }), 'fasttrack')).toEqual({ done: [] })
  })

  test.each([
    ['not JSON', '# Notes', 'json'],
    ['empty', '', 'json'],
    ['no object', '[]', 'format'],
    ['null', 'null', 'format'],
    ['something else', '{"name":"passerelle"}', 'format'],
    ['without a list', file({ done: 'gather-data' }), 'format'],
    ['with ids that are no words', file({ done: ['gather-data', 5] }), 'format'],
    ['with a version that is no number', file({ version: '1' }), 'format'],
    ['of a newer version', file({ version: 2, done: {} }), 'version'],
    ['of another docset', file({ docset: 'live-edu' }), 'docset'],
  ])('that is %s is refused with that reason', (_name, content, reason) => {
    expect(parseProgress(content, 'fasttrack')).toBe(reason)
  })
})

describe('what is said', () => {
  test('has the plural of the language', () => {
    const english = formsOf(en, 'progress.imported')
    expect(inForm(english, 'en', 1, { count: 1, file: 'a' })).toBe('1 step added from “a”.')
    expect(inForm(english, 'en', 0, { count: 0, file: 'a' })).toBe('0 steps added from “a”.')
    const french = formsOf(fr, 'progress.done')
    expect(inForm(french, 'fr-FR', 0, { done: 0 })).toBe('0 faite')
    expect(inForm(french, 'fr-FR', 2, { done: 2 })).toBe('2 faites')
  })

  test('falls back to the usual form, and leaves places alone that it has no value for', () => {
    expect(inForm({ other: '{count} x' }, 'fr', 1)).toBe('1 x')
    expect(fillIn('{a} and {b}', { a: '{b}' })).toBe('{b} and {b}')
  })
})
