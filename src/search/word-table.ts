/**
 * The words of a part of an index in a form that is kept: what `merge-words.ts` asks of a list of pages stands beside it,
 * so that lists are copied without being read.
 */
import { endianness } from 'node:os'
import { CborReader } from './cbor.ts'

export interface WordTable {
  /**
   * Words, each followed by the forms in which accents write it, which begin with `formMark`. Their characters are the
   * bytes of UTF-8, as in `CborReader.word`.
   */
  names: readonly string[]
  /** For each name, the numbers of `columns`. */
  numbers: Uint32Array
  /** Lists of pages, one after the other, each without the head and the number of its first page. */
  lists: Uint8Array
  /** Where in `lists` the number of a field of metadata stands. */
  fields: Uint32Array
  /** How many bytes Pagefind’s chunks have. */
  size: number
}

/** What a table says of a list of pages, as places in a row of `numbers`. */
export const columns = {
  /** How many pages there are. */
  count: 0,
  /** The number of the first page in the part. */
  first: 1,
  /** How many items the first page has. */
  items: 2,
  /** The number of the last page in the part. */
  last: 3,
  /** Where the list ends. */
  end: 4,
} as const

/** How many numbers a row has. */
export const width = Object.keys(columns).length
export const formMark = '\t'

/** The number of the first field as CBOR has it: below zero. */
export const firstField = 0x20

/** @param chunks - As Pagefind writes them. */
export function readWords(chunks: readonly Uint8Array[]): WordTable {
  const names: string[] = []
  const numbers: number[] = []
  const fields: number[] = []
  const lists: Uint8Array[] = []
  let end = 0
  for (const chunk of chunks) {
    const reader = new CborReader(chunk)
    reader.array()
    for (let words = reader.array(); words > 0; words--) {
      const length = reader.array()
      add(reader, reader.word())
      if (length < 3) continue
      for (let forms = reader.array(); forms > 0; forms--) {
        reader.array()
        add(reader, formMark + reader.word())
      }
    }
  }
  return {
    names,
    numbers: Uint32Array.from(numbers),
    lists: Buffer.concat(lists),
    fields: Uint32Array.from(fields),
    size: chunks.reduce((sum, { length }) => sum + length, 0),
  }

  function add(reader: CborReader, name: string): void {
    const { start, fieldsAt, ...row } = readPages(reader)
    const list = reader.bytes.subarray(start, reader.position)
    for (const place of fieldsAt) fields.push(end + place - start)
    end += list.length
    lists.push(list)
    names.push(name)
    numbers.push(row.count, row.first, row.items, row.last, end)
  }
}

/** Pass over the pages of a word: the number of each counts from the one before. */
function readPages(reader: CborReader) {
  const count = reader.array()
  const row = { count, first: 0, items: 0, last: 0, start: reader.position }
  const fieldsAt: number[] = []
  for (let index = 0; index < count; index++) {
    const items = reader.array()
    const step = reader.number()
    if (index === 0) Object.assign(row, { first: step, items, start: reader.position })
    row.last += step
    for (let left = reader.array(); left > 0; left--) reader.number()
    if (items > 2) findFields(reader, fieldsAt)
  }
  return { ...row, fieldsAt }
}

/** In a list of places in metadata a number below zero begins those of another field. */
function findFields(reader: CborReader, fieldsAt: number[]): void {
  for (let left = reader.array(); left > 0; left--) {
    const start = reader.position
    if (reader.number() >= 0) continue
    if (reader.position > start + 1) {
      throw new Error('Unexpected field of metadata in an index, expected one of at most 24')
    }
    fieldsAt.push(start)
  }
}

/** To be kept as a file: the same on machines of any byte order. */
export function encodeWords({ names, numbers, lists, fields, size }: WordTable): Uint8Array {
  const text = Buffer.from(names.join('\n'), 'latin1')
  const sizes = Uint32Array.of(size, text.length, numbers.length, fields.length)
  return Buffer.concat([...[sizes, numbers, fields].map(littleEndian), text, lists])
}

export function decodeWords(bytes: Uint8Array): WordTable {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let position = 0
  const numbersHere = (count: number) => {
    const copy = Buffer.alloc(count * 4)
    position += file.copy(copy, 0, position, position + copy.length)
    const { buffer, byteOffset } = littleEndian(copy)
    return new Uint32Array(buffer, byteOffset, count)
  }
  const [size = 0, textLength = 0, numberCount = 0, fieldCount = 0] = numbersHere(4)
  const numbers = numbersHere(numberCount)
  const fields = numbersHere(fieldCount)
  const text = file.toString('latin1', position, (position += textLength))
  const names = text ? text.split('\n') : []
  return { names, numbers, fields, size, lists: file.subarray(position) }
}

/** Numbers of four bytes from the order of this machine, or into it. */
function littleEndian({ buffer, byteOffset, byteLength }: Uint32Array | Buffer): Buffer {
  const bytes = Buffer.from(buffer, byteOffset, byteLength)
  return endianness() === 'LE' ? bytes : Buffer.from(bytes).swap32()
}
