/** Bundles of programs that have changed, or that are not there any more, do not stay. */
import { readdirSync } from 'node:fs'
import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { removeOld } from '#src/cli/bundle/old-bundles.ts'
import { writeTree } from '../../support/disk-site.ts'
import { temporaryFolder } from '../../support/folder.ts'

test('those of programs that are gone, and old ones of the same program, are removed', async () => {
  const folder = await temporaryFolder()
  const [here, other] = [await temporaryFolder(), await temporaryFolder()]
  await writeTree(folder, {
    'gone/program': join(folder, 'nowhere'),
    'old/program': here,
    'recent/program': here,
    'of-another/program': other,
    'not-ours/file': '',
  })
  const hours = (count: number) => Date.now() / 1000 - count * 3600
  await utimes(join(folder, 'old'), hours(2), hours(2))
  await utimes(join(folder, 'of-another'), hours(2), hours(2))
  removeOld(folder, here)
  expect(readdirSync(folder)).toEqual(['not-ours', 'of-another', 'recent'])
})
