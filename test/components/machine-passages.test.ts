import { expect, test } from 'vitest'
import { excerptOf, passageLink } from '#src/components/machine-passages.ts'

test('a passage is named by its beginning, cut between words', () => {
  const long =
    'Demandez-leur ce qu’ils utilisent, puis comparez avec la liste, et notez ce qui manque encore.'
  expect(excerptOf(long)).toBe(
    'Demandez-leur ce qu’ils utilisent, puis comparez avec la liste, et notez ce qui…',
  )
  expect(excerptOf('Court.')).toBe('Court.')
  expect(excerptOf('界'.repeat(100))).toBe(`${'界'.repeat(80)}…`)
})

test('its link escapes what has a meaning in a text fragment', () => {
  expect(passageLink('A-t-il, oui & non ?')).toBe('#:~:text=A%2Dt%2Dil%2C%20oui%20%26%20non%20%3F')
})
