/** The words of entries as a part of an index, as Pagefind would make it (see README). */
import { append } from '#plugins/large-arrays.ts'
import { CborWriter } from './cbor.ts'
import type { EntryWords, KnownWords } from './known-words.ts'
import { formMark, type WordTable } from './word-table.ts'

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
