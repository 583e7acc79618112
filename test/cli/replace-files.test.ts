import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { replaceFiles } from '#src/cli/replace-files.ts'
import { temporaryFolder } from '../support/folder.ts'

async function twoPages() {
  const folder = await temporaryFolder()
  const [lock, page, fresh] = ['kept.lock', 'page.md', 'deep/new.md'].map((name) =>
    join(folder, name),
  ) as [string, string, string]
  await writeFile(lock, 'lock')
  await writeFile(page, 'page')
  const files = [
    { path: lock, text: 'lock 2', was: 'lock' },
    { path: fresh, text: 'new', was: undefined },
    { path: page, text: 'page 2', was: 'page' },
  ]
  const texts = async () => {
    const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
    return Object.fromEntries(
      await Promise.all(
        names.map(async (name) => [name.slice(folder.length + 1), await readFile(name, 'utf8')]),
      ),
    ) as Record<string, string>
  }
  return { page, files, texts }
}

const before = { 'kept.lock': 'lock', 'page.md': 'page' }

test('all files take their places, in new folders too, and nothing else is left', async () => {
  const { files, texts } = await twoPages()
  await replaceFiles(files)
  expect(await texts()).toEqual({
    'kept.lock': 'lock 2',
    'page.md': 'page 2',
    'deep/new.md': 'new',
  })
})

test.each([1, 2, 3])('cut off at file %i, every file is as it was', async (which) => {
  const { files, texts } = await twoPages()
  let count = 0
  const failing = {
    async rename(from: string, to: string) {
      if (++count === which) throw new Error('No space left')
      await rename(from, to)
    },
  }
  await expect(replaceFiles(files, failing)).rejects.toThrow('No space left')
  expect(await texts()).toEqual(before)
})

test('a file that cannot be written beside leaves the others alone', async () => {
  const { files, texts } = await twoPages()
  // A folder that is in the way of one of them.
  const blocked = files.map((file) => ({ ...file }))
  await mkdir(join(files[1]?.path ?? '', 'in-the-way'), { recursive: true })
  await expect(replaceFiles(blocked)).rejects.toThrow()
  expect(await texts()).toEqual(before)
})

test('what somebody else has written since is not written over', async () => {
  const { page, files, texts } = await twoPages()
  await writeFile(page, 'page of somebody else')
  await expect(replaceFiles(files)).rejects.toThrow(page)
  expect(await texts()).toEqual({ ...before, 'page.md': 'page of somebody else' })
})

test('Ctrl+C while files take their places waits for the last one', async () => {
  const { files, texts } = await twoPages()
  await replaceFiles(files, {
    async rename(from, to) {
      process.emit('SIGINT')
      await rename(from, to)
    },
  })
  expect((await texts())['page.md']).toBe('page 2')
  expect(process.listenerCount('SIGTERM')).toBe(0)
})
