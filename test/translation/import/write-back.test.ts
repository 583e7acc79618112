/** What keeps new words from being written to a page, which then stays as it was. */
import { expect, test } from 'vitest'
import type { Replacement } from '#src/translation/formats/replacement.ts'
import { writeBack } from '#src/translation/import/write-back.ts'

const text = 'Préparez vos licences.\n\nAppelez-nous.\n'
const page = { name: 'page.mdx', slug: 'page', locale: 'fr-FR', text, dialect: 'guide' } as const

function put(was: string, now: string, typed = was): Replacement {
  const start = text.indexOf(was)
  return {
    page: 'page',
    base: 'target',
    start,
    end: start + was.length,
    was: typed,
    text: now,
    codes: [],
  }
}

test.each([
  [
    'a page that has changed in the meantime',
    'write-back-moved',
    [put('Appelez-nous.', 'Écrivez-nous.', 'Venez.')],
  ],
  [
    'two translations that overlap',
    'write-back-overlap',
    [put('Préparez vos', 'Ayez vos'), put('vos licences.', 'des licences.')],
  ],
  [
    'words that would make a heading',
    'write-back-structure',
    [put('Appelez-nous.', '## Appelez-nous.')],
  ],
])('%s', (_, rule, replacements) => {
  const { text: written, changed, messages } = writeBack(page, replacements)
  expect(messages.map(({ ruleId }) => ruleId)).toEqual([rule])
  expect([written, changed]).toEqual([text, 0])
})
