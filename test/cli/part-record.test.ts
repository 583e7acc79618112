/** Parts of search indexes in the cache. */
import { beforeEach, expect, test } from 'vitest'
import { keepParts, type PartsByLanguage, readParts } from '#src/cli/part-record.ts'
import type { FactStore } from '#src/facts/store.ts'
import { encodeCbor } from '#src/search/cbor.ts'
import { indexFileOf, type IndexPart } from '#src/search/index-part.ts'
import { readWords } from '#src/search/word-table.ts'

let kept: Map<string, Uint8Array>
let store: FactStore
beforeEach(() => {
  kept = new Map()
  store = {
    read: async (key) => kept.get(key),
    write: async (key, bytes) => {
      kept.set(key, bytes)
      return undefined
    },
  }
})

/** A part of pages whose fragments are these texts, all with one word. */
function partOf(word: string, fragments: readonly string[]): IndexPart {
  const pages = fragments.map((_, index) => [index && 1, [-25, 300], []])
  return {
    pages: fragments.map((text) => ({
      length: text.length,
      fragment: indexFileOf(Buffer.from(text)),
      targets: [`/${text}/`],
    })),
    words: readWords([encodeCbor([[[word, pages, [[`${word}é`, pages]]]]])]),
    filters: [['guide', [['one', [0]]]]],
    fields: ['title'],
    spellings: [[word, 3]],
  }
}

const parts: PartsByLanguage = new Map([
  ['fr-fr', partOf('été', ['a', 'b'])],
  ['en', partOf('word', ['c'])],
])
const never = () => Promise.reject(new Error('made again'))

/** All that a part says, its fragments as text. */
async function contentOf(found: PartsByLanguage | undefined) {
  return Promise.all(
    [...(found ?? [])].map(async ([language, { pages, words, ...rest }]) => {
      const texts = pages.map(async ({ fragment, ...page }) => {
        const text = Buffer.from(await fragment.read()).toString()
        return { ...page, digest: fragment.digest, text }
      })
      const { names, numbers, lists, fields, size } = words
      const table = [names, [...numbers], [...lists], [...fields], size]
      return { language, pages: await Promise.all(texts), table, ...rest }
    }),
  )
}

test('parts come from the cache as they were made', async () => {
  expect(await readParts(store, 'key', never)).toBeUndefined()
  await keepParts(store, 'key', parts)
  expect(await contentOf(await readParts(store, 'key', never))).toEqual(await contentOf(parts))
})

test('a part whose fragments are gone from the cache is made again when somebody reads one', async () => {
  await keepParts(store, 'key', parts)
  for (const key of kept.keys()) if (key !== 'key') kept.delete(key)
  const found = await readParts(store, 'key', async () => parts)
  expect(await contentOf(found)).toEqual(await contentOf(parts))
})
