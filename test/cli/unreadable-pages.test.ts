/** Pages that cannot be read: told by every command that counts on them, and never taken for missing ones. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lock } from '../support/handed-out.ts'
import { translatedDocset } from '../support/translated-docset.ts'

const broken = '---\ntitle: "Préparer\n---\n\n# Préparer\n'

test.each([
  ['status'],
  ['next', '--count', '99'],
  ['export', '--out', 'work'],
  ['gc'],
  ['import', 'a.po'],
])('%s tells where a page is broken, and nothing of it is missing', async (...words) => {
  const docset = await translatedDocset()
  await docset.passerelle('sync')
  await docset.passerelle('export', '--out', '.')
  await writeFile(join(docset.folder, 'a.po'), await docset.read('moves.en-US.fr-FR.po'))
  await writeFile(join(docset.folder, 'fr-fr/moves/plan.md'), broken)
  const before = await docset.read(lock)
  const { code, printed } = await docset.passerelle(...words)
  expect(code).toBe(1)
  expect(printed).toMatch(/fr-fr\/moves\/plan\.md:\d+:\d+ error front-matter-yaml/)
  expect(printed).not.toContain('plan#')
  if (words[0] === 'export') {
    const po = await docset.read('work/moves.en-US.fr-FR.po')
    expect(po).not.toContain('Plan the move')
    expect(po).toContain('Check the result')
  }
  expect(await docset.read(lock)).toBe(before)
})

const page = broken.replace('"', '')

test.each<[string, Uint8Array, string]>([
  ['UTF-16 as Windows writes it', Buffer.from(`\uFEFF${page}`, 'utf16le'), 'in UTF-16'],
  ['UTF-16 with the big end first', Buffer.from(`\uFEFF${page}`, 'utf16le').swap16(), 'in UTF-16'],
  ['UTF-16 without a mark', Buffer.from(page, 'utf16le'), 'in UTF-16'],
  ['an old encoding of Windows', Buffer.from(page, 'latin1'), '`0xE9`'],
])('a page in %s is told by its name, and is in no figure and no file', async (_, bytes, named) => {
  const docset = await translatedDocset()
  await docset.passerelle('sync')
  const before = await docset.read(lock)
  await writeFile(join(docset.folder, 'fr-fr/moves/plan.md'), bytes)
  for (const command of ['status', 'next', 'export', 'sync']) {
    const { code, printed } = await docset.passerelle(command)
    expect([command, code, printed]).toMatchObject([
      command,
      1,
      expect.stringMatching(/fr-fr\/moves\/plan\.md:\d+:\d+ error file-not-utf8/),
    ])
    expect(printed).toContain(named)
    if (command === 'status') expect(printed).not.toMatch(/plan\.md +\d/)
  }
  expect(await docset.read('fr-fr/l10n/out/moves.en-US.fr-FR.po')).not.toContain('Plan the move')
  expect(await docset.read(lock)).toBe(before)
})

test('an import without results writes nothing, not even the memory', async () => {
  const docset = await translatedDocset()
  await docset.passerelle('sync')
  await docset.passerelle('export', '--to', 'tmx', '--out', 'fr-fr/l10n')
  await docset.passerelle('export', '--out', 'work')
  const po = await docset.read('work/moves.en-US.fr-FR.po')
  await docset.edit('en-us/moves/check.md', 'Compare the number', 'Compare the whole number')
  const files = {
    'work/cut.po': po.slice(0, -300),
    'work/latin1.po': Buffer.from(po.replace('Notez', 'Écrivez'), 'latin1'),
    'work/wide.po': Buffer.from(po, 'utf16le').subarray(1),
    'work/conflict.po': po.replace('\nmsgid', '\n<<<<<<< HEAD\nmsgid'),
    'work/empty.po': '',
    'work/as-it-was.po': po,
  }
  const before = await docset.files()
  for (const [path, content] of Object.entries(files)) {
    await writeFile(join(docset.folder, path), content)
    const { printed } = await docset.passerelle('import', path)
    expect(printed, path).not.toContain('exchange-docset')
    expect(await docset.files(), path).toEqual(before)
  }
})

test('a lock or a memory in an unreadable encoding is never overwritten', async () => {
  for (const name of [lock, lock.replace('.lock', '.tmx')]) {
    const docset = await translatedDocset()
    await docset.passerelle('sync')
    await docset.passerelle('export', '--to', 'tmx', '--out', 'fr-fr/l10n')
    await docset.passerelle('export', '--out', 'work')
    const po = 'work/moves.en-US.fr-FR.po'
    await docset.edit(po, 'Comparez le nombre', 'Comparez bien le nombre')
    const text = await docset.read(name)
    await writeFile(join(docset.folder, name), Buffer.from(`${text}é`, 'latin1'))
    const before = await docset.files()
    const { code, printed } = await docset.passerelle('import', po)
    expect([code, printed]).toMatchObject([
      1,
      /l10n\/moves\.fr-FR\.\w+:\d+:\d+ error exchange-encoding/,
    ])
    expect(await docset.files()).toEqual(before)
  }
})
