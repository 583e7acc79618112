/** The words of several parts of an index as chunks of one, without reading where each word stands. */
import { CborWriter } from './cbor.ts'
import { columns, firstField, formMark, width, type WordTable } from './word-table.ts'

/** The words of one part. */
export interface PartWords {
  table: WordTable
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

/** Pages of a word in several parts: a part, and the row of its table, one after the other. */
type Rows = number[]

/** A word with its pages, and those of each way in which accents write it. */
interface MergedWord {
  pages: Rows
  forms: Map<string, Rows> | undefined
}

const mark = formMark.charCodeAt(0)

/** Chunks are at least so large, in bytes: half of it travels. */
const smallest = 4_000
/** There are about so many chunks at most, for each is named in what every search loads. */
const most = 800

/** The words of all parts, whose pages are numbered one part after the other. */
export function mergeWords(parts: readonly PartWords[]): WordChunk[] {
  const words = new Map<string, MergedWord>()
  for (const [part, { table }] of parts.entries()) addWords(table.names, part, words)
  const renamed = parts.map(withNewFields)
  const total = parts.reduce((sum, { table }) => sum + table.size, 0)
  return chunksOf(words, renamed, Math.max(smallest, total / most))
}

function addWords(names: readonly string[], part: number, words: Map<string, MergedWord>): void {
  let word: MergedWord = { pages: [], forms: undefined }
  for (let row = 0; row < names.length; row++) {
    const name = names[row]!
    if (name.charCodeAt(0) === mark) {
      word.forms ??= new Map()
      const rows = word.forms.get(name)
      if (rows) rows.push(part, row)
      else word.forms.set(name, [part, row])
      continue
    }
    const known = words.get(name)
    word = known ?? { pages: [], forms: undefined }
    if (!known) words.set(name, word)
    word.pages.push(part, row)
  }
}

/** Fields have other numbers among all. */
function withNewFields(part: PartWords): PartWords {
  const { table, fields } = part
  if (fields.every((field, index) => field === index)) return part
  const lists = Buffer.from(table.lists)
  for (const place of table.fields) {
    const field = fields[lists[place]! - firstField]
    if (field === undefined || field > 23) {
      throw new Error('Unexpected field of metadata in an index, expected one of at most 24')
    }
    lists[place] = firstField | field
  }
  return { ...part, table: { ...table, lists } }
}

function chunksOf(
  words: ReadonlyMap<string, MergedWord>,
  parts: readonly PartWords[],
  size: number,
): WordChunk[] {
  const chunks: WordChunk[] = []
  let here: string[] = []
  let body = new CborWriter()
  for (const word of [...words.keys()].sort()) {
    const before = body.length
    writeWord(body, word, words.get(word)!, parts)
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
    const chunk = new CborWriter(written.length + 8)
    chunk.array(1)
    chunk.array(here.length)
    chunk.raw(written)
    chunks.push({ from: utf8(here[0]), to: utf8(here.at(-1)), content: chunk.written })
    here = []
    body = new CborWriter()
  }
}

function writeWord(
  writer: CborWriter,
  word: string,
  { pages, forms }: MergedWord,
  parts: readonly PartWords[],
): void {
  writer.array(3)
  writer.word(word)
  writePages(writer, pages, parts)
  writer.array(forms?.size ?? 0)
  for (const [form, formPages] of forms ?? []) {
    writer.array(2)
    writer.word(form.slice(formMark.length))
    writePages(writer, formPages, parts)
  }
}

function writePages(writer: CborWriter, rows: Rows, parts: readonly PartWords[]): void {
  let count = 0
  for (let index = 0; index < rows.length; index += 2) {
    const { numbers } = parts[rows[index]!]!.table
    count += numbers[rows[index + 1]! * width + columns.count]!
  }
  writer.array(count)
  let last = 0
  for (let index = 0; index < rows.length; index += 2) {
    const { table, firstPage } = parts[rows[index]!]!
    const { numbers, lists } = table
    const row = rows[index + 1]! * width
    if (!numbers[row + columns.count]) continue
    writer.array(numbers[row + columns.items]!)
    writer.number(firstPage + numbers[row + columns.first]! - last)
    // Where the list of the name before ends.
    const start = row === 0 ? 0 : numbers[row - width + columns.end]!
    writer.raw(lists, start, numbers[row + columns.end])
    last = firstPage + numbers[row + columns.last]!
  }
}

function utf8(word = ''): string {
  return Buffer.from(word, 'latin1').toString('utf8')
}
