import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/folder.ts'
import { twoImports } from '../support/two-imports.ts'

test('two imports at the same time: no unit is lost, in the pages or in the lock', async () => {
  const { ended, lost, confirmed, given } = await twoImports(await temporaryFolder(), alternating())
  expect(ended.map(({ code }) => code)).toEqual([0, 0])
  expect([lost, confirmed]).toEqual([[], given])
})

/** Every second unit is in the other file. */
function alternating(): () => number {
  let count = 0
  return () => (count++ % 2 ? 0.9 : 0.1)
}
