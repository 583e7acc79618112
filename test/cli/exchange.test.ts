/** Work that goes out to translators’ tools and comes back, on files on disk. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { counts, handedOut, lock, po } from '../support/handed-out.ts'
import { translatedDocset } from '../support/translated-docset.ts'

describe('export and import', () => {
  test.each(['po', 'xliff12', 'xliff21', 'csv'])(
    '%s: given back as it went out, no byte of any file changes',
    async (format) => {
      const docset = await handedOut('--to', format)
      const before = await docset.files()
      const file =
        { po, csv: po.replace('.po', '.csv') }[format] ??
        `${po.slice(0, -3)}.${format.slice(-2)}.xlf`
      const { code, printed } = await docset.passerelle('import', file)
      expect([code, printed]).toMatchObject([0, /0 translated, 0 confirmed.* 0 refused/])
      expect(await docset.files()).toEqual(before)
    },
  )

  test('what was translated is written into its block, and the lock says that it is done', async () => {
    const docset = await handedOut()
    const before = await docset.files()
    await docset.edit(
      po,
      'msgid "Write down what they say."\nmsgstr ""',
      'msgid "Write down what they say."\nmsgstr "Notez ce qu’elles disent."',
    )
    const dry = await docset.passerelle('import', po, '--dry-run')
    expect(dry.printed).toContain('1 translated')
    expect(await docset.files()).toEqual(before)
    const { code, printed } = await docset.passerelle('import', po)
    expect([code, printed]).toMatchObject([0, /1 translated/])
    const plan = 'fr-fr/moves/plan.md'
    expect(await docset.files()).toEqual({
      ...before,
      [plan]: before[plan]?.replace('Write down what they say.', 'Notez ce qu’elles disent.'),
      [lock]: await docset.read(lock),
    })
    expect((await docset.read(lock)).match(/ ok$/gm)).toHaveLength(1)
    expect(await counts(docset)).toEqual({ translated: 1, unverified: 10, missing: 4 })
    const after = await docset.files()
    expect((await docset.passerelle('import', po)).printed).toContain('0 translated')
    expect(await docset.files()).toEqual(after)
  })

  test('invalid units are reported with their line and left out; the rest is written', async () => {
    const docset = await handedOut()
    await docset.edit(po, 'Lisez le <b1>plan</b1>', 'Lisez bien le plan')
    await docset.edit(po, 'Comparez le nombre', 'Comparez bien le nombre')
    const { code, printed } = await docset.passerelle('import', po)
    expect(code).toBe(1)
    expect(printed).toMatch(/work\/moves\.en-US\.fr-FR\.po:\d+:1 error code-lost/)
    expect(await docset.read('fr-fr/moves/plan.md')).toContain('Lisez le **plan**')
    expect(await docset.read('fr-fr/moves/check.md')).toContain('Comparez bien le nombre')
  })

  test('a stale translation that is still right is confirmed by leaving it as it is', async () => {
    const docset = await handedOut()
    await docset.edit('en-us/moves/plan.md', 'on the old server', 'on the former server')
    await docset.passerelle('export', '--out', 'work', '--only', 'waiting')
    expect(await docset.read(po)).toContain('#, fuzzy')
    const before = await docset.files()
    await docset.edit(po, '#, fuzzy\n', '')
    const { printed } = await docset.passerelle('import', po)
    expect(printed).toContain('0 translated, 1 confirmed')
    expect(await docset.files()).toEqual({ ...before, [lock]: await docset.read(lock) })
    expect(await counts(docset)).not.toHaveProperty('stale')
  })

  test.each(['https://example.fr/aide', 'www.example.fr', 'aide@example.fr'])(
    'the address %s in a block that the translation lacks is refused for what it is',
    async (address) => {
      const docset = await translatedDocset()
      const page = 'en-us/moves/check.md'
      await docset.edit(page, 'systems.\n', 'systems.\n\nSimple words here.\n')
      await docset.passerelle('export', '--out', 'work')
      await docset.edit(
        po,
        'msgid "Simple words here."\nmsgstr ""',
        `msgid "Simple words here."\nmsgstr "Voir ${address}."`,
      )
      const { code, printed } = await docset.passerelle('import', po)
      expect([code, printed]).toMatchObject([1, /error unit-markup/])
      expect(printed).not.toContain('unit-place')
    },
  )

  test('a bare address in a new source block is in its translation, too', async () => {
    const docset = await translatedDocset()
    const page = 'en-us/moves/check.md'
    await docset.edit(page, 'systems.\n', 'systems.\n\nAsk https://example.org/help first.\n')
    await docset.passerelle('export', '--out', 'work')
    await docset.edit(
      po,
      'msgid "Ask <url1/> first."\nmsgstr ""',
      'msgid "Ask <url1/> first."\nmsgstr "Demandez d’abord à <url1/>."',
    )
    const { printed } = await docset.passerelle('import', po)
    expect(printed).toContain('1 translated')
    expect(await docset.read('fr-fr/moves/check.md')).toContain(
      'Demandez d’abord à https://example.org/help.',
    )
  })

  test('titles of links and pictures go out, and come back into a page of their own', async () => {
    const docset = await translatedDocset()
    const page = 'en-us/moves/after.md'
    await docset.edit(page, 'the **old** server', 'the [old](plan.md "Where it stands") server')
    await docset.passerelle('export', '--out', 'work', '--only', 'missing')
    const words = {
      'After the move': 'Après le transfert',
      'What is left to do when people work with the new system.': 'Ce qui reste à faire.',
      'Switch off the <a1>old</a1> server.': 'Arrêtez l’<a1>ancien</a1> serveur.',
      'Where it stands': 'Là où il se trouve',
    }
    for (const [from, to] of Object.entries(words)) {
      const isTwice = from === 'After the move'
      for (let count = 0; count < (isTwice ? 2 : 1); count++)
        await docset.edit(po, `msgid "${from}"\nmsgstr ""`, `msgid "${from}"\nmsgstr "${to}"`)
    }
    const { code, printed } = await docset.passerelle('import', po)
    expect([code, printed]).toMatchObject([0, /5 translated/])
    expect(await docset.read('fr-fr/moves/after.md')).toContain(
      'Arrêtez l’[ancien](plan.md "Là où il se trouve") serveur.',
    )
  })

  test('a page that is new is written when all of it is translated, not before', async () => {
    const docset = await handedOut('--only', 'missing')
    const before = await docset.files()
    const words = [
      ['After the move', 'Après le transfert'],
      ['What is left to do when people work with the new system.', 'Ce qui reste à faire ensuite.'],
      ['Switch off the <b1>old</b1> server.', 'Arrêtez l’<b1>ancien</b1> serveur.'],
    ] as const
    for (const [index, [from, to]] of words.entries()) {
      await docset.edit(po, `msgid "${from}"\nmsgstr ""`, `msgid "${from}"\nmsgstr "${to}"`)
      const { code, printed } = await docset.passerelle('import', po)
      if (index === 2) break
      expect([code, printed]).toMatchObject([1, /error page-incomplete/])
      expect(await docset.files()).toEqual(before)
    }
    await docset.edit(
      po,
      'msgid "After the move"\nmsgstr ""',
      'msgid "After the move"\nmsgstr "Après le transfert"',
    )
    const { code, printed } = await docset.passerelle('import', po)
    expect([code, printed]).toMatchObject([0, /4 translated/])
    expect(await docset.read('fr-fr/moves/after.md')).toContain(
      '# Après le transfert\n\nArrêtez l’**ancien** serveur.\n',
    )
    expect(await counts(docset)).toEqual({ translated: 4, unverified: 10, untranslated: 1 })
  })

  test('an OmegaT project is given back as its folder', async () => {
    const docset = await handedOut('--to', 'omegat')
    const project = 'work/moves.en-US.fr-FR.omegat'
    const none = await docset.passerelle('import', project)
    expect([none.code, none.warned]).toMatchObject([2, /Create Translated Documents/])
    const name = 'moves.en-US.fr-FR.po'
    const text = await docset.read(`${project}/source/${name}`)
    // Where nothing is translated OmegaT may write the source.
    const made = text
      .replace('say."\nmsgstr ""', 'say."\nmsgstr "Notez ce qu’elles disent."')
      .replace(/msgid "(Switch off.*)"\nmsgstr ""/, 'msgid "$1"\nmsgstr "$1"')
    await writeFile(join(docset.folder, project, 'target', name), made)
    const { code, printed } = await docset.passerelle('import', project)
    expect([code, printed]).toMatchObject([0, /1 translated.* 0 refused/])
  })

  test('foreign files are a usage error, a file of another docset is a problem', async () => {
    const docset = await handedOut()
    expect((await docset.passerelle('import')).code).toBe(2)
    expect((await docset.passerelle('import', 'nowhere.po')).code).toBe(2)
    expect((await docset.passerelle('import', 'fr-fr/moves/plan.md')).code).toBe(2)
    await docset.edit(po, 'X-Passerelle-Docset: moves', 'X-Passerelle-Docset: stays')
    const { code, printed } = await docset.passerelle('import', po)
    expect([code, printed]).toMatchObject([1, /error exchange-docset/])
  })

  test('a page that is not in UTF-8 is not touched', async () => {
    const docset = await handedOut()
    const path = join(docset.folder, 'fr-fr/moves/check.md')
    await writeFile(path, Buffer.from(await docset.read('fr-fr/moves/check.md'), 'latin1'))
    await docset.edit(po, 'Comparez le nombre', 'Comparez bien le nombre')
    const before = await docset.files()
    const { code, printed } = await docset.passerelle('import', po)
    expect([code, printed]).toMatchObject([1, /check\.md:\d+:\d+ error/])
    expect(await docset.files()).toEqual(before)
  })
})
