/** Pages that another generator publishes: found by their layout, translated where they are. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  type ForeignTree,
  generators,
  translateAll,
  treeOf,
  waiting,
} from '../support/foreign-trees.ts'

/** Files that are not as they were, and new ones, with the lines that were added. */
async function changes(tree: ForeignTree, before: Readonly<Record<string, string>>) {
  const after = await tree.files()
  const lost = Object.keys(before).filter((path) => !(path in after))
  expect(lost).toEqual([])
  const changed = Object.entries(after).filter(([path, text]) => before[path] !== text)
  return Object.fromEntries(
    changed.map(([path, text]) => {
      const had = new Set(before[path]?.split('\n'))
      return [path, text.split('\n').filter((line) => !had.has(line))]
    }),
  )
}

test.each(generators)('%s: the state of each block is reported', async (name) => {
  const tree = await treeOf(name)
  const { code, printed } = await tree.passerelle('status')
  expect([code, printed]).toMatchSnapshot()
  expect(await waiting(tree)).toMatchSnapshot()
})

test.each(generators)('%s: only the requested files are written', async (name) => {
  const tree = await treeOf(name)
  const before = await tree.files()
  for (const command of ['status', 'next', 'check', 'anchors']) await tree.passerelle(command)
  expect(await tree.files()).toEqual(before)
  await tree.passerelle('export', '--out', 'work')
  expect(await tree.files()).toEqual(before)
})

test.each(generators)('%s: an imported translation changes its own block only', async (name) => {
  const tree = await treeOf(name)
  const before = await tree.files()
  const { code, printed } = await translateAll(tree, (source) =>
    source.replace(/[\p{L}’]+(?![^<]*>)/gu, 'mot'),
  )
  expect([code, printed]).toMatchObject([0, / 0 refused/])
  expect(await waiting(tree)).toEqual({})
  expect(await changes(tree, before)).toMatchSnapshot()
})

test.each(generators)('%s: headings get the ids of their source', async (name) => {
  const tree = await treeOf(name)
  const before = await tree.files()
  expect((await tree.passerelle('anchors')).code).toBe(1)
  expect((await tree.passerelle('anchors', '--write')).code).toBe(0)
  expect(await changes(tree, before)).toMatchSnapshot()
  expect(await tree.passerelle('anchors')).toMatchObject({
    code: 0,
    printed: 'Every heading has the id of its source.',
  })
})

test.each([
  ['starlight', 'src/content/docs/index.mdx', 'A screen and a box', 'docs.fr'],
  ['docusaurus', 'docs/intro.md', 'Two people', 'docs.fr'],
  ['vitepress', 'docs/guide/box.md', 'A frame', 'docs.fr'],
  ['rspress', 'docs/en/guide/box.mdx', 'Fix the', 'docs.fr'],
  ['hugo', 'content/_index.md', 'Stay near', 'content.fr'],
  ['mdbook', 'en/src/run.md', 'A kiosk shows', 'book.fr'],
] as const)(
  '%s: what changes in the source after `sync` is stale, also after it runs once more',
  async (name, page, words, lock) => {
    const tree = await treeOf(name)
    const { printed } = await tree.passerelle('sync')
    expect(printed).toContain(`→ l10n/${lock}.lock`)
    await tree.passerelle('confirm', '--all')
    await tree.edit(page, words, `Now and then ${words.toLowerCase()}`)
    expect((await tree.passerelle('status')).printed).toMatch(/stale +1 block /)
    await tree.passerelle('sync')
    expect((await tree.passerelle('status')).printed).toMatch(/stale +1 block /)
  },
)

describe('two folders', () => {
  test('that are named by their languages are a source and its translation', async () => {
    const tree = await treeOf('mdbook')
    const { code, printed } = await tree.passerelle('status', 'en/src', 'fr/src')
    expect([code, printed]).toMatchObject([0, /^docs, en → fr: .* 24 words/])
  })

  test('have their languages before them where their names do not say it', async () => {
    const tree = await treeOf('plain')
    const told = ['--source', 'en=english', '--target', 'fr=french']
    const { code, printed } = await tree.passerelle('status', ...told)
    expect([code, printed]).toMatchObject([0, /^docs, en → fr: .*\n.*\n +untranslated +1 block/])
    const unsaid = await tree.passerelle('status', 'english', 'french')
    expect(unsaid).toMatchObject({
      code: 2,
      warned: /which language `english` is in.*--source en=/,
    })
    const wrong = await tree.passerelle(
      'status',
      '--source',
      'en=english',
      '--target',
      'fr=francais',
    )
    expect(wrong).toMatchObject({ code: 2, warned: /There is no folder `francais`/ })
  })
})

test.each(generators)('%s: marks and line ends of Windows change no state', async (name) => {
  const tree = await treeOf(name)
  const before = await tree.passerelle('status')
  const work = await waiting(tree)
  const files = Object.entries(await tree.files()).filter(([path]) => /\.mdx?$/.test(path))
  for (const [path, text] of files) {
    const windows = `\uFEFF${text.trimEnd().replaceAll('\n', '\r\n')}`
    await writeFile(join(tree.folder, path), windows)
  }
  expect(await tree.passerelle('status')).toEqual(before)
  expect(await waiting(tree)).toEqual(work)
  expect((await tree.passerelle('anchors', '--write')).code).toBe(0)
  const { printed } = await translateAll(tree, (source) =>
    source.replace(/[\p{L}’]+(?![^<]*>)/gu, 'mot'),
  )
  expect(printed).toContain(' 0 refused')
  const after = await tree.files()
  const isWindows = (text = '') => text.startsWith('\uFEFF') && !/[^\r]\n/.test(text)
  expect(files.filter(([path]) => !isWindows(after[path]))).toEqual([])
})

test('a page in UTF-16 is reported by name, and left out of figures and exports', async () => {
  const tree = await treeOf('docusaurus')
  const text = await tree.read('docs/intro.md')
  await writeFile(join(tree.folder, 'docs/intro.md'), `\uFEFF${text}`, 'utf16le')
  for (const command of ['status', 'export', 'check', 'anchors', 'next']) {
    const { code, printed } = await tree.passerelle(
      command,
      ...(command === 'export' ? ['--out', 'work'] : []),
    )
    expect([code, printed]).toMatchObject([1, /docs\/intro\.md:1:1 error file-not-utf8 .*UTF-16/])
    expect(printed).not.toMatch(/intro\.md +\d|intro#/)
  }
  expect(await tree.read('work/docs.en.fr.po')).not.toContain('kiosk')
})

test('a page that is not MDX is reported with its position, and left out', async () => {
  const tree = await treeOf('docusaurus')
  await tree.edit('docs/intro.md', 'A kiosk shows', 'A kiosk <5 shows')
  const { code, printed } = await tree.passerelle('check')
  expect([code, printed]).toMatchObject([1, /docs\/intro\.md:9:9 error mdx-syntax/])
})

test('a translated heading with its own id is reported and left as it is', async () => {
  const tree = await treeOf('docusaurus')
  const page = 'i18n/fr/docusaurus-plugin-content-docs/current/intro.md'
  await tree.edit(page, '{#before}', '{#avant}')
  const before = await tree.read(page)
  const { code, printed } = await tree.passerelle('anchors', '--write')
  expect([code, printed]).toMatchObject([
    1,
    /intro\.md:11:4 .* id avant of its own: put before in its place/,
  ])
  expect(await tree.read(page)).toBe(before.replace('La suite', 'La suite {#what-comes-next}'))
})
