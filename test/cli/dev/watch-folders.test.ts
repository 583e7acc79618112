/** Whatever writers, editors and commands do to files, the dev server hears of it. */
import { mkdir, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { FileChange } from '#src/cli/dev/kept-files.ts'
import { watchFolders } from '#src/cli/dev/watch-folders.ts'
import { temporaryFolder } from '../../support/folder.ts'

/** A folder that is watched, with what was told of paths in it since somebody asked. */
async function watchedFolder() {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'docs'))
  await writeFile(join(folder, 'docs/page.md'), '1')
  let told = new Map<string, boolean>()
  let marks = 0
  const watching = await watchFolders([folder], async (changes: readonly FileChange[]) => {
    for (const { path, isTree } of changes) {
      const name = path.slice(folder.length + 1)
      told.set(name, isTree || (told.get(name) ?? false))
    }
  })
  onTestFinished(() => watching.close())
  return {
    at: (path: string) => join(folder, path),
    /** All `paths` have been told, as what they are; then forget all. */
    hears: async (paths: string | readonly string[], kind: 'file' | 'tree' | 'either') => {
      // The disk tells in the order in which things happen: what was done before this file is told with it.
      const mark = `mark-${++marks}`
      await writeFile(join(folder, mark), '')
      await expect.poll(() => told.has(mark), { timeout: 60_000, interval: 5 }).toBe(true)
      for (const path of [paths].flat()) {
        expect([...told.keys()]).toContain(path)
        if (kind !== 'either') expect([path, told.get(path)]).toEqual([path, kind === 'tree'])
      }
      told = new Map()
    },
  }
}

test('a file that is written, and one that is replaced, again and again', async () => {
  const { at, hears } = await watchedFolder()
  for (const text of ['2', '3', '4']) {
    await writeFile(at('docs/page.md'), text)
    await hears('docs/page.md', 'file')
    await writeFile(at('docs/.page.md.tmp'), `${text}+`)
    await rename(at('docs/.page.md.tmp'), at('docs/page.md'))
    await hears('docs/page.md', 'file')
    // As some editors do that keep the old one until the new one is whole.
    await rename(at('docs/page.md'), at('docs/page.md~'))
    await writeFile(at('docs/page.md'), `${text}++`)
    await unlink(at('docs/page.md~'))
    // A look in between finds none.
    await hears('docs/page.md', 'either')
  }
})

test('several files that are replaced at once', async () => {
  const { at, hears } = await watchedFolder()
  const names = Array.from({ length: 20 }, (_, number) => `docs/${number}.md`)
  await Promise.all(names.map((name) => writeFile(at(name), '1')))
  await hears(names, 'tree')
  await Promise.all(names.map((name) => writeFile(at(`${name}.tmp`), '2')))
  await hears(
    names.map((name) => `${name}.tmp`),
    'tree',
  )
  await Promise.all(names.map((name) => rename(at(`${name}.tmp`), at(name))))
  await hears(names, 'file')
  await Promise.all(names.map((name) => unlink(at(name))))
  await hears(names, 'tree')
})

test('what comes with a new folder, goes with an old one, and moves with one', async () => {
  const { at, hears } = await watchedFolder()
  await mkdir(at('docs/a/b'), { recursive: true })
  await writeFile(at('docs/a/b/new.md'), '1')
  await hears('docs/a', 'tree')
  await writeFile(at('docs/a/b/new.md'), '2')
  await hears('docs/a/b/new.md', 'file')
  await rename(at('docs/a'), at('docs/c'))
  await hears('docs/c', 'tree')
  await writeFile(at('docs/c/b/new.md'), '3')
  await hears('docs/c/b/new.md', 'file')
  await rm(at('docs/c'), { recursive: true })
  await hears('docs/c', 'tree')
  await mkdir(at('docs/c'))
  await hears('docs/c', 'tree')
  await writeFile(at('docs/c/again.md'), '1')
  await hears('docs/c/again.md', 'tree')
})

test('a folder behind a link, and none behind a link to a folder around it', async () => {
  const { at, hears } = await watchedFolder()
  await mkdir(at('real'))
  await hears('real', 'tree')
  await symlink('../real', at('docs/link'))
  await symlink('..', at('docs/loop'))
  await hears('docs/link', 'tree')
  await writeFile(at('real/page.md'), '1')
  await hears('docs/link/page.md', 'tree')
})
