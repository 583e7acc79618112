/** A part of an index, made here of entries whose words are known; Pagefind makes those of other entries. */
import { gzipSync } from 'node:zlib'
import type { IndexEntry } from './entries.ts'
import { textOfEntry } from './entries.ts'
import { indexFileOf, type IndexPart, signature, targetsOf } from './index-part.ts'
import type { EntryWords, KnownWords } from './known-words.ts'
import { haveRoom, makeWords } from './make-words.ts'
import { type EntryText, readArticle, readRecord } from './read-article.ts'
import { countIndexWords } from './vocabulary.ts'

/** Pagefind takes texts of these languages apart, which have no spaces between words. */
const segmented = /^(?:zh|ja|th)\b/

/** What is indexed of entries; undefined where Pagefind has to read them. */
export function readEntries(
  entries: readonly IndexEntry[],
  language: string,
): EntryText[] | undefined {
  if (segmented.test(language)) return undefined
  const texts = new Map<string, EntryText>()
  for (const entry of entries) {
    const text = 'html' in entry ? readArticle(entry.url, entry.html) : readRecord(entry)
    if (!text || !haveRoom(text.words)) return undefined
    // Of two entries with one address, the index has the second.
    texts.set(entry.url, text)
  }
  return [...texts.values()]
}

/** The part of some entries: `words` are those of `texts`, which Pagefind was asked for. */
export function makePart(
  texts: readonly EntryText[],
  words: readonly EntryWords[],
  known: KnownWords,
  entries: readonly IndexEntry[],
): IndexPart {
  const isIndexed = (index: number) => words[index]!.text.some(({ names }) => names.length)
  const indexed = texts.filter((_, index) => isIndexed(index))
  const fields = [...new Set(indexed.flatMap(({ meta }) => Object.keys(meta)))].toSorted()
  return {
    pages: indexed.map((text) => ({
      length: text.words.length,
      fragment: indexFileOf(fragmentOf(text)),
      targets: targetsOf(text),
    })),
    words: makeWords(
      words.filter((_, index) => isIndexed(index)),
      fields,
      known,
    ),
    filters: filtersOf(indexed),
    fields,
    spellings: [...countIndexWords(entries.map(textOfEntry))],
  }
}

/** What is shown of an entry. */
function fragmentOf({ url, words, filters, meta, anchors }: EntryText): Uint8Array {
  const content = words.join(' ')
  const shown = { url, content, word_count: words.length, filters, meta, anchors }
  // What zlib has made of so little is a piece of a chunk, of 16 kB if nothing is said, all of which stays with it.
  return gzipSync(signature + JSON.stringify(shown), { level: 9, chunkSize: 4096 })
}

function filtersOf(texts: readonly EntryText[]): IndexPart['filters'] {
  const all = new Map<string, Map<string, number[]>>()
  for (const [page, { filters }] of texts.entries()) {
    for (const [filter, values] of Object.entries(filters)) {
      for (const value of values) {
        const pages = all.get(filter) ?? new Map<string, number[]>()
        all.set(filter, pages)
        const list = pages.get(value)
        if (list) list.push(page)
        else pages.set(value, [page])
      }
    }
  }
  const byName = (a: readonly [string, unknown], b: readonly [string, unknown]) =>
    a[0] < b[0] ? -1 : 1
  return [...all]
    .toSorted(byName)
    .map(([filter, values]) => [filter, [...values].toSorted(byName)] as const)
}
