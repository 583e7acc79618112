/** Files of a published site that the next one has, too. */
import { mkdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { readPublished } from '#src/cli/published-record.ts'
import { type SiteWriter, siteWriter } from '#src/cli/site-writer.ts'
import { treeIn, writeTree } from '../support/disk-site.ts'
import { temporaryFolder } from '../support/folder.ts'
import { type PublishedPlace, publishFiles, recordPlace } from '../support/publish-files.ts'
import type { Tree } from '../support/tree.ts'

let place: PublishedPlace
let out: string
beforeEach(async () => {
  const parent = await temporaryFolder()
  out = join(parent, 'dist')
  place = { out, cache: join(parent, 'cache') }
})

const text = () => readFile(join(out, 'en/index.html'), 'utf8')
const inode = async (file = 'en/index.html') => (await stat(join(out, file))).ino

/** Build a site of pages; `during` works in the midst of it, each time that the site is made. */
function build(pages: Tree, during?: (writer: SiteWriter) => Promise<void> | void) {
  return publishFiles(place, pages, during && { during })
}

/** A site of so many pages that the change of one is a small one. */
const site = (page: string, more: Tree = {}): Tree => ({
  'en/index.html': page,
  ...Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`en/${at}/index.html`, `${at}`])),
  ...more,
})
const one = { 'en/index.html': 'one' }

const sites: [what: string, site: (page: string) => Tree, isChanged: boolean][] = [
  ['of one page, which is replaced whole', (page) => ({ 'en/index.html': page }), false],
  ['of many pages, which is changed in place', site, true],
]

test.each(sites)(
  'in a site %s, an unchanged page is not written again, and keeps its modification time',
  async (_what, pages, isChanged) => {
    expect(await build(pages('one'))).toEqual({ isWhole: true, isChanged: false })
    const first = await inode()
    expect(await build(pages('one'))).toEqual({ isWhole: true, isChanged: true })
    expect(await inode()).toBe(first)
    expect((await stat(join(out, 'en/index.html'))).nlink).toBe(1)
    expect(await build(pages('two'))).toEqual({ isWhole: true, isChanged })
    expect(await text()).toBe('two')
  },
)

test.each(sites)(
  'in a site %s, a page that was edited in the published site is written again',
  async (_what, pages) => {
    await build(pages('one'))
    const path = join(out, 'en/index.html')
    const { atime, mtime } = await stat(path)
    await writeFile(path, 'ten')
    await utimes(path, atime, mtime)
    await build(pages('one'))
    expect(await text()).toBe('one')
  },
)

test.each(sites)('in a site %s, a build that fails leaves the page', async (_what, pages) => {
  await build(pages('one'))
  const before = await treeIn(out)
  const failing = build(pages('two'), () => Promise.reject(new Error('power cut')))
  await expect(failing).rejects.toThrow('power cut')
  expect(await treeIn(out)).toEqual(before)
  await build(pages('two'))
  expect(await text()).toBe('two')
})

test.each(sites)(
  'in a site %s, files written during a build do not count as built',
  async (_what, pages) => {
    await build(pages('one'))
    const edited = await build(pages('one'), () => writeFile(join(out, 'en/index.html'), 'edited'))
    expect(edited.isWhole).toBe(false)
    await build(pages('one'))
    expect(await text()).toBe('one')
  },
)

test('what was put into the site, or taken from it, is made good', async () => {
  const pages = site('one', { 'en/a/b/index.html': 'b' })
  await build(pages)
  const built = await treeIn(out)
  await writeTree(out, { 'en/x/y/extra.html': 'extra' })
  await rm(join(out, 'en/a'), { recursive: true })
  await rm(join(out, 'en/1/index.html'))
  await symlink('../2/index.html', join(out, 'en/1/index.html'))
  expect((await build(pages)).isWhole).toBe(true)
  expect(await treeIn(out)).toEqual(built)
})

test.each([['elsewhere'], ['nowhere']])(
  'a folder that somebody has replaced by a link to %s is a folder again, and nothing is written there',
  async (to) => {
    const [pages, next] = [site('one'), site('two')]
    await build(pages)
    const elsewhere = await temporaryFolder()
    await writeTree(elsewhere, { 'elsewhere/index.html': 'mine' })
    await rm(join(out, 'en/1'), { recursive: true })
    await symlink(join(elsewhere, to), join(out, 'en/1'))
    expect((await build(next)).isChanged).toBe(true)
    expect(await treeIn(out)).toMatchObject(next)
    expect(await treeIn(elsewhere)).toEqual({ 'elsewhere/index.html': 'mine' })
  },
)

test('pages that go take their folders with them; a page may become a folder, and a folder a page', async () => {
  await build(site('one', { 'en/a/b/index.html': 'b', 'en/page': 'page', 'en/folder/in': 'in' }))
  const next = site('one', { 'en/page/in': 'in', 'en/folder': 'folder' })
  expect((await build(next)).isChanged).toBe(true)
  const { '.passerelle': _, ...files } = await treeIn(out)
  expect(files).toEqual(next)
  await expect(stat(join(out, 'en/a'))).rejects.toThrow('ENOENT')
})

test('a page whose name changes in capitals only is not lost where they do not count', async () => {
  await build(site('one', { 'en/Page.html': 'page' }))
  expect((await build(site('one', { 'en/page.html': 'page' }))).isChanged).toBe(false)
})

test('while it is made, a site has new files, and those that stay', async () => {
  await build(site('one', { 'en/gone.html': 'gone' }))
  const read: (string | undefined)[] = []
  await build(site('two'), ({ read: readFile_, has, list }) => {
    const names = ['en/index.html', 'en/1/index.html', 'en/gone.html']
    for (const name of names) read.push(readFile_(name) && String(readFile_(name)))
    expect(names.map(has)).toEqual([true, true, false])
    expect(list()).toEqual(Object.keys(site('')).toSorted())
  })
  expect(read).toEqual(['two', '1', undefined])
})

test('where another build publishes meanwhile, the site is made again, whole', async () => {
  await build(site('one'))
  let times = 0
  const other = async () => {
    if (times++ === 0) await build(site('other', { 'en/more.html': 'more' }))
  }
  expect(await build(site('two'), other)).toEqual({ isWhole: true, isChanged: false })
  expect(times).toBe(2)
  const { '.passerelle': _, ...files } = await treeIn(out)
  expect(files).toEqual(site('two'))
})

test('a page that is written twice leaves the published site alone', async () => {
  await build(one)
  const folder = join(await temporaryFolder(), 'fresh')
  await mkdir(folder)
  const writer = siteWriter(folder, await readPublished(recordPlace(place), out))
  writer.write('en/index.html', 'one')
  writer.write('en/index.html', 'two')
  expect(await text()).toBe('one')
  expect(await readFile(join(folder, 'en/index.html'), 'utf8')).toBe('two')
  writer.write('en/index.html', 'one')
  expect(writer.changes()).toMatchObject({ removed: [], isInPlace: true })
})

test('a copied file is not read again until somebody touches it', async () => {
  const from = join(await temporaryFolder(), 'film')
  await writeFile(from, 'film')
  const copied = ({ copy }: SiteWriter) => copy('film', from)
  await build(site('one'), copied)
  const first = await inode('film')
  expect(await build(site('one'), copied)).toEqual({ isWhole: true, isChanged: true })
  expect(await inode('film')).toBe(first)
  await writeFile(from, 'cut')
  await build(site('one'), copied)
  expect(await readFile(join(out, 'film'), 'utf8')).toBe('cut')
})

test('of a link to a file the file is published, as it is now', async () => {
  const folder = await temporaryFolder()
  await writeTree(folder, { film: 'film' }, { 'link.mp4': 'film' })
  const copied = ({ copy, list }: SiteWriter) => {
    copy('link.mp4', join(folder, 'link.mp4'))
    expect(list()).toContain('link.mp4')
  }
  await build(site('one'), copied)
  expect(await treeIn(out)).toMatchObject({ 'link.mp4': 'film' })
  await writeFile(join(folder, 'film'), 'cut')
  await build(site('two'), copied)
  expect(await treeIn(out)).toMatchObject({ 'link.mp4': 'cut' })
})

test.each([['en/1/index.html/more'], ['en/1']])(
  'a site with a file `%s` beside `en/1/index.html` is not published, even if the page stays',
  async (file) => {
    const both = () => build(site('two', { [file]: 'x' }))
    await expect(both()).rejects.toThrow('would be a file and a folder')
    await build(site('one'))
    await expect(both()).rejects.toThrow('would be a file and a folder')
    expect(await treeIn(out)).toMatchObject(site('one'))
  },
)

test('a record of another program version is ignored', async () => {
  await build(one)
  expect(await readPublished({ ...recordPlace(place), program: 'other' }, out)).toBeUndefined()
})
