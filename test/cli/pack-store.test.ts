/** Facts of many pages in few files. */
import {
  appendFile,
  chmod,
  readFile,
  readdir,
  rm,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { openPacks, prunePacks } from '#src/cli/pack-store.ts'
import { temporaryFolder } from '../support/folder.ts'

const now = Date.parse('2026-11-30')
const daysAgo = (days: number) => new Date(now - days * 24 * 60 * 60_000)
const keyOf = (number: number) => number.toString(16).padStart(32, '0')
const bytesOf = (text: string) => Buffer.from(text)

let folder: string
beforeEach(async () => {
  folder = join(await temporaryFolder(), 'facts')
})

const packs = async () => (await readdir(folder)).map((name) => join(folder, name))
const read = async (key: number) => {
  const bytes = await openPacks(folder, now).read(keyOf(key))
  return bytes && Buffer.from(bytes).toString()
}

async function write(...texts: readonly (readonly [key: number, text: string])[]): Promise<void> {
  const store = openPacks(folder, now)
  for (const [key, text] of texts) await store.write(keyOf(key), bytesOf(text))
}

test('the records of a process are one file, which others read', async () => {
  await write([1, 'one'], [2, ''], [3, 'three\nlines\n'])
  expect(await packs()).toHaveLength(1)
  expect([await read(1), await read(2), await read(3), await read(4)]).toEqual([
    'one',
    '',
    'three\nlines\n',
    undefined,
  ])
})

test('a process reads its own latest records', async () => {
  const store = openPacks(folder, now)
  expect(await store.read(keyOf(1))).toBeUndefined()
  await store.write(keyOf(1), bytesOf('first'))
  await store.write(keyOf(2), bytesOf('other'))
  await store.write(keyOf(1), bytesOf('last'))
  expect(Buffer.from((await store.read(keyOf(1))) ?? '').toString()).toBe('last')
})

test('what a process has written it can read again, even if the cache is removed', async () => {
  const store = openPacks(folder, now)
  await store.write(keyOf(1), bytesOf('before'))
  const readAgain = await store.write(keyOf(2), bytesOf('a record'))
  await store.write(keyOf(3), bytesOf('after'))
  await rm(folder, { recursive: true })
  expect(Buffer.from(readAgain?.(2, 8) ?? '').toString()).toBe('record')
  expect(() => readAgain?.(2, 1000)).toThrow('cut off')
})

test('of several packs the one that was written last counts', async () => {
  await write([1, 'before'], [2, 'kept'])
  for (const pack of await packs()) await utimes(pack, daysAgo(2), daysAgo(2))
  await write([1, 'after'])
  expect(await packs()).toHaveLength(2)
  expect([await read(1), await read(2)]).toEqual(['after', 'kept'])
})

test.each([
  ['a record of which the end is missing', (pack: string) => truncate(pack, 42 * 2 + 3 + 2)],
  ['a head of which the end is missing', (pack: string) => truncate(pack, 42 + 3 + 20)],
  [
    'what is no record',
    async (pack: string) => {
      await truncate(pack, 42 + 3)
      await appendFile(pack, 'words that are longer than what is before a record\n')
    },
  ],
])('records before %s are read', async (_what, damage) => {
  await write([1, 'one'], [2, 'two'])
  for (const pack of await packs()) await damage(pack)
  expect([await read(1), await read(2)]).toEqual(['one', undefined])
})

test('records read from an old pack are written again, and the old pack is deleted', async () => {
  await write([1, 'in use'], [2, 'not in use'])
  const [first = ''] = await packs()
  await utimes(first, daysAgo(8), daysAgo(8))
  expect(await read(1)).toBe('in use')
  expect(await packs()).toHaveLength(2)
  await utimes(first, daysAgo(15), daysAgo(15))
  prunePacks(folder, daysAgo(14).getTime())
  expect(await packs()).toHaveLength(1)
  expect([await read(1), await read(2)]).toEqual(['in use', undefined])
})

test('other files of the folder stay, and are not read', async () => {
  await write([1, 'one'])
  const [pack = ''] = await packs()
  const other = join(folder, 'notes.pack')
  await writeFile(other, await readFile(pack))
  await utimes(other, daysAgo(20), daysAgo(20))
  await rm(pack)
  prunePacks(folder, daysAgo(14).getTime())
  expect(await packs()).toEqual([other])
  expect(await read(1)).toBeUndefined()
})

test('a folder that is removed meanwhile loses its records only', async () => {
  const store = openPacks(folder, now)
  await store.write(keyOf(1), bytesOf('one'))
  await rm(folder, { recursive: true })
  await store.write(keyOf(2), bytesOf('two'))
  await store.write(keyOf(3), bytesOf('three'))
  expect([await read(1), await read(3)]).toEqual([undefined, 'three'])
})

test('nothing is written where a file has the name of the folder', async () => {
  await writeFile(folder, 'words')
  await chmod(folder, 0o444)
  await write([1, 'one'])
  expect(await read(1)).toBeUndefined()
  expect(await readFile(folder, 'utf8')).toBe('words')
})
