/** The sites that many files look at, built before these files run (see `support/sequencer.ts`). */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtSite } from '../support/built-site.ts'

test.each([
  ['own', '/'],
  ['fasttrack', '/'],
  ['fasttrack', '/docs/'],
  ['own', '/docs/'],
] as const)('the %s site is built at %s', async (name, base) => {
  const folder =
    name === 'own' ? await builtSite('own', { base }) : await builtSite('fasttrack', { base })
  if (folder) expect(existsSync(join(folder, 'index.html'))).toBe(true)
  else console.warn('Skipped: the FastTrack docset is not beside the project (../shared)')
})
