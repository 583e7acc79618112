/** Files of a published site that the next one has, too. */
import { mkdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { keepPublished, readPublished } from '#src/cli/published-record.ts'
import { publish } from '#src/cli/publish.ts'
import { type SiteWriter, siteWriter } from '#src/cli/site-writer.ts'
import type { FactStore } from '#src/facts/store.ts'
import { temporaryFolder } from '../support/folder.ts'

let out: string
let store: FactStore
beforeEach(async () => {
  out = join(await temporaryFolder(), 'dist')
  const kept = new Map<string, Uint8Array>()
  store = {
    read: async (key) => kept.get(key),
    write: async (key, bytes) => void kept.set(key, bytes),
  }
})

const text = () => readFile(join(out, 'en/index.html'), 'utf8')
const inode = async () => (await stat(join(out, 'en/index.html'))).ino

/** Build a site of one page; says whether what is known of it was kept whole. */
async function build(
  page: string,
  during: () => Promise<void> = async () => undefined,
): Promise<boolean> {
  const place = { store, program: 'program', out }
  let writer: SiteWriter | undefined
  let isWhole = false
  await publish(
    out,
    async (folder, earlier) => {
      writer = siteWriter(
        folder,
        earlier === undefined ? undefined : await readPublished(place, earlier),
      )
      writer.write('en/index.html', page)
      await during()
    },
    { onPublished: async () => void (isWhole = await keepPublished(place, out, writer!.written)) },
  )
  return isWhole
}

test('an unchanged page is not written again, and keeps its modification time', async () => {
  expect(await build('one')).toBe(true)
  const first = await inode()
  expect(await build('one')).toBe(true)
  expect(await inode()).toBe(first)
  expect((await stat(join(out, 'en/index.html'))).nlink).toBe(1)
  expect(await build('two')).toBe(true)
  expect(await text()).toBe('two')
})

test('a page that was edited in the published site is written again', async () => {
  await build('one')
  const path = join(out, 'en/index.html')
  const { atime, mtime } = await stat(path)
  await writeFile(path, 'ten')
  await utimes(path, atime, mtime)
  await build('one')
  expect(await text()).toBe('one')
})

test('a build that fails leaves the page, and the next one writes it', async () => {
  await build('one')
  const failing = build('one', () => Promise.reject(new Error('power cut')))
  await expect(failing).rejects.toThrow('power cut')
  expect(await text()).toBe('one')
  await build('one')
  expect(await text()).toBe('one')
})

test('files written into the published site during a build do not count as built', async () => {
  await build('one')
  const edited = await build('one', () => writeFile(join(out, 'en/index.html'), 'edited'))
  expect(edited).toBe(false)
  await build('one')
  expect(await text()).toBe('one')
})

test('a page that is written twice leaves the published site alone', async () => {
  await build('one')
  const during = async () => expect(await text()).toBe('one')
  const place = { store, program: 'program', out }
  const folder = join(await temporaryFolder(), 'fresh')
  await mkdir(folder)
  const writer = siteWriter(folder, await readPublished(place, out))
  writer.write('en/index.html', 'one')
  writer.write('en/index.html', 'two')
  await during()
  expect(await readFile(join(folder, 'en/index.html'), 'utf8')).toBe('two')
})

test('a record of another program version is ignored', async () => {
  await build('one')
  expect(await readPublished({ store, program: 'other', out }, out)).toBeUndefined()
})
