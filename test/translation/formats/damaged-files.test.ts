/** Files that were cut off, mixed up or saved wrongly on their way back. */
import { describe, expect, test } from 'vitest'
import { edit, imported, po, xliff21 } from './damage.ts'
import { french } from './small.ts'

describe('nothing is imported from a damaged file', () => {
  const change = (text: string) => edit(text, 'Voir plus bas.', 'Voir tout en bas.')

  test.each([
    [
      'exchange-docset',
      'the file of another docset',
      'moves.po',
      edit(po, 'X-Passerelle-Docset: moves', 'X-Passerelle-Docset: stays'),
    ],
    [
      'exchange-language',
      'the file of another language',
      'moves.po',
      edit(po, 'Language: fr_FR', 'Language: de_DE'),
    ],
    [
      'exchange-language',
      'source and target exchanged',
      'moves.21',
      edit(xliff21, 'srcLang="en" trgLang="fr-FR"', 'srcLang="fr-FR" trgLang="en"'),
    ],
    [
      'exchange-encoding',
      'a PO file that says another charset',
      'moves.po',
      edit(po, 'charset=utf-8', 'charset=ISO-8859-1'),
    ],
    [
      'exchange-truncated',
      'a PO file cut off inside a text',
      'moves.po',
      po.slice(0, po.lastIndexOf('serveur')),
    ],
    [
      'exchange-truncated',
      'a PO file cut off before a translation',
      'moves.po',
      po.slice(0, po.lastIndexOf('msgstr')),
    ],
    [
      'exchange-incomplete',
      'a PO file cut off between entries',
      'moves.po',
      po.slice(0, po.lastIndexOf('#: ')),
    ],
    [
      'exchange-truncated',
      'an XLIFF file cut off',
      'moves.21',
      xliff21.slice(0, xliff21.length - 200),
    ],
    [
      'exchange-syntax',
      'an XLIFF file with a stray sign',
      'moves.21',
      edit(xliff21, 'Premières', 'Premi&res'),
    ],
    [
      'exchange-syntax',
      'a PO file with a stray line',
      'moves.po',
      edit(po, '\nmsgid', '\n<<<<<<< HEAD\nmsgid'),
    ],
    ['exchange-syntax', 'a table without our columns', 'moves.csv', 'a,b\nVoir plus bas.,x\n'],
    ['exchange-syntax', 'something else altogether', 'moves.21', 'Voir plus bas.'],
  ])('%s: %s', (rule, _, name, text) => {
    const { rules, files, accepted } = imported(
      name === 'moves.csv' || !text.includes('Voir plus bas.') ? text : change(text),
      name,
    )
    expect(rules).toEqual([rule])
    expect(accepted).toEqual([])
    expect(files).toEqual(french)
  })

  test('exchange-encoding: a file that was saved in the old Windows encoding', () => {
    const bytes = Buffer.from(change(po), 'latin1')
    const { rules, files } = imported(bytes)
    expect(rules).toEqual(['exchange-encoding'])
    expect(files).toEqual(french)
  })

  test('a file with nothing in it says so', () => {
    for (const name of ['moves.po', 'moves.12', 'moves.21', 'moves.csv']) {
      expect(imported('', name).rules, name).toEqual(['exchange-syntax'])
    }
  })
})
