/** How the cache keeps parts of indexes: what is put together in one file, fragments in another. */
import { digestAll } from '../facts/digest.ts'
import { packRecord, unpackRecord } from '../facts/record-file.ts'
import type { FactStore } from '../facts/store.ts'
import type { IndexPart, PartPage } from '../search/index-part.ts'
import { decodeWords, encodeWords } from '../search/word-table.ts'

/** Parts by language; the language of the pages is the first, where something of it is indexed. */
export type PartsByLanguage = ReadonlyMap<string, IndexPart>

/** What a part in the cache says of one language; the table of its words follows. */
interface PartHead extends Pick<IndexPart, 'filters' | 'fields'> {
  language: string
  pages: [length: number, fragment: string, targets: readonly string[]][]
  /** The words, with a space between two, and the number of each. */
  spellings: [words: string, counts: number[]]
  /** How many bytes the table has. */
  size: number
}

export async function keepParts(
  cache: FactStore,
  key: string,
  parts: PartsByLanguage,
): Promise<void> {
  await keepFragments(cache, key, parts)
  await cache.write(key, packParts(key, parts))
}

function packParts(key: string, parts: PartsByLanguage): Uint8Array {
  const tables: Uint8Array[] = []
  const head = [...parts].map(([language, { pages, words, spellings, ...rest }]): PartHead => {
    const table = encodeWords(words)
    tables.push(table)
    return {
      ...rest,
      language,
      pages: pages.map(({ length, fragment, targets }) => [length, fragment.digest, targets]),
      spellings: [spellings.map(([word]) => word).join(' '), spellings.map(([, count]) => count)],
      size: table.length,
    }
  })
  return packRecord(key, head, Buffer.concat(tables))
}

/**
 * The parts under a key; undefined where there are none.
 *
 * @param make - Makes them again where only their fragments are no longer in the cache.
 */
export async function readParts(
  cache: FactStore,
  key: string,
  make: () => Promise<PartsByLanguage>,
): Promise<PartsByLanguage | undefined> {
  const kept = unpackRecord<PartHead[]>(key, await cache.read(key))
  if (!kept) return undefined
  const fragmentOf = fragmentReader(cache, key, make)
  let start = 0
  let page = 0
  return new Map(
    kept.head.map(({ language, pages, spellings: [words, counts], size, ...rest }) => {
      const table = kept.body.subarray(start, (start += size))
      const list = words ? words.split(' ') : []
      return [
        language,
        {
          ...rest,
          pages: pages.map(([length, digest, targets]): PartPage => {
            const number = page++
            return { length, targets, fragment: { digest, read: () => fragmentOf(number) } }
          }),
          words: decodeWords(table),
          spellings: list.map((word, index) => [word, counts[index] ?? 0] as const),
        },
      ]
    }),
  )
}

function fragmentsKey(key: string): string {
  return digestAll([key, 'fragments'])
}

/** Fragments are many bytes, and most are in the last site already. */
async function keepFragments(
  cache: FactStore,
  part: string,
  parts: PartsByLanguage,
): Promise<void> {
  const fragments = await Promise.all(pagesOf(parts).map(({ fragment }) => fragment.read()))
  const lengths = fragments.map(({ length }) => length)
  const key = fragmentsKey(part)
  await cache.write(key, packRecord(key, lengths, Buffer.concat(fragments)))
}

/** Gives the fragment of a page by its number among all of a part. */
function fragmentReader(
  cache: FactStore,
  part: string,
  make: () => Promise<PartsByLanguage>,
): (page: number) => Promise<Uint8Array> {
  let all: Promise<readonly Uint8Array[]> | undefined
  const read = async () => {
    const key = fragmentsKey(part)
    const kept = unpackRecord<number[]>(key, await cache.read(key))
    if (!kept) return Promise.all(pagesOf(await make()).map(({ fragment }) => fragment.read()))
    let start = 0
    return kept.head.map((length) => kept.body.subarray(start, (start += length)))
  }
  return async (page) => {
    all ??= read()
    return (await all)[page]!
  }
}

function pagesOf(parts: PartsByLanguage): PartPage[] {
  return [...parts.values()].flatMap(({ pages }) => pages)
}
