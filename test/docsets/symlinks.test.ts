import { htmlIn } from '#plugins/content.ts'
import { execFileSync } from 'node:child_process'
import { mkdir, readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { OutsideLinkError, writablePath } from '#src/cli/writable-path.ts'
import { nodeFileSystem, diskWithin } from '#src/node-file-system.ts'
import { type Links, docfxFiles, readDiskSite, writeTree } from '../support/disk-site.ts'
import { temporaryFolder } from '../support/folder.ts'
import { png, type Tree } from '../support/tree.ts'

const secret = 'root:x:0:0'
const front = '---\ntitle: A\ndescription: D\n---\n'
const resource = [{ files: ['**/*.{txt,png}'] }]

/** A docset beside which a secret lies. */
async function site(tree: Tree, links: Links) {
  const root = await temporaryFolder()
  const outside = { 'outside/secret.txt': secret, 'outside/docs/a.md': `${front}${secret}\n` }
  await writeTree(root, { ...outside, ...docfxFiles('en-us', { resource }), ...tree }, links)
  const read = await readDiskSite(root, ['en-us'])
  const html = read.read.documents.map((document) => JSON.stringify(document)).join('\n')
  const files = [...(await read.published()).values()].join('\n')
  return { ...read, all: html + files + JSON.stringify(read.read.contents) }
}

describe('a link that leads out of the docset reveals nothing, and is reported', () => {
  test.each<[string, string, Links]>([
    ['an include', '[!INCLUDE [x](inc/x.md)]', { 'inc/x.md': '../../../outside/secret.txt' }],
    ['an include in a linked folder', '[!INCLUDE [x](inc/secret.txt)]', { inc: '../../outside' }],
    ['a whole path', '[!INCLUDE [x](x.md)]', { 'x.md': '/etc/passwd' }],
    ['a page', 'Text.', { 'b.md': '../../outside/docs/a.md' }],
    ['a folder of pages', 'Text.', { sub: '../../outside/docs' }],
    ['a picture', '![x](x.png)', { 'x.png': '../../outside/secret.txt' }],
    ['a file that a page offers', '[x](x.txt)', { 'x.txt': '../../outside/secret.txt' }],
    ['a table of contents', 'Text.', { 'TOC.md': '../../outside/secret.txt' }],
    ['the other language', '[x](x.txt)', { 'x.txt': '../../fr-fr/docs/x.txt' }],
  ])('%s', async (_, text, links) => {
    const inDocs = Object.entries(links).map(([path, to]) => [`en-us/docs/${path}`, to])
    const [[link = '']] = inDocs as [[string]]
    const tree = { 'en-us/docs/a.md': `${front}# A\n\n${text}\n`, 'fr-fr/docs/x.txt': secret }
    const { lines, all } = await site(tree, Object.fromEntries(inDocs) as Links)
    expect(all).not.toContain('root:')
    expect(lines).toContain(`${link}:1:1 error file-link`)
  })

  test('docfx.json', async () => {
    const root = await temporaryFolder()
    await writeTree(root, { ...docfxFiles('en-us'), 'en-us/docs/a.md': front })
    const [config] = Object.entries(docfxFiles('en-us')).slice(1)
    const linked = await temporaryFolder()
    const { [`en-us/docs/docfx.json`]: _, ...others } = docfxFiles('en-us')
    await writeTree(
      linked,
      { ...others, 'en-us/docs/a.md': front, 'docfx.json': config?.[1] ?? '' },
      { 'en-us/docs/docfx.json': '../../docfx.json' },
    )
    expect((await readDiskSite(root, ['en-us'])).lines).toEqual([])
    expect(new Set((await readDiskSite(linked, ['en-us'])).lines)).toEqual(
      new Set(['en-us/docs/docfx.json:1:1 error file-link']),
    )
  })

  test('the ledger', async () => {
    const tree = { 'en-us/docs/a.md': front }
    const { lines } = await site(tree, { 'en-us/permalinks.json': '../outside/secret.txt' })
    expect(lines).toEqual(['en-us/permalinks.json:1:1 error file-link'])
  })

  test('a file that is published as it is', async () => {
    const tree = { 'en-us/docs/a.md': front }
    const { lines } = await site(tree, { 'public/x.txt': '../outside/secret.txt' })
    expect(lines).toEqual(['public/x.txt:1:1 error file-link'])
  })
})

describe('a link inside the docset', () => {
  const tree = { 'en-us/docs/a.md': `${front}# A\n`, 'en-us/docs/media/x.png': png }

  test('is the file that it leads to', async () => {
    const text = `${front}![x](y.png) [x](sub/x.png)\n\n[!INCLUDE [x](i.md)]\n`
    const { lines, read, published } = await site(
      { ...tree, 'en-us/docs/b.md': text, 'en-us/docs/inc/i.md': 'Shared words.' },
      {
        'en-us/docs/y.png': 'media/x.png',
        'en-us/docs/i.md': 'inc/i.md',
        'en-us/docs/sub': 'media',
      },
    )
    expect(lines.filter((line) => !line.includes('front-matter'))).toEqual([])
    expect(
      htmlIn(read.documents.find(({ page }) => page.slug === 'b')?.content?.parts() ?? []),
    ).toContain('Shared words.')
    expect([...(await published()).keys()]).toEqual(['en-us/docs/sub/x.png'])
  })

  test.each<[string, string]>([
    ['its configuration', 'docfx.json'],
    ['a hidden file', '.env'],
    ['what Git keeps', '.git/config'],
  ])('does not lead to %s', async (_, target) => {
    const text = `${front}[x](x.txt)\n\n[!INCLUDE [x](x.txt)]\n`
    const { lines, all } = await site(
      {
        ...tree,
        'en-us/docs/b.md': text,
        'en-us/docs/.env': secret,
        'en-us/docs/.git/config': secret,
      },
      { 'en-us/docs/x.txt': target },
    )
    expect(lines).toContain('en-us/docs/x.txt:1:1 error file-link')
    expect(all).not.toMatch(/root:|"build"/)
  })

  test('is not published where the patterns leave out what it leads to', async () => {
    const { lines, published } = await site(
      { ...tree, 'en-us/docs/b.md': `${front}[x](x.txt)\n`, 'en-us/docs/notes.log': secret },
      { 'en-us/docs/x.txt': 'notes.log' },
    )
    expect(lines).toEqual(['en-us/docs/b.md:5:1 warning file-unpublished'])
    expect([...(await published()).keys()]).toEqual([])
  })

  test('in a circle ends, and is reported', async () => {
    const { lines, read } = await site(tree, {
      'en-us/docs/media/up': '..',
      'en-us/docs/self': '.',
      'en-us/docs/one': 'two',
      'en-us/docs/two': 'one',
      'en-us/docs/x/b': '../y',
      'en-us/docs/y/a': '../x',
    })
    expect(lines.toSorted()).toEqual([
      'en-us/docs/media/up:1:1 error file-link',
      'en-us/docs/self:1:1 error file-link',
      'en-us/docs/x/b/a:1:1 error file-link',
      'en-us/docs/y/a/b:1:1 error file-link',
    ])
    expect(read.documents).toHaveLength(1)
  })

  test('that leads nowhere is no file: editors make such ones', async () => {
    const { lines } = await site(tree, { 'en-us/docs/.#a.md': 'person@machine.123' })
    expect(lines).toEqual([])
  })
})

test('a docset’s folder may be a link itself', async () => {
  const root = await temporaryFolder()
  await writeTree(root, { ...docfxFiles('en-us'), 'en-us/docs/a.md': front })
  await mkdir(join(root, 'elsewhere'))
  await symlink(join(root, 'en-us'), join(root, 'elsewhere/en-us'))
  const { read, lines } = await readDiskSite(join(root, 'elsewhere'), ['en-us'])
  expect(lines).toEqual([])
  expect(read.documents.map(({ page }) => page.path)).toEqual(['/en-us/docs/a/'])
})

test('what is no file is not waited for', async () => {
  const root = await temporaryFolder()
  execFileSync('mkfifo', [join(root, 'pipe.md')])
  expect(await nodeFileSystem.list(root)).toEqual([])
})

test('a folder that the publishing configuration looks for outside is refused', async () => {
  const root = await temporaryFolder()
  const docsets = [{ docset_name: 'd', build_source_folder: '../docs', locale: 'en-us' }]
  const name = 'en-us/.openpublishing.publish.config.json'
  await writeTree(root, { [name]: JSON.stringify({ docsets_to_publish: docsets }) })
  expect((await readDiskSite(root, ['en-us'])).lines).toEqual([`${name}:1:1 error folder-outside`])
})

describe('nothing is written through a link that leads out of its folder', () => {
  test.each([
    ['a file', 'a.lock', '../outside/a.lock'],
    ['a folder', 'sub', '../outside'],
  ])('%s', async (_, link, target) => {
    const root = await temporaryFolder()
    await writeTree(root, { 'outside/a.lock': secret }, { [`content/${link}`]: target })
    const path = join(root, 'content', link, ...(link === 'sub' ? ['new/b.lock'] : []))
    await expect(writablePath(path, [join(root, 'content')])).rejects.toThrow(OutsideLinkError)
    expect(await readFile(join(root, 'outside/a.lock'), 'utf8')).toBe(secret)
  })

  test('one inside is written to where it leads', async () => {
    const root = await temporaryFolder()
    await writeTree(root, { 'content/b/x.mdx': '' }, { 'content/a/x.mdx': '../b/x.mdx' })
    const path = await writablePath(join(root, 'content/a/x.mdx'), [join(root, 'content')])
    expect(path).toBe(join(root, 'content/b/x.mdx'))
  })

  test('a team’s folder may be a link, and a file in it that leads out is not read', async () => {
    const root = await temporaryFolder()
    await writeTree(
      root,
      { 'team/a.lock': 'x', secret: secret },
      { l10n: 'team', 'team/b.lock': '../secret' },
    )
    const files = diskWithin([join(root, 'content')])
    expect(await files.read(join(root, 'l10n/a.lock'))).toBeDefined()
    expect(await files.read(join(root, 'l10n/b.lock'))).toBeUndefined()
    expect(await writablePath(join(root, 'l10n/new.lock'))).toBe(join(root, 'l10n/new.lock'))
  })
})
