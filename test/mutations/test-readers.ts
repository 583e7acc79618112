/** Tests with many damaged files for each of some readers; `CASES=2000` takes more than a landing has time for. */
import { expect, test } from 'vitest'
import { failuresOf, firstSeed } from './check-reader.ts'
import { readers } from './readers.ts'

const count = Number(process.env['CASES'] ?? 300)

/** @param isWanted - Asked for the index of each reader. */
export function testReaders(isWanted: (index: number) => boolean): void {
  const wanted = readers.filter((_, index) => isWanted(index))
  test.each(wanted.map((reader) => [reader.name, reader] as const))(
    `${count} damaged versions of %s are read or refused`,
    async (_name, reader) => {
      expect(await failuresOf(reader, firstSeed, count)).toEqual([])
    },
    600_000,
  )
}
