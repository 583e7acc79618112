/** Tests with 2,000 damaged files for each of some readers. */
import { expect, test } from 'vitest'
import { failuresOf, firstSeed } from './check-reader.ts'
import { readers } from './readers.ts'

/** @param isWanted - Asked for the index of each reader. */
export function testReaders(isWanted: (index: number) => boolean): void {
  const wanted = readers.filter((_, index) => isWanted(index))
  test.each(wanted.map((reader) => [reader.name, reader] as const))(
    '2000 damaged versions of %s are read or refused',
    async (_name, reader) => {
      expect(await failuresOf(reader, firstSeed, 2000)).toEqual([])
    },
    600_000,
  )
}
