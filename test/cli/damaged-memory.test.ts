/** A memory that somebody broke by hand: said by whoever looks, and never written over. */
import { expect, test } from 'vitest'
import { translatedDocset } from '../support/translated-docset.ts'

const memory = 'fr-fr/l10n/moves.fr-FR.tmx'

test.each([['check', '--lint'], ['status'], ['sync'], ['gc']])(
  '%s names the place, and leaves the file as it is',
  async (...words) => {
    const { passerelle, edit, read } = await translatedDocset()
    await passerelle('sync')
    await passerelle('export', '--to', 'tmx', '--out', 'fr-fr/l10n')
    await edit(memory, '</tu>', '')
    const broken = await read(memory)
    const { code, printed, warned } = await passerelle(...words)
    expect(code).toBe(1)
    expect(printed + warned).toMatch(/moves\.fr-FR\.tmx:\d+:\d+ error exchange-syntax /)
    expect(await read(memory)).toBe(broken)
  },
)
