/** `import` of a translation memory of another tool, and its matches in exports. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { handedOut, po } from '../support/handed-out.ts'
import { hasTool, runTool, xliffSchemas } from '../support/tools.ts'
import { translatedDocset } from '../support/translated-docset.ts'

/** As agencies deliver it: with other languages, their own ids, and codes with their content. */
const agency = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="Some Tool" creationtoolversion="9" segtype="sentence" o-tmf="x" adminlang="EN-US" srclang="*all*" datatype="xml">
    <prop type="client">Moves</prop><note>Year 1</note>
  </header>
  <body>
    <tu tuid="17" usagecount="2"><prop type="x">1</prop>
      <tuv xml:lang="DE-DE"><seg>Schalten Sie den alten Server aus.</seg></tuv>
      <tuv xml:lang="FR-CA"><seg>Arrêtez l’<bpt i="4">&lt;b&gt;</bpt>ancien<ept i="4">&lt;/b&gt;</ept> serveur.</seg></tuv>
      <tuv xml:lang="EN-US" changedate="20260101T000000Z"><seg>Switch off the <bpt i="1">&lt;b&gt;</bpt>old<ept i="1">&lt;/b&gt;</ept> server.</seg></tuv>
    </tu>
    <tu><tuv lang="en"><seg>Write down all that they say.</seg></tuv><tuv lang="fr"><seg>Notez tout ce qu’elles disent.</seg></tuv></tu>
    <tu><tuv xml:lang="en"><seg>What is left to do when people work with the new system.</seg></tuv><tuv xml:lang="fr-FR"><seg>Ce qui reste à faire.</seg></tuv></tu>
    <tu><tuv xml:lang="en"><seg>Only German</seg></tuv><tuv xml:lang="de"><seg>Nur deutsch</seg></tuv></tu>
    <tu><tuv xml:lang="en"><seg>Broken</seg></tuv><tuv xml:lang="fr"><seg>CassÃ©</seg></tuv></tu>
  </body>
</tmx>
`

const memory = 'fr-fr/l10n/moves.fr-FR.tmx'

async function withMemory(text: Uint8Array | string = agency) {
  const docset = await handedOut()
  await writeFile(join(docset.folder, 'agency.tmx'), text)
  return docset
}

describe('import of a memory', () => {
  test('makes one beside the lock and writes nothing else; a second import adds nothing', async () => {
    const docset = await withMemory()
    const before = await docset.files()
    const dry = await docset.passerelle('import', 'agency.tmx', '--dry-run')
    expect(await docset.files()).toEqual(before)
    const { code, printed } = await docset.passerelle('import', 'agency.tmx')
    expect([code, printed]).toEqual([
      0,
      'moves fr-FR: 3 added to the memory, 0 as before, 2 left out: other languages, empty or unreadable',
    ])
    expect(dry.printed).toBe(printed)
    const after = await docset.files()
    expect(after).toEqual({ ...before, [memory]: after[memory] })
    expect(after[memory]).not.toMatch(/deutsch|German|Cass/)
    const again = await docset.passerelle('import', 'agency.tmx', '--json')
    expect(JSON.parse(again.printed)).toMatchObject({ memories: [{ added: 0, known: 3, left: 2 }] })
    expect(await docset.files()).toEqual(after)
  })

  test('keeps its pairs when the lock is synced and pruned', async () => {
    const docset = await withMemory()
    await docset.passerelle('import', 'agency.tmx')
    for (const command of ['sync', 'gc']) {
      await docset.passerelle(command)
      expect(await docset.read(memory)).toContain('Notez tout ce qu’elles disent.')
    }
  })

  test('UTF-16 is read', async () => {
    const docset = await withMemory(Buffer.from(`\uFEFF${agency}`, 'utf16le'))
    const { printed } = await docset.passerelle('import', 'agency.tmx')
    expect(printed).toContain('3 added')
  })

  test.each([
    ['is cut off', agency.slice(0, -30), /agency\.tmx:\d+:\d+ error exchange-truncated/],
    ['is another kind of file', '<xliff/>', /agency\.tmx:1:1 error exchange-syntax .*<xliff>/],
    ['is empty', '', /agency\.tmx:1:1 error exchange-syntax/],
    [
      'is in other languages',
      agency.replaceAll(/"(fr|FR-CA|fr-FR)"/g, '"it"'),
      /agency\.tmx:3:1 error exchange-language .*`de-DE`, `it`/,
    ],
    ['is in Latin-1', Buffer.from(agency, 'latin1'), /agency\.tmx:\d+:\d+ error exchange-encoding/],
    ['has a stray &', agency.replace('Year 1', 'R & D'), /agency\.tmx:5:\d+ error exchange-syntax/],
  ])(
    'a file that %s changes nothing, and is reported with its position',
    async (_, text, expected) => {
      const docset = await withMemory(text)
      const before = await docset.files()
      const { code, printed } = await docset.passerelle('import', 'agency.tmx')
      expect(code).toBe(1)
      expect(printed).toMatch(expected)
      expect(await docset.files()).toEqual(before)
    },
  )
})

describe('a match', () => {
  async function exported(...options: string[]) {
    const docset = await withMemory()
    await docset.passerelle('import', 'agency.tmx')
    await docset.passerelle('export', '--out', 'work', '--only', 'waiting', ...options)
    return docset
  }

  test('in PO is fuzzy, with the source that it translates and its score', async () => {
    const docset = await exported()
    const text = await docset.read(po)
    expect(text).toContain(
      '#. 100 % (memory): Switch off the <e1>old</e1> server. → Arrêtez l’<b1>ancien</b1> serveur.\n',
    )
    expect(text).toMatch(
      /#, fuzzy\n#\| msgid "Write down all that they say\."\nmsgctxt .*\nmsgid "Write down what they say\."\nmsgstr "Notez tout ce qu’elles disent\."\n/,
    )
    const { printed } = await docset.passerelle('import', po)
    expect(printed).toContain('0 translated, 0 confirmed')
  })

  test.each([
    [
      'xliff12',
      'work/moves.en-US.fr-FR.12.xlf',
      'xliff-core-1.2-strict.xsd',
      '<alt-trans match-quality="100%" origin="memory" alttranstype="proposal" xml:space="preserve"><source>Switch off the old server.</source><target>Arrêtez l’<g id="1" ctype="bold">ancien</g> serveur.</target></alt-trans>',
    ],
    [
      'xliff21',
      'work/moves.en-US.fr-FR.21.xlf',
      'xliff-core-2.0.xsd',
      '<mtc:match id="m1" ref="#s1" similarity="100.0" origin="memory" type="tm"><source>Switch off the old server.</source><target>Arrêtez l’<pc id="1">ancien</pc> serveur.</target></mtc:match>',
    ],
  ])(
    '%s: with its quality, as the schema wants it, and not in the target',
    async (to, file, schema, match) => {
      const docset = await exported('--to', to)
      const text = await docset.read(file)
      expect(text).toContain(match)
      if (hasTool('xmllint', 'libxml2-utils')) {
        const command = ['xmllint', '--nonet', '--noout', '--schema', schema, 'a.xlf']
        runTool(command, { ...xliffSchemas(), 'a.xlf': text }, ({ said }) =>
          expect(said).toBe('a.xlf validates\n'),
        )
      }
      const { printed } = await docset.passerelle('import', file)
      expect(printed).toMatch(/0 translated, 0 confirmed.* 0 refused/)
    },
  )

  test('in CSV has columns of its own', async () => {
    const docset = await exported('--to', 'csv')
    const text = await docset.read(po.replace('.po', '.csv'))
    expect(text).toContain(';100 % (memory);Arrêtez l’<b1>ancien</b1> serveur.')
  })

  test('is shown by `next`', async () => {
    const docset = await exported()
    const { printed } = await docset.passerelle('next', '--count', '9')
    expect(printed).toMatch(/100 % +Switch off the <e1>old<\/e1> server\. → Arrêtez/)
  })

  test('of an equal text elsewhere in the docset has 100 %, of a similar one less', async () => {
    const docset = await translatedDocset()
    await docset.edit(
      'en-us/moves/after.md',
      'Switch off',
      'Open `run.exe` on the old server.\n\nOpen `setup.exe` on that old server now.\n\nSwitch off',
    )
    await docset.passerelle('export', '--out', 'work', '--only', 'missing')
    const text = await docset.read(po)
    expect(text).toContain('#. 100 % (docset): Open <c1/> on the old server. → Ouvrez <c1/>')
    expect(text).toMatch(/#\. 8\d % \(docset\): Open <c1\/> on the old server\./)
  })

  test('of several sentences is put together from known ones', async () => {
    const docset = await withMemory()
    await docset.edit(
      'en-us/moves/after.md',
      'Switch off the **old** server.',
      'What is left to do when people work with the new system. Switch off the **old** server. Write down all that they say.',
    )
    await docset.passerelle('import', 'agency.tmx')
    await docset.passerelle('export', '--out', 'work', '--only', 'missing')
    expect(await docset.read(po)).toContain(
      'msgstr "Ce qui reste à faire. Arrêtez l’<b1>ancien</b1> serveur. Notez tout ce qu’elles disent."',
    )
  })
})
