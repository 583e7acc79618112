/**
 * CBOR (RFC 8949), as far as Pagefind’s files have it: whole numbers, text, bytes and arrays of known length.
 *
 * Libraries read a whole file into values. Parts of an index are put together without that: their lists are
 * passed over and copied as bytes (`merge-words.ts`).
 */

export type CborValue = number | string | Uint8Array | readonly CborValue[]

const kinds = { number: 0, negative: 1, bytes: 2, text: 3, array: 4 } as const
const utf8 = { read: new TextDecoder(), write: new TextEncoder() }

/** Reads one value after the other. */
export class CborReader {
  /** Where the next value begins. */
  position = 0
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  /** The length of an array, whose items follow. */
  array(): number {
    return this.#sized(kinds.array)
  }

  number(): number {
    const [kind, value] = this.#head()
    if (kind > kinds.negative) throw unreadable(this.position)
    return kind === kinds.number ? value : -1 - value
  }

  text(): string {
    return utf8.read.decode(this.#content(kinds.text))
  }

  /** Text as its bytes are, each a character: such strings compare as Pagefind sorts words. */
  word(): string {
    return Buffer.from(this.#content(kinds.text)).toString('latin1')
  }

  value(): CborValue {
    const start = this.position
    const [kind, size] = this.#head()
    if (kind === kinds.number) return size
    if (kind === kinds.negative) return -1 - size
    if (kind === kinds.array) return Array.from({ length: size }, () => this.value())
    this.position = start
    return kind === kinds.text ? this.text() : this.#content(kinds.bytes)
  }

  #content(kind: number): Uint8Array {
    const size = this.#sized(kind)
    this.position += size
    if (this.position > this.bytes.length) throw unreadable(this.position)
    return this.bytes.subarray(this.position - size, this.position)
  }

  #sized(wanted: number): number {
    const [kind, size] = this.#head()
    if (kind !== wanted) throw unreadable(this.position)
    return size
  }

  #head(): [kind: number, value: number] {
    const first = this.bytes[this.position++] ?? 0xff
    const info = first & 0x1f
    if (info < 24) return [first >> 5, info]
    const length = info === 24 ? 1 : info === 25 ? 2 : info === 26 ? 4 : 0
    if (!length || this.position + length > this.bytes.length) throw unreadable(this.position)
    let value = 0
    for (let left = length; left > 0; left--)
      value = value * 256 + (this.bytes[this.position++] ?? 0)
    return [first >> 5, value]
  }
}

/** Writes one value after the other. */
export class CborWriter {
  #bytes: Buffer
  #length = 0

  /** @param room - For so many bytes nothing has to be moved. */
  constructor(room = 1024) {
    this.#bytes = Buffer.allocUnsafe(room)
  }

  /** The length of an array, whose items follow. */
  array(length: number): void {
    this.#head(kinds.array, length)
  }

  number(value: number): void {
    if (value < 0) this.#head(kinds.negative, -1 - value)
    else this.#head(kinds.number, value)
  }

  /** Text whose characters are its bytes; see `CborReader.word`. */
  word(word: string): void {
    this.#head(kinds.text, word.length)
    this.#reserve(word.length)
    this.#length += this.#bytes.write(word, this.#length, 'latin1')
  }

  value(value: CborValue): void {
    if (typeof value === 'number') return this.number(value)
    if (Array.isArray(value)) {
      this.array(value.length)
      for (const item of value as readonly CborValue[]) this.value(item)
      return
    }
    const isText = typeof value === 'string'
    const content = isText ? utf8.write.encode(value) : (value as Uint8Array)
    this.#head(isText ? kinds.text : kinds.bytes, content.length)
    this.raw(content)
  }

  /** Values that are encoded already. */
  raw(content: Uint8Array, start = 0, end = content.length): void {
    this.#reserve(end - start)
    const bytes = this.#bytes
    let length = this.#length
    // Most are a few bytes: to make a view of each costs more than to copy it.
    if (end - start > 64) bytes.set(content.subarray(start, end), length)
    else for (let from = start; from < end; from++) bytes[length++] = content[from]!
    this.#length += end - start
  }

  get length(): number {
    return this.#length
  }

  /** What was written so far. */
  get written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  #head(kind: number, value: number): void {
    this.#reserve(5)
    const first = kind << 5
    if (value < 24) this.#bytes[this.#length++] = first | value
    else if (value < 0x1_00) {
      this.#bytes[this.#length++] = first | 24
      this.#length = this.#bytes.writeUInt8(value, this.#length)
    } else if (value < 0x1_00_00) {
      this.#bytes[this.#length++] = first | 25
      this.#length = this.#bytes.writeUInt16BE(value, this.#length)
    } else {
      this.#bytes[this.#length++] = first | 26
      this.#length = this.#bytes.writeUInt32BE(value, this.#length)
    }
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + count))
    larger.set(this.written)
    this.#bytes = larger
  }
}

export function encodeCbor(value: CborValue): Uint8Array {
  const writer = new CborWriter()
  writer.value(value)
  return writer.written
}

function unreadable(position: number): Error {
  return new Error(`Unexpected byte ${position} of an index, expected the format of Pagefind`)
}
