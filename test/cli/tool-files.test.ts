/**
 * Files in the forms that translators’ tools give them: own numbers of units and codes, segments, states, matches.
 *
 * Those in `fixtures/exchange/` are of the docset of `translated-docset.ts`, in which one source has changed.
 */
import { copyFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { counts } from '../support/handed-out.ts'
import { translatedDocset } from '../support/translated-docset.ts'

const fixtures = new URL('../fixtures/exchange/', import.meta.url).pathname
const tools = (await readdir(fixtures)).toSorted()

/** The docset that the files were exported from, with one of them in it. */
async function docsetWith(tool: string, name: string) {
  const docset = await translatedDocset()
  await docset.passerelle('sync', '--memory')
  await docset.edit(
    'en-us/moves/plan.md',
    'before you start anything.',
    'before you start anything else.',
  )
  await copyFile(join(fixtures, tool, name), join(docset.folder, name))
  return docset
}

const sentences = [
  ['after.md', 'title: Après le transfert\n'],
  ['after.md', '\n# Après le transfert\n\nArrêtez l’**ancien** serveur.\n'],
  ['after.md', 'quand tout le monde travaille avec le nouveau système.\n'],
  [
    'plan.md',
    'Avant de commencer quoi que ce soit d’autre, lisez la [liste](check.md) et le **plan**.',
  ],
  ['plan.md', '- Notez ce qu’elles disent.'],
] as const

test('there are files of every tool that the manual names', () => {
  expect(tools).toEqual(['crowdin', 'memoq', 'phrase', 'poedit', 'trados', 'weblate'])
})

describe.each(tools)('%s', (tool) => {
  test('finished translations are imported completely', async () => {
    const names = await readdir(join(fixtures, tool))
    const name = names.find((item) => item.startsWith('sound.')) ?? ''
    const docset = await docsetWith(tool, name)
    const { code, printed } = await docset.passerelle('import', name)
    expect([code, printed]).toMatchObject([0, /6 translated, .* 0 still wait, 0 refused/])
    for (const [file, text] of sentences)
      expect(await docset.read(`fr-fr/moves/${file}`)).toContain(text)
    expect(await counts(docset)).toEqual({ translated: 6, unverified: 9 })
    const before = await docset.files()
    for (const format of ['po', 'xliff12', 'xliff21', 'csv']) {
      await docset.passerelle('export', '--to', format, '--out', 'work')
    }
    const files = (await readdir(join(docset.folder, 'work'))).map((item) => `work/${item}`)
    const again = await docset.passerelle('import', ...files)
    expect([again.code, again.printed]).toMatchObject([0, /0 translated, .* 0 refused/])
    expect(await docset.files()).toEqual(before)
  })

  test('of a damaged file only valid units are imported; the others are reported with reason and position', async () => {
    const names = await readdir(join(fixtures, tool))
    const damaged = names.filter((item) => item.startsWith('damaged-')).toSorted()
    expect(damaged).toHaveLength(2)
    const all: string[] = []
    for (const name of damaged) {
      const docset = await docsetWith(tool, name)
      const before = await docset.files()
      const { code, printed } = await docset.passerelle('import', name)
      expect(code).toBe(1)
      // What was refused is not in any page; a file that is refused changes nothing at all.
      if (!printed.includes('translated, ') || printed.includes(' 0 translated'))
        expect(await docset.files()).toEqual(before)
      all.push(printed)
    }
    await expect(`${all.join('\n')}\n`).toMatchFileSnapshot(join(fixtures, tool, 'messages.txt'))
  })
})
