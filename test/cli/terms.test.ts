/** Terms as TBX: out of the glossary, and in from other tools. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readTbx } from '#src/translation/formats/tbx.ts'
import { translatedDocset } from '../support/translated-docset.ts'

const glossary = 'fr-fr/l10n/glossary.csv'
const rows = `term;fr-FR;en;note;dnt;ui;case;not
server;serveur;server;A machine;;;;hôte|host
Exchange Online;;;;x;;x;
mailbox;;;;;;;
`

async function withGlossary(text: string | undefined = rows) {
  const docset = await translatedDocset()
  await mkdir(join(docset.folder, 'fr-fr/l10n'), { recursive: true })
  if (text) await writeFile(join(docset.folder, glossary), text)
  const given = async (tbx: Uint8Array | string, ...args: string[]) => {
    await writeFile(join(docset.folder, 'their.tbx'), tbx)
    return docset.passerelle('terms', 'import', 'their.tbx', ...args)
  }
  return { ...docset, given }
}

const version3 = `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>
<conceptEntry id="1"><descrip type="subjectField">mail</descrip>
  <langSec xml:lang="en-GB"><termSec><term>Mailbox</term></termSec></langSec>
  <langSec xml:lang="fr"><termSec><term>boîte aux lettres</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
    <termSec><term>BAL</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec>
  <langSec xml:lang="de"><termSec><term>Postfach</term></termSec></langSec>
</conceptEntry>
<conceptEntry id="2"><langSec xml:lang="en"><termSec><term>server</term></termSec></langSec><langSec xml:lang="fr"><termSec><term>machine</term></termSec></langSec></conceptEntry>
<conceptEntry id="3"><note>Of people</note><langSec xml:lang="en"><termSec><term>tenant</term></termSec></langSec><langSec xml:lang="fr"><termSec><term>client</term></termSec><termSec><term>locataire</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec></langSec></conceptEntry>
<conceptEntry id="4"><langSec xml:lang="de"><termSec><term>Gerät</term></termSec></langSec></conceptEntry>
<conceptEntry id="5"></conceptEntry>
</body></text></tbx>
`

const martif = `<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en-US"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader><text><body>
<termEntry id="a"><langSet xml:lang="en-US"><tig><term>tenant</term></tig></langSet><langSet xml:lang="fr-FR"><ntig><termGrp><term>client</term></termGrp></ntig></langSet></termEntry>
</body></text></martif>
`

describe('terms export', () => {
  test('is TBX-Basic with the terms of the glossary', async () => {
    const { passerelle, read } = await withGlossary()
    const { code, printed } = await passerelle('terms', 'export', '--out', 'work.tbx')
    expect([code, printed]).toEqual([0, '3 terms → work.tbx'])
    const { concepts, messages } = readTbx(await read('work.tbx'), 'work.tbx')
    expect(messages).toEqual([])
    const plain = concepts.map(({ terms, avoid, note }) => ({
      ...Object.fromEntries(terms),
      avoid,
      note,
    }))
    expect(plain).toEqual([
      { en: ['server'], 'fr-FR': ['serveur'], avoid: ['hôte', 'host'], note: 'A machine' },
      {
        'en-US': ['Exchange Online'],
        avoid: [],
        note: '[do not translate]',
      },
      { 'en-US': ['mailbox'], avoid: [], note: '' },
    ])
  })

  test('imports as no change', async () => {
    const { passerelle, read } = await withGlossary()
    await passerelle('terms', 'export', '--out', 'work.tbx')
    const { printed } = await passerelle('terms', 'import', 'work.tbx')
    expect(printed).toBe('work.tbx: 0 added, 0 completed, 3 as before')
    expect(await read(glossary)).toBe(rows)
  })
})

describe('terms import', () => {
  test('adds rows and missing translations of version 3, and reports differences', async () => {
    const { given, read } = await withGlossary()
    const { code, printed } = await given(version3)
    expect(code).toBe(0)
    expect(printed).toContain('1 added, 1 completed, 1 as before, 1 left out: no term in en-US')
    expect(printed).toMatch(/their\.tbx:10:1 warning glossary-different .*`machine`.*`serveur`/)
    expect(printed).toMatch(/their\.tbx:13:1 warning exchange-syntax .*no term/)
    expect(await read(glossary)).toBe(
      rows.replace('mailbox;;', 'mailbox;boîte aux lettres;') +
        'tenant;client;tenant;Of people;;;;locataire\n',
    )
  })

  test('makes a glossary from version 2', async () => {
    const { given, read } = await withGlossary('')
    expect(await given(martif, '--dry-run')).toMatchObject({ code: 0, printed: /1 added/ })
    const { printed } = await given(martif)
    expect(printed).toContain('written: fr-fr/l10n/glossary.csv')
    expect(await read(glossary)).toBe('term;fr-FR;note;dnt;ui;case;not\ntenant;client;;;;;\n')
  })

  test.each([
    ['cut off', version3.slice(0, 700), /their\.tbx:\d+:\d+ error exchange-truncated/],
    ['of another kind', '<tmx/>', /their\.tbx:1:1 error exchange-syntax .*<tmx>/],
    ['empty', '', /their\.tbx:1:1 error exchange-syntax/],
    ['in Latin-1', Buffer.from(version3, 'latin1'), /error exchange-encoding/],
  ])('a file that is %s changes nothing', async (_, text, expected) => {
    const { given, read } = await withGlossary()
    expect(await given(text)).toMatchObject({ code: 1, printed: expected })
    expect(await read(glossary)).toBe(rows)
  })

  test('does not overwrite a glossary that cannot be read', async () => {
    const { given, read } = await withGlossary('words;fr-FR\n')
    expect(await given(version3)).toMatchObject({ code: 1, printed: /glossary-columns/ })
    expect(await read(glossary)).toBe('words;fr-FR\n')
  })
})
