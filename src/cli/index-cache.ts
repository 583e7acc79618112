/** The parts of the indexes of a language, from the cache where they did not change. */
import { append } from '#plugins/large-arrays.ts'
import { digestAll } from '../facts/digest.ts'
import { packRecord, unpackRecord } from '../facts/record-file.ts'
import type { FactStore } from '../facts/store.ts'
import type { IndexEntry, IndexSource } from '../search/entries.ts'
import type { IndexPart } from '../search/index-part.ts'
import { partKey, splitSources } from '../search/parts.ts'
import { makePart, readEntries } from '../search/make-part.ts'
import { findWords, type KnownWords, noKnownWords, type NewWords } from '../search/known-words.ts'
import { askPagefind, pagefindPart } from './pagefind-process.ts'
import { keepParts, type PartsByLanguage, readParts } from './part-record.ts'

/** What makes parts, or takes them from the cache. */
export interface PartMaker {
  cache: FactStore
  /** Digest of the program. */
  program: string
  /** Of Pagefind. */
  version: string
  /** Whether Pagefind was started. */
  started: boolean
  /** Words that Pagefind was asked for, by language. */
  known: Map<string, KnownWords>
}

/** A part of the index of a language, and of the indexes of others for words on its pages. */
export interface LanguagePart {
  key: string
  /** Reads it from the cache, or makes it: Pagefind is started only for that. */
  read: () => Promise<PartsByLanguage>
}

/** The parts of what the readers of `language` search. */
export function languageParts(
  maker: PartMaker,
  language: string,
  sources: readonly IndexSource[],
): LanguagePart[] {
  return splitSources(sources).map((part) => {
    const key = partKey(part, programOf(maker, language))
    const make = async () => {
      const made = await makeParts(maker, language, part)
      await keepParts(maker.cache, key, made)
      return made
    }
    return { key, read: async () => (await readParts(maker.cache, key, make)) ?? (await make()) }
  })
}

/** What makes the indexes of a language: what is kept of another one is not read. */
export function programOf({ program, version }: PartMaker, language: string): string {
  return `search ${program} ${version} ${language}`
}

async function makeParts(
  maker: PartMaker,
  language: string,
  sources: readonly IndexSource[],
): Promise<PartsByLanguage> {
  const own: IndexEntry[] = []
  const foreign: IndexEntry[] = []
  for (const source of sources) {
    const entries = source.entries()
    append(own, entries.own)
    append(foreign, entries.foreign)
  }
  const languageOf = (entry: IndexEntry) => ('language' in entry ? entry.language : language)
  const parts = new Map<string, IndexPart>()
  for (const [tongue, entries] of [[language, own] as const, ...Map.groupBy(foreign, languageOf)]) {
    if (!entries.length) continue
    parts.set(tongue, await madePart(maker, tongue, entries))
  }
  return parts
}

/** Pagefind says how words stand in an index; only entries that cannot be read here are left to it. */
async function madePart(
  maker: PartMaker,
  language: string,
  entries: readonly IndexEntry[],
): Promise<IndexPart> {
  const texts = readEntries(entries, language)
  if (!texts) {
    maker.started = true
    const { part, wasm } = await pagefindPart(entries)
    await keepProgram(maker, language, wasm)
    return part
  }
  const known = maker.known.get(language) ?? noKnownWords()
  maker.known.set(language, known)
  const fresh: NewWords = { text: [], fields: [] }
  const words = texts.map((text) => findWords(text, known, fresh))
  if (fresh.text.length || fresh.fields.length) {
    maker.started = true
    await keepProgram(maker, language, await askPagefind(fresh, language, known))
  }
  return makePart(texts, words, known, entries)
}

function wasmKey(maker: PartMaker, language: string): string {
  return digestAll([programOf(maker, language), 'program'])
}

/** The program that searches in a language, from a part that was made once. */
export async function searchProgram(maker: PartMaker, language: string): Promise<Uint8Array> {
  const key = wasmKey(maker, language)
  const kept = unpackRecord(key, await maker.cache.read(key))
  if (kept) return kept.body
  // The cache has parts, but not their program.
  maker.started = true
  const wasm = await askPagefind({ text: [], fields: [] }, language, noKnownWords())
  await keepProgram(maker, language, wasm)
  return wasm
}

async function keepProgram(maker: PartMaker, language: string, wasm: Uint8Array): Promise<void> {
  const key = wasmKey(maker, language)
  await maker.cache.write(key, packRecord(key, null, wasm))
}
