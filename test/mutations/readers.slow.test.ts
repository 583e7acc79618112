/** No damaged file makes a reader throw, and each of its problems has a place and a rule. */
import { expect, test } from 'vitest'
import { failuresOf, firstSeed } from './check-reader.ts'
import { readers } from './readers.ts'

test.each(readers.map((reader) => [reader.name, reader] as const))(
  '2000 damaged versions of %s are read or refused',
  async (_name, reader) => {
    expect(await failuresOf(reader, firstSeed, 2000)).toEqual([])
  },
  300_000,
)
