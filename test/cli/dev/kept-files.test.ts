/** What a running process keeps of files is what the disk has, once it was told what has changed. */
import { expect, test } from 'vitest'
import { keepFiles } from '#src/cli/dev/kept-files.ts'
import type { FileSystem } from '#src/docsets/file-system.ts'

/** A disk of strings that counts what it is asked for. */
function diskOf(tree: Record<string, string>) {
  const asked: string[] = []
  const disk: FileSystem = {
    async read(path) {
      asked.push(`read ${path}`)
      const text = tree[path]
      return text === undefined ? undefined : new TextEncoder().encode(text)
    },
    size: async (path) => tree[path]?.length,
    async list(folder) {
      asked.push(`list ${folder}`)
      const within = Object.keys(tree).filter((path) => path.startsWith(`${folder}/`))
      return within.map((path) => path.slice(folder.length + 1)).toSorted()
    },
  }
  return { disk, asked }
}

const textOf = async ({ read }: FileSystem, path: string) =>
  new TextDecoder().decode(await read(path))

test('a file is read once, and again when it has changed', async () => {
  const tree = { '/a/one.md': 'One', '/a/two.md': 'Two' }
  const { disk, asked } = diskOf(tree)
  const { files, forget } = keepFiles(disk)
  expect(await files.read('/a/one.md')).toBe(await files.read('/a/one.md'))
  await files.read('/a/two.md')
  tree['/a/one.md'] = 'New'
  forget([{ path: '/a/one.md', isTree: false }])
  expect(await textOf(files, '/a/one.md')).toBe('New')
  expect(await textOf(files, '/a/two.md')).toBe('Two')
  expect(asked).toEqual(['read /a/one.md', 'read /a/two.md', 'read /a/one.md'])
})

test('a folder is listed again when something in it has come or gone, not when a file has changed', async () => {
  const tree: Record<string, string> = { '/a/b/one.md': 'One' }
  const { disk } = diskOf(tree)
  const { files, forget } = keepFiles(disk)
  const before = await files.list('/a')
  forget([{ path: '/a/b/one.md', isTree: false }])
  expect(await files.list('/a')).toBe(before)
  tree['/a/b/two.md'] = 'Two'
  forget([{ path: '/a/b/two.md', isTree: true }])
  expect(await files.list('/a')).toEqual(['b/one.md', 'b/two.md'])
})

test('the content of a folder is forgotten with it', async () => {
  const tree: Record<string, string> = { '/a/b/one.md': 'One' }
  const { files, forget } = keepFiles(diskOf(tree).disk)
  await files.read('/a/b/one.md')
  delete tree['/a/b/one.md']
  forget([{ path: '/a/b', isTree: true }])
  expect(await files.read('/a/b/one.md')).toBeUndefined()
  expect(await files.list('/a')).toEqual([])
})

test('a file that was not there is found once it is', async () => {
  const tree: Record<string, string> = {}
  const { files, forget } = keepFiles(diskOf(tree).disk)
  expect(await files.read('/a/one.md')).toBeUndefined()
  tree['/a/one.md'] = 'One'
  forget([{ path: '/a/one.md', isTree: true }])
  expect(await textOf(files, '/a/one.md')).toBe('One')
})

test('a result is recomputed when one of its files or other inputs changes', async () => {
  const tree = { '/a/one.md': 'One', '/a/two.md': 'Two', '/a/three.md': 'Three' }
  const { files, forget } = keepFiles(diskOf(tree).disk)
  let made = 0
  const both = (mark: string) =>
    files.keep?.('both', [mark], async (own) => {
      made++
      // Made of what was made of a file, too.
      const two = await own.keep?.('two', [], (inner) => textOf(inner, '/a/two.md'))
      return `${await textOf(own, '/a/one.md')} ${two}${mark}`
    })
  expect([await both('.'), await both('.'), made]).toEqual(['One Two.', 'One Two.', 1])
  expect([await both('!'), made]).toEqual(['One Two!', 2])
  tree['/a/three.md'] = 'Drei'
  forget([{ path: '/a/three.md', isTree: false }])
  expect([await both('!'), made]).toEqual(['One Two!', 2])
  tree['/a/two.md'] = 'Zwei'
  forget([{ path: '/a/two.md', isTree: false }])
  expect([await both('!'), made]).toEqual(['One Zwei!', 3])
})

test('a failed computation is tried again', async () => {
  const { files } = keepFiles(diskOf({}).disk)
  let tries = 0
  const make = () =>
    files.keep?.('it', [], async () => {
      if (++tries === 1) throw new Error('not yet')
      return tries
    })
  await expect(make()).rejects.toThrow('not yet')
  expect(await make()).toBe(2)
})

test('nothing is cached behind a symbolic link, where a file has another name', async () => {
  const tree = { '/a/one.md': 'One', '/a/link/one.md': 'One' }
  const { disk } = diskOf(tree)
  const links = async () => [{ path: 'link', target: '.' }]
  const { files, forget } = keepFiles({ ...disk, links })
  await files.links?.('/a')
  await files.read('/a/link/one.md')
  tree['/a/link/one.md'] = 'New'
  forget([{ path: '/a/one.md', isTree: false }])
  expect(await textOf(files, '/a/link/one.md')).toBe('New')
})
