/** What goes wrong between us and a translator’s tool: refused by its name, and no file is touched. */
import { describe, expect, test } from 'vitest'
import { writeCsv } from '#src/translation/formats/csv.ts'
import { writeXliff12 } from '#src/translation/formats/xliff12.ts'
import { edit, imported, po, set, xliff21 } from './damage.ts'
import { english, french, smallSet } from './small.ts'

const intro =
  'Lisez le <b1>plan</b1> et la <a2>liste</a2> avant de <i3>commencer</i3> quoi que ce soit.'
const introduced = (text: string) => edit(po, intro, text)

describe('a damaged translation of one unit is refused, and its file stays as it is', () => {
  test.each([
    [
      'code-lost',
      'a code that was dropped',
      introduced('Lisez le <b1>plan</b1> et la liste avant de <i3>commencer</i3> tout.'),
    ],
    [
      'code-lost',
      'all codes flattened, as xliff2po does',
      introduced('Lisez le plan et la liste avant de commencer tout.'),
    ],
    [
      'code-lost',
      'a tag that was mistyped',
      introduced(intro.replace('<b1>', '< b1>').replace('</b1>', '</ b1>')),
    ],
    ['code-twice', 'a code that was copied', introduced(`${intro} <b1>Vite</b1>.`)],
    ['code-unknown', 'a code of another unit', introduced(`${intro} <c4/>`)],
    ['code-unknown', 'a code of another kind', introduced(intro.replaceAll('b1>', 's1>'))],
    [
      'code-nesting',
      'a pair that closes too late',
      introduced('Lisez le <b1>plan et la <a2>liste</b1> avant</a2> de <i3>commencer</i3> tout.'),
    ],
    ['code-nesting', 'a pair that never closes', introduced(intro.replace('</i3>', ''))],
    ['unit-markup', 'bold without words', introduced(intro.replace('>plan<', '><'))],
    [
      'unit-markup',
      'an address that becomes a link',
      introduced(intro.replace('soit', 'soit, voir www.example.com')),
    ],
    [
      'unit-language',
      'English over French',
      introduced(
        'Read the <b1>plan</b1> and the <a2>checklist</a2> before you <i3>start</i3> anything.',
      ),
    ],
    [
      'unit-language',
      'other English over French',
      introduced(
        'You should look at the <b1>plan</b1> and the <a2>list</a2> before you <i3>begin</i3> with it.',
      ),
    ],
    ['unit-empty', 'an emptied translation', edit(po, `msgstr "${intro}"`, 'msgstr ""')],
    [
      'unit-encoding',
      'letters that went through Latin-1',
      edit(po, 'msgstr "Premières étapes"', 'msgstr "PremiÃ¨res Ã©tapes du jour"'),
    ],
    [
      'unit-source',
      'a source that was edited',
      edit(po, 'msgid "Write down what they say."', 'msgid "Write down what they said."'),
    ],
    [
      'unit-swapped',
      'the id of another unit',
      edit(po, 'msgid "Write down what they say."', 'msgid "Name of the server"'),
    ],
    [
      'unit-unknown',
      'a unit of nobody',
      `${po}\nmsgctxt "plan#nowhere/9"\nmsgid "Something else."\nmsgstr "Autre chose."\n`,
    ],
  ])('%s: %s', (rule, _, text) => {
    const { rules, files, accepted } = imported(text)
    expect(rules).toEqual([rule])
    expect(accepted).toEqual([])
    expect(files).toEqual(french)
  })

  test('unit-stale: an export from before the source changed', () => {
    const source = {
      ...english,
      plan: edit(english.plan, 'on the old server', 'on the new server'),
    }
    const { rules, files } = imported(
      edit(po, 'sur l’ancien serveur', 'sur le vieux serveur'),
      'moves.po',
      smallSet(source),
    )
    expect(rules).toEqual(['unit-stale'])
    expect(files).toEqual(french)
  })

  test('unit-swapped: two translations that changed places', () => {
    const other = 'Notez ce qu’elles disent.'
    const mine = 'Nom du serveur'
    const text = po
      .replace(`msgstr "${mine}"`, 'msgstr "@"')
      .replace(`msgstr "${other}"`, `msgstr "${mine}"`)
      .replace('msgstr "@"', `msgstr "${other}"`)
    const { rules, files } = imported(text)
    expect(rules).toEqual(['unit-swapped', 'unit-swapped'])
    expect(files).toEqual(french)
  })

  test('unit-merged: one translation for two units that are translated differently', () => {
    const [first = '', second = ''] = [
      ...po.matchAll(
        /#: [^\n]*\n(?:#\.[^\n]*\n)*msgctxt "[^"]*"\nmsgid "See below\."\nmsgstr "[^"]*"\n\n/g,
      ),
    ].map(([entry]) => entry)
    const merged = edit(
      edit(po, second, ''),
      first,
      first.replace(/msgctxt.*\n/, '').replace(/msgstr ".*"/, 'msgstr "Voir en bas de page."'),
    )
    const { rules, files } = imported(merged)
    expect(rules).toEqual(['units-merged', 'unit-merged'])
    expect(files).toEqual(french)
  })

  test('unit-twice: two different translations of one unit', () => {
    const unit = /<unit id="u6"[\s\S]*?<\/unit>/.exec(xliff21)?.[0] ?? ''
    const title = 'Voir plus bas.'
    const [item, two] = ['Voir tout en bas.', 'Regardez plus bas.'].map((message) =>
      edit(unit, title, message),
    )
    const { rules, files } = imported(edit(xliff21, unit, `${item}${two}`), 'moves.21')
    expect(rules).toEqual(['unit-twice'])
    expect(files).toEqual(french)
  })

  test('unit-header: the header of a PO file that a converter offers for translation', () => {
    const header =
      '<unit id="u0"><segment><source>Project-Id-Version: moves\nMIME-Version: 1.0\n</source><target>Projet : moves</target></segment></unit>'
    const { rules, files } = imported(edit(xliff21, /(?=<unit id="u1")/, header), 'moves.21')
    expect(rules).toEqual(['unit-header'])
    expect(files).toEqual(french)
  })

  test('unit-place: a translation of a block that the translated page does not have', () => {
    const shorter = { ...french, plan: edit(french.plan, '- Notez ce qu’elles disent.\n', '') }
    const into = smallSet(english, shorter)
    const { rules, files } = imported(po, 'moves.po', into)
    expect(rules).toEqual(['unit-place'])
    expect(files).toEqual(shorter)
  })
})

describe('damage to one unit leaves the others sound', () => {
  test('valid units are written, invalid ones are reported with their line', () => {
    const text = edit(
      introduced('Lisez tout.'),
      'Notez ce qu’elles disent.',
      'Notez bien ce qu’elles disent.',
    )
    const { rules, files, refused } = imported(text)
    expect(rules).toEqual(['code-lost'])
    expect(files['plan']).toBe(french.plan.replace('Notez ce', 'Notez bien ce'))
    const line = text.split('\n').indexOf('msgctxt "plan#/3"') + 1
    expect(refused[0]?.message).toMatchObject({ file: 'moves.po', line })
  })

  test('a spreadsheet in UTF-16 or with semicolons is read all the same', () => {
    const csv = edit(
      writeCsv(set, { delimiter: ';' }),
      'Notez ce qu’elles disent.',
      'Notez bien ce qu’elles disent.',
    )
    const wide = Buffer.from(`\uFEFF${csv.replace(/^\uFEFF/, '')}`, 'utf16le')
    for (const text of [csv, wide]) {
      const { rules, files } = imported(text, 'moves.csv')
      expect(rules).toEqual([])
      expect(files['plan']).toContain('Notez bien ce')
    }
  })

  test('XLIFF 1.2 has what is to be translated only, and gives it back', () => {
    const text = writeXliff12(set)
    expect(text.match(/<trans-unit /g)).toHaveLength(2)
    const { rules, files } = imported(
      edit(
        text,
        '<target state="needs-translation">Check the result',
        '<target state="translated">Vérifier le résultat',
      ),
      'moves.12',
    )
    expect(rules).toEqual([])
    expect(files['check']).toContain('title: Vérifier le résultat')
  })
})
