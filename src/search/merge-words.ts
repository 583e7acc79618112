/** The words of several parts of an index as chunks of one, without reading where each word stands. */
import { CborReader, CborWriter } from './cbor.ts'

/** The words of one part, as Pagefind wrote them. */
export interface PartWords {
  chunks: readonly Uint8Array[]
  /** The number of its first page among all. */
  firstPage: number
  /** For each of its fields of metadata, the number that the field has among all. */
  fields: readonly number[]
}

/** A chunk of the index: the words from one to another, in the order of their bytes. */
export interface WordChunk {
  from: string
  to: string
  content: Uint8Array
}

/** The pages of a word in one part, as bytes. */
interface Postings {
  firstPage: number
  count: number
  /** The first page, in the part. */
  first: number
  /** How many items the list of the first page has. */
  items: number
  /** The last page, in the part. */
  last: number
  /** All after the number of the first page. */
  rest: Uint8Array
}

/** A word with its pages by part, and by part for each way in which accents write it. */
interface MergedWord {
  pages: Postings[]
  variants: Map<string, Postings[]>
}

/** Chunks are at least so large, in bytes: half of it travels. */
const smallest = 4_000
/** There are about so many chunks at most, for each is named in what every search loads. */
const most = 400

/** The words of all parts, whose pages are numbered one part after the other. */
export function mergeWords(parts: readonly PartWords[]): WordChunk[] {
  const words = new Map<string, MergedWord>()
  for (const part of parts) {
    for (const chunk of part.chunks) readChunk(new CborReader(chunk), part, words)
  }
  const total = parts.flatMap(({ chunks }) => chunks).reduce((sum, { length }) => sum + length, 0)
  return chunksOf(words, Math.max(smallest, total / most))
}

function readChunk(reader: CborReader, part: PartWords, words: Map<string, MergedWord>): void {
  reader.array()
  for (let left = reader.array(); left > 0; left--) {
    const length = reader.array()
    const word = reader.word()
    const merged = words.get(word) ?? { pages: [], variants: new Map<string, Postings[]>() }
    words.set(word, merged)
    merged.pages.push(readPages(reader, part))
    if (length < 3) continue
    for (let forms = reader.array(); forms > 0; forms--) {
      reader.array()
      const form = reader.word()
      const pages = merged.variants.get(form) ?? []
      merged.variants.set(form, pages)
      pages.push(readPages(reader, part))
    }
  }
}

/** Pass over the pages of a word: the number of each counts from the one before. */
function readPages(reader: CborReader, { firstPage, fields }: PartWords): Postings {
  const count = reader.array()
  const postings = { firstPage, count, first: 0, items: 0, last: 0, rest: new Uint8Array() }
  let start = reader.position
  for (let index = 0; index < count; index++) {
    const items = reader.array()
    const step = reader.number()
    if (index === 0) {
      Object.assign(postings, { first: step, items })
      start = reader.position
    }
    postings.last += step
    for (let left = reader.array(); left > 0; left--) reader.number()
    if (items > 2) renameFields(reader, fields)
  }
  return { ...postings, rest: reader.bytes.subarray(start, reader.position) }
}

/** In a list of places in metadata a number below zero begins those of another field. */
function renameFields(reader: CborReader, fields: readonly number[]): void {
  for (let left = reader.array(); left > 0; left--) {
    const start = reader.position
    const number = reader.number()
    if (number >= 0) continue
    const field = fields[-1 - number]
    if (field === undefined || field > 23 || reader.position > start + 1) {
      throw new Error('Unexpected field of metadata in an index, expected one of at most 24')
    }
    reader.bytes[start] = 0x20 | field
  }
}

function chunksOf(words: ReadonlyMap<string, MergedWord>, size: number): WordChunk[] {
  const chunks: WordChunk[] = []
  let here: string[] = []
  let body = new CborWriter()
  for (const word of [...words.keys()].sort()) {
    const before = body.length
    writeWord(body, word, words.get(word)!)
    here.push(word)
    // A word that fills a chunk leaves those before it to one of their own.
    if (here.length > 1 && before > size / 4 && body.length - before > size) {
      const alone = body.written.slice(before)
      here.pop()
      close(body.written.subarray(0, before))
      here.push(word)
      body.raw(alone)
    }
    if (body.length >= size) close(body.written)
  }
  if (here.length) close(body.written)
  return chunks

  function close(written: Uint8Array): void {
    const chunk = new CborWriter()
    chunk.array(1)
    chunk.array(here.length)
    chunk.raw(written)
    chunks.push({ from: utf8(here[0]), to: utf8(here.at(-1)), content: chunk.written })
    here = []
    body = new CborWriter()
  }
}

function writeWord(writer: CborWriter, word: string, { pages, variants }: MergedWord): void {
  writer.array(3)
  writer.word(word)
  writePages(writer, pages)
  writer.array(variants.size)
  for (const [form, formPages] of variants) {
    writer.array(2)
    writer.word(form)
    writePages(writer, formPages)
  }
}

function writePages(writer: CborWriter, parts: readonly Postings[]): void {
  writer.array(parts.reduce((sum, { count }) => sum + count, 0))
  let last = 0
  for (const { firstPage, count, first, items, last: lastHere, rest } of parts) {
    if (!count) continue
    writer.array(items)
    writer.number(firstPage + first - last)
    writer.raw(rest)
    last = firstPage + lastHere
  }
}

function utf8(word = ''): string {
  return Buffer.from(word, 'latin1').toString('utf8')
}
