import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/folder.ts'
import { randomOf } from '../support/drift.ts'
import { twoImports } from '../support/two-imports.ts'

const rounds = Array.from({ length: 12 }, (_, round) => round)

test.each(rounds)('round %i of two imports at the same time loses no unit', async (round) => {
  const random = randomOf(round)
  const { ended, lost, confirmed, given } = await twoImports(await temporaryFolder(), random)
  expect(ended.map(({ code }) => code)).toEqual([0, 0])
  expect([lost, confirmed]).toEqual([[], given])
})
