/** The words of entries as a part of an index, as Pagefind would make it (see README). */
import { append } from '#plugins/large-arrays.ts'
import { CborReader, CborWriter } from './cbor.ts'
import { type EntryText, wordsBetweenSpaces, usualWeight } from './read-article.ts'
import { formMark, type WordTable } from './word-table.ts'

/** A word with all its signs, as it stands between spaces. */
interface KnownWord {
  word: string
  /** Numbers of the names that it stands under; those of parts of a compound are below zero. */
  names: number[]
  /** How many parts it has as a compound. */
  parts: number
}

/**
 * What the words of a language stand under in an index. Pagefind is asked for it: it knows stems, accents, and the
 * parts of compounds.
 */
export interface KnownWords {
  text: Map<string, KnownWord>
  /** Words of metadata, of which Pagefind makes fewer compounds. */
  fields: Map<string, KnownWord>
  /** Each word of the index, and each form of it. */
  names: { name: string; of: number | undefined }[]
  numbers: Map<string, number>
}

/** Words that Pagefind has to be asked for. */
export interface NewWords {
  text: KnownWord[]
  fields: KnownWord[]
}

/** The words of an entry, one by one. */
export interface EntryWords {
  text: readonly KnownWord[]
  weights: readonly number[]
  /** By the name of a field. */
  fields: ReadonlyMap<string, readonly KnownWord[]>
}

/** Where a name stands in the pages of a part. */
interface Places {
  count: number
  first: number
  last: number
  /** Where the encoded lists of pages begin and end. */
  runs: number[]
  /** Where the numbers of fields stand in what is encoded. */
  fields: number[]
}

/** A place is kept as one number with its weight, or its field, before it: so they are put in order. */
const placeBits = 22
const placeMask = 2 ** placeBits - 1
/** This weight comes before all others. */
const firstWeight = 25

/** Whether each of so many words has a place. */
export function haveRoom(words: readonly string[]): boolean {
  return words.length <= placeMask
}

export function noKnownWords(): KnownWords {
  // Numbers begin at 1, for 0 has no sign.
  return { text: new Map(), fields: new Map(), names: [{ name: '', of: 0 }], numbers: new Map() }
}

/** The words of an entry; those that nothing is known of are added to `fresh`. */
export function findWords(
  { words, weights, meta }: EntryText,
  known: KnownWords,
  fresh: NewWords,
): EntryWords {
  const find = (list: readonly string[], kind: 'text' | 'fields') =>
    list.map((word) => {
      const found = known[kind].get(word)
      if (found) return found
      const added: KnownWord = { word, names: [], parts: 0 }
      known[kind].set(word, added)
      fresh[kind].push(added)
      return added
    })
  const fields = new Map<string, readonly KnownWord[]>()
  for (const name in meta) fields.set(name, find(wordsBetweenSpaces(meta[name]!), 'fields'))
  return { text: find(words, 'text'), weights, fields }
}

/**
 * Learn words from an index of one entry, whose text and whose only field they are.
 *
 * @param chunks - As Pagefind writes them.
 */
export function learnWords(
  { text, fields }: NewWords,
  chunks: readonly Uint8Array[],
  known: KnownWords,
): void {
  for (const chunk of chunks) {
    const reader = new CborReader(chunk)
    reader.array()
    for (let words = reader.array(); words > 0; words--) {
      reader.array()
      const word = reader.word()
      const number = numberOf(word, undefined, known)
      learnName(reader, number)
      for (let forms = reader.array(); forms > 0; forms--) {
        reader.array()
        learnName(reader, numberOf(word + formMark + reader.word(), number, known))
      }
    }
  }

  function learnName(reader: CborReader, name: number): void {
    for (let pages = reader.array(); pages > 0; pages--) {
      reader.array()
      reader.number()
      learnPlaces(reader, name, text)
      learnPlaces(reader, name, fields)
    }
  }
}

/** A number below zero is a weight, or a field, and after it no place counts on. */
function learnPlaces(reader: CborReader, name: number, words: readonly KnownWord[]): void {
  let [weight, place] = [0, 0]
  for (let left = reader.array(); left > 0; left--) {
    const number = reader.number()
    if (number < 0) [weight, place] = [-1 - number, 0]
    else {
      const word = words[(place += number)]
      const isPart = weight !== usualWeight
      word?.names.push(isPart ? -name : name)
      if (word && isPart) word.parts++
    }
  }
}

function numberOf(key: string, of: number | undefined, { names, numbers }: KnownWords): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, names.length)
  const name = of === undefined ? key : key.slice(key.indexOf(formMark))
  return names.push({ name, of }) - 1
}

/**
 * The words of entries, page by page. Pagefind was asked for all of them.
 *
 * @param fields - Names of metadata, in the order of their numbers.
 */
export function makeWords(
  entries: readonly EntryWords[],
  fields: readonly string[],
  known: KnownWords,
): WordTable {
  const all = new Map<number, Places>()
  /** For each word that has some, its forms, in the order in which they are found. */
  const forms = new Map<number, Set<number>>()
  const writer = new CborWriter(1 << 16)
  const inText = new PlacesOfPage()
  const inFields = new PlacesOfPage()
  for (const [page, entry] of entries.entries()) {
    addText(entry, inText)
    addFields(entry, fields, inFields)
    for (const { names } of [inText, inFields]) keepForms(names, known.names, forms)
    for (const name of new Set([...inText.names, ...inFields.names])) {
      const places = placesOf(name, all)
      writePage(writer, page, places)
      writePlaces(writer, inText.get(name), weightAt)
      const fieldsAt = writePlaces(writer, inFields.get(name), fieldAt)
      append(places.fields, fieldsAt)
      places.runs.push(writer.length)
    }
    inText.clear()
    inFields.clear()
  }
  return tableOf(all, forms, known.names, writer.written)
}

/** Places by name. Lists are used again: a part has a hundred thousand. */
class PlacesOfPage {
  readonly names: number[] = []
  readonly #lists: number[][] = []

  add(name: number, place: number): void {
    const list = (this.#lists[name] ??= [])
    if (list.length === 0) this.names.push(name)
    list.push(place)
  }

  /** In order, as most are from the beginning. */
  get(name: number): readonly number[] {
    const list = this.#lists[name] ?? []
    for (let index = 1; index < list.length; index++) {
      if (list[index]! < list[index - 1]!) return list.sort((a, b) => a - b)
    }
    return list
  }

  clear(): void {
    for (const name of this.names) this.#lists[name]!.length = 0
    this.names.length = 0
  }
}

function addText({ text, weights }: EntryWords, places: PlacesOfPage): void {
  for (let index = 0; index < text.length; index++) {
    const { names, parts } = text[index]!
    const weight = weights[index]!
    for (const name of names) {
      const counted = name < 0 ? Math.max(1, Math.trunc(weight / Math.min(parts, 255))) : weight
      const order = counted === firstWeight ? 0 : counted
      places.add(Math.abs(name), (order << placeBits) | index)
    }
  }
}

function addFields(entry: EntryWords, fields: readonly string[], places: PlacesOfPage): void {
  for (const [field, name] of fields.entries()) {
    for (const [index, { names }] of (entry.fields.get(name) ?? []).entries()) {
      for (const number of names) places.add(Math.abs(number), (field << placeBits) | index)
    }
  }
}

/** Forms are put in order page by page. */
function keepForms(
  found: readonly number[],
  names: KnownWords['names'],
  forms: Map<number, Set<number>>,
): void {
  const some = found.filter((number) => names[number]!.of !== undefined)
  some.sort((a, b) => (names[a]!.name < names[b]!.name ? -1 : 1))
  for (const form of some) {
    const word = names[form]!.of!
    const known = forms.get(word)
    if (known) known.add(form)
    else forms.set(word, new Set([form]))
  }
}

function placesOf(name: number, all: Map<number, Places>): Places {
  const known = all.get(name)
  if (known) return known
  const places: Places = { count: 0, first: 0, last: 0, runs: [], fields: [] }
  all.set(name, places)
  return places
}

/** The first page of a name has no head and number here, as in a `WordTable`. */
function writePage(writer: CborWriter, page: number, places: Places): void {
  places.runs.push(writer.length)
  if (places.count === 0) places.first = page
  else {
    writer.array(3)
    writer.number(page - places.last)
  }
  places.count++
  places.last = page
}

function weightAt(place: number): number {
  return place >>> placeBits || firstWeight
}

function fieldAt(place: number): number {
  return place >>> placeBits
}

/**
 * A change of weight or field is a number below zero; other numbers count from the place before.
 *
 * @returns Where the changes stand.
 */
function writePlaces(
  writer: CborWriter,
  places: readonly number[],
  kindOf: (place: number) => number,
): number[] {
  const isText = kindOf === weightAt
  const usual = isText ? firstWeight : -1
  let kind = usual
  let changes = 0
  for (const place of places) {
    if (kindOf(place) !== kind) changes++
    kind = kindOf(place)
  }
  writer.array(places.length + changes)
  const changesAt: number[] = []
  kind = usual
  let last = 0
  for (const place of places) {
    if (kindOf(place) !== kind) {
      kind = kindOf(place)
      changesAt.push(writer.length)
      writer.number(-kind - 1)
      last = 0
    }
    writer.number((place & placeMask) - last)
    last = place & placeMask
  }
  return changesAt
}

function tableOf(
  all: ReadonlyMap<number, Places>,
  forms: ReadonlyMap<number, ReadonlySet<number>>,
  names: KnownWords['names'],
  written: Uint8Array,
): WordTable {
  const none: Places = { count: 0, first: 0, last: 0, runs: [], fields: [] }
  const words = new Map<string, number>()
  for (const number of [...all.keys(), ...forms.keys()]) {
    const { name, of } = names[number]!
    if (of === undefined) words.set(name, number)
  }
  const table = { names: [] as string[], numbers: [] as number[], fields: [] as number[] }
  const lists = new CborWriter(written.length)
  /** Bytes of what Pagefind writes before each list. */
  let heads = 0
  for (const word of [...words.keys()].sort()) {
    const number = words.get(word)!
    add(word, word.length, all.get(number) ?? none)
    heads++
    for (const form of forms.get(number) ?? []) {
      const { name } = names[form]!
      add(name, name.length - formMark.length, all.get(form)!)
    }
  }
  return {
    names: table.names,
    numbers: Uint32Array.from(table.numbers),
    lists: lists.written,
    fields: Uint32Array.from(table.fields),
    size: heads + lists.length,
  }

  function add(name: string, length: number, places: Places): void {
    const { count, first, last, runs, fields } = places
    let field = 0
    for (let run = 0; run < runs.length; run += 2) {
      const [from, to] = [runs[run]!, runs[run + 1]!]
      while (field < fields.length && fields[field]! < to) {
        table.fields.push(lists.length + fields[field++]! - from)
      }
      lists.raw(written, from, to)
    }
    table.names.push(name)
    table.numbers.push(count, first, count && 3, last, lists.length)
    heads += 1 + lengthOf(length) + length + lengthOf(count) + (count && 1 + lengthOf(first))
  }
}

/** How many bytes CBOR has for a number. */
function lengthOf(number: number): number {
  if (number < 24) return 1
  return number < 0x1_00 ? 2 : number < 0x1_00_00 ? 3 : 5
}
