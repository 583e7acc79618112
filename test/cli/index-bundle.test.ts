/** The index of a language, as the cache keeps it. */
import { expect, test } from 'vitest'
import { languageBundle } from '#src/cli/index-bundle.ts'

const order = { orderOf: () => 0, isLast: () => false }

/** Makes an index with a cache, and gives the keys that it has read there. */
async function keysReadBy(program: string, records: Map<string, Uint8Array>): Promise<string[]> {
  const keys: string[] = []
  const cache = {
    async read(key: string) {
      keys.push(key)
      return records.get(key)
    },
    async write(key: string, bytes: Uint8Array) {
      records.set(key, bytes)
      return undefined
    },
  }
  const maker = { cache, program, version: '1.6.0', started: false, known: new Map() }
  await languageBundle(maker, 'fr-fr', { sources: [], order })
  return keys
}

test('what another version of the program has kept is not read, for it may have another form', async () => {
  const records = new Map<string, Uint8Array>()
  await keysReadBy('a', records)
  const kept = new Set(records.keys())
  expect(kept.size).toBeGreaterThan(0)
  const read = await keysReadBy('b', records)
  expect(read.filter((key) => kept.has(key))).toEqual([])
  expect((await keysReadBy('a', records)).filter((key) => kept.has(key))).not.toEqual([])
})
