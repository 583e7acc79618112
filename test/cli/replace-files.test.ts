import {
  type FileHandle,
  lstat,
  mkdir,
  readFile,
  readdir,
  rename,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { replaceFiles } from '#src/cli/replace-files.ts'
import { startModule } from '../support/child.ts'
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

test.each([1, 2, 3])('interrupted at file %i, every file is as before', async (which) => {
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

test('changes made by others in the meantime are not overwritten', async () => {
  const { page, files, texts } = await twoPages()
  await writeFile(page, 'page of somebody else')
  await expect(replaceFiles(files)).rejects.toThrow(page)
  expect(await texts()).toEqual({ ...before, 'page.md': 'page of somebody else' })
})

/** As a disk says it that is full in the middle of a file. */
const fullDisk = {
  async write(file: FileHandle, text: string) {
    await file.writeFile(text.slice(0, 1))
    throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' })
  },
}

test('on a full disk every file is as before, and the error names the file that did not fit', async () => {
  const { files, texts } = await twoPages()
  const failing = replaceFiles(files, fullDisk)
  await expect(failing).rejects.toMatchObject({ code: 'ENOSPC', path: files[0]?.path })
  expect(await texts()).toEqual(before)
})

test('a symbolic link stays a symbolic link', async () => {
  const { page, files, texts } = await twoPages()
  await rename(page, `${page}.real`)
  await symlink(`${page}.real`, page)
  await replaceFiles(files)
  expect((await texts())['page.md.real']).toBe('page 2')
  expect((await lstat(page)).isSymbolicLink()).toBe(true)
})

test('the next run removes what a killed run left beside a file', async () => {
  const { page, files, texts } = await twoPages()
  const child = startModule(`
    import { stage } from '#src/cli/process/write-whole.ts'
    await stage(${JSON.stringify(page)}, 'half')
    process.kill(process.pid, 'SIGKILL')`)
  expect((await child.ended).signal).toBe('SIGKILL')
  expect(Object.keys(await texts())).toHaveLength(3)
  await replaceFiles(files)
  expect(Object.keys(await texts()).toSorted()).toEqual(['deep/new.md', 'kept.lock', 'page.md'])
})
