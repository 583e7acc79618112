/** Files as tools write them: their escapes, their encodings, their names of languages, what they leave out. */
import { describe, expect, test } from 'vitest'
import { readPo } from '#src/translation/formats/po.ts'
import { matchLanguage } from '#src/translation/formats/languages.ts'
import { writeXliff12 } from '#src/translation/formats/xliff12.ts'
import { sortFiles } from '#src/translation/import/sort-files.ts'
import { edit, imported, po, set, xliff21 } from './damage.ts'
import { imported as importedInto, workspaceOf } from '../../support/project.ts'

const octal = (text: string) =>
  text.replace(/[^\0-\x7f]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => `\\${byte.toString(8)}`).join(''),
  )

describe('strings of PO files', () => {
  test('a file in which all that is not ASCII is escaped says the same', () => {
    const [plain, escaped] = [po, octal(po)].map((text) =>
      readPo(text, 'a.po').units.map(({ id, source, target }) => ({ id, source, target })),
    )
    expect(octal(po)).toContain('\\303')
    expect(escaped).toEqual(plain)
  })

  test.each([
    ['\\xC3\\x89t\\u00e9', 'exchange-syntax'],
    ['\\303x', 'exchange-encoding'],
    ['\\777', 'exchange-syntax'],
  ])('%s is refused by name', (typed, rule) => {
    const { rules, accepted } = imported(edit(po, 'Premières étapes', typed))
    expect([rules, accepted]).toEqual([[rule], []])
  })
})

describe('encodings', () => {
  const texts: [string, string][] = [
    ['moves.po', po],
    ['moves.21', xliff21],
    ['moves.12', writeXliff12(set)],
  ]
  test.each(texts)(
    '%s in UTF-16 is read, with a mark and without; cut or mixed bytes are not',
    (name, text) => {
      const wide = Buffer.from(text, 'utf16le')
      for (const bytes of [
        wide,
        Buffer.from(`\uFEFF${text}`, 'utf16le'),
        Buffer.from(wide).swap16(),
        Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`),
        Buffer.from(text.trimEnd()),
      ]) {
        expect(imported(bytes, name).rules).toEqual([])
      }
      for (const bytes of [
        wide.subarray(0, wide.length - 1),
        Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), wide]),
        Buffer.concat([Buffer.from(text), Buffer.from([0, 0xe9])]),
      ]) {
        expect(imported(bytes, name).rules).toEqual(['exchange-encoding'])
      }
    },
  )
})

test('a unit that was deleted from an XLIFF file is missed', () => {
  const unit = /<unit [\s\S]*?<\/unit>\n/
  expect(imported(edit(xliff21, unit, ''), 'moves.21').rules).toEqual(['exchange-units'])
  const text = edit(writeXliff12(set), /<trans-unit [\s\S]*?<\/trans-unit>\n/, '')
  expect(imported(text, 'moves.12').rules).toEqual(['exchange-units'])
})

describe('languages', () => {
  test.each([
    ['fr', 'fr-FR', 'near'],
    ['fr_FR', 'fr-FR', 'exact'],
    ['fr-CA', 'fr-FR', undefined],
    ['zh-Hans', 'zh-CN', 'near'],
    ['zh-Hant', 'zh-CN', undefined],
    ['pt', 'pt-PT', 'near'],
    ['?', 'fr-FR', undefined],
  ])('%s for a site in %s: %s', (given, known, expected) => {
    expect(matchLanguage(given, known)).toBe(expected)
  })

  test('a file goes to the only translation that fits; where several do, the way out is named', () => {
    const work = (docset: string, targetLocale: string) => ({
      project: { ...workspaceOf({ now: 'Words.\n' }), docset, targetLocale },
    })
    const works = [work('a', 'fr-FR'), work('a', 'de-DE'), work('b', 'fr-FR')]
    const file = { name: 'x.po', units: [], messages: [] }
    const sorted = (docset: string | undefined, targetLocale: string | undefined) => {
      const names = { ...(docset && { docset }), ...(targetLocale && { targetLocale }) }
      const { byTranslation, messages } = sortFiles([{ ...file, ...names }], works)
      return [
        byTranslation.map(({ work: item }) => works.indexOf(item)),
        messages.map(({ ruleId }) => ruleId),
      ]
    }
    expect(sorted('a', 'fr')).toEqual([[0], []])
    expect(sorted(undefined, 'de')).toEqual([[1], []])
    expect(sorted(undefined, 'fr')).toEqual([[], ['exchange-choice']])
    expect(sorted('a', 'it')).toEqual([[], ['exchange-docset']])
    const { messages } = sortFiles([{ ...file, targetLocale: 'fr' }], works)
    expect(messages[0]?.note).toContain('`--docset b --locale fr-FR`')
  })
})

describe('new blocks', () => {
  const was =
    '# Plan\n\nWrite down what they say.\n\n| Thing | Use |\n| --- | --- |\n| Mail | Read it. |\n'
  const french =
    '# Projet\n\nNotez ce qu’ils disent.\n\n| Chose | Usage |\n| --- | --- |\n| Courrier | Lisez-le. |\n'

  test('a paragraph waits for the heading of its new section', () => {
    const now = `${was}\n## What comes then\n\nAsk the people.\n`
    const project = workspaceOf({ was, now, french })
    const { text, refused } = importedInto(project, { 'Ask the people.': 'Demandez aux gens.' })
    expect(text).toBeUndefined()
    expect(refused.map(({ message }) => message.reason)).toEqual([
      'Translation depends on `page#what-comes-then/1`, which has no translation in the file.',
    ])
  })

  test('a cell that stays empty holds its row back, even if its word has a capital', () => {
    const now = `${was}| Devices | Write with them. |\n`
    const { text, refused } = importedInto(workspaceOf({ was, now, french }), {
      'Write with them.': 'Écrivez avec.',
    })
    expect(text).toBeUndefined()
    expect(refused[0]?.message.reason).toMatch(/depends on `.*`, which has no translation/)
  })

  test('a line’s end in a cell is a space', () => {
    const now = `${was}| Devices | Write with them. |\n`
    const { text } = importedInto(workspaceOf({ was, now, french }), {
      Devices: 'Appareils',
      'Write with them.': 'Écrivez\navec.',
    })
    expect(text).toContain('| Appareils | Écrivez avec. |')
  })
})
