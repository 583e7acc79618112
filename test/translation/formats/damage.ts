/** A small guide handed out in every format, to be damaged and taken back. */
import { expect } from 'vitest'
import { readCsv } from '#src/translation/formats/csv.ts'
import { readPo, writePo } from '#src/translation/formats/po.ts'
import { readXliff12 } from '#src/translation/formats/xliff12.ts'
import { readXliff21, writeXliff21 } from '#src/translation/formats/xliff21.ts'
import { importInto, smallSet } from './small.ts'

export const set = smallSet()
export const po = writePo(set)
export const xliff21 = writeXliff21(set)

/** Replace once, and make sure that there was something to replace. */
export function edit(text: string, from: string | RegExp, to: string): string {
  const edited = text.replace(from, () => to)
  expect(edited, `nothing like ${from} in the file`).not.toBe(text)
  return edited
}

export function imported(text: string | Uint8Array, name = 'moves.po', into = set) {
  const read = name.endsWith('.po')
    ? readPo
    : name.endsWith('.csv')
      ? readCsv
      : name.endsWith('.12')
        ? readXliff12
        : readXliff21
  return importInto(into, read(text, name))
}
