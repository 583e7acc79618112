/** What a machine has translated and nobody has confirmed. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { translatedDocset } from '../support/translated-docset.ts'

const lock = 'fr-fr/l10n/moves.fr-FR.lock'

test('is counted, can fail `status`, and ends when somebody confirms it', async () => {
  const { passerelle, read, folder } = await translatedDocset()
  await passerelle('sync')
  expect((await passerelle('status', '--fail-on', 'machine')).code).toBe(0)
  await writeFile(join(folder, lock), (await read(lock)).replaceAll(' assumed', ' machine'))
  const failed = await passerelle('status', '--fail-on', 'missing,machine')
  expect(failed.code).toBe(1)
  expect(failed.warned.split('\n')).toEqual([
    expect.stringMatching(/^moves fr-FR: \d+ missing; there must be none$/),
    expect.stringMatching(/^moves fr-FR: \d+ by machine and not confirmed; there must be none$/),
  ])
  const { translations } = JSON.parse((await passerelle('status', '--json')).printed) as {
    translations: { machine: { blocks: number; words: number } }[]
  }
  expect(translations[0]?.machine.blocks).toBeGreaterThan(5)
  expect(translations[0]?.machine.words).toBeGreaterThan(20)
  expect((await passerelle('status')).printed).toContain(
    `By machine, and not confirmed: ${translations[0]?.machine.blocks}.`,
  )
  for (const page of ['plan', 'check', 'after']) await passerelle('confirm', page)
  expect((await passerelle('status', '--fail-on', 'machine')).code).toBe(0)
})
