import { htmlIn } from '#plugins/content.ts'
import { describe, expect, test } from 'vitest'
import { docfxFiles, readDiskSite, writeTree } from '../support/disk-site.ts'
import { temporaryFolder } from '../support/folder.ts'
import { readDocfxTree, readGuideTree, type Tree } from '../support/tree.ts'

const front = '---\ntitle: A\ndescription: D\n---\n'
const unsafe = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script>1</script></svg>'

async function docset(text: string, tree: Tree, config: object = {}) {
  const root = await temporaryFolder()
  const patterns = { resource: [{ files: ['**/*'], exclude: ['drafts/**', '**/*.gif'] }] }
  const inDocs = Object.entries(tree).map(([path, content]) => [`en-us/docs/${path}`, content])
  const own = { ...docfxFiles('en-us', patterns), 'en-us/docs/a.md': `${front}${text}\n` }
  await writeTree(root, { ...own, ...(Object.fromEntries(inDocs) as Tree) })
  const site = await readDiskSite(root, ['en-us'], config)
  const html = htmlIn(site.read.documents[0]?.content?.parts() ?? [])
  return { ...site, html, files: await site.published() }
}

describe('a linked file of a docfx docset', () => {
  test('is published where a pattern takes it', async () => {
    const { lines, files } = await docset('[x](files/x%23.csv)', { 'files/x#.csv': 'a;b' })
    expect(lines).toEqual([])
    expect(Object.fromEntries(files)).toEqual({ 'en-us/docs/files/x#.csv': 'a;b' })
  })

  test.each([
    ['that no pattern takes', 'drafts/x.csv', 'file-unpublished'],
    ['that is the docset’s configuration', 'docfx.json', 'file-source'],
    ['that is hidden', '.env', 'file-source'],
    ['in a hidden folder', '.well-known/x.txt', 'file-source'],
    ['that is a table of contents', 'sub/toc.yml', 'file-source'],
    ['that is an include', 'includes/x.md', undefined],
    ['that browsers run', 'x.html', 'file-active'],
    ['that browsers run, in capitals', 'X.XHTML', 'file-active'],
    ['that is a program', 'x.mjs', 'file-active'],
    ['that is XML', 'x.xml', 'file-active'],
    ['of an unknown kind', 'x.zzz', 'file-active'],
    ['without an extension', 'LICENSE', 'file-active'],
    ['with nothing but an extension', 'sub/x.', 'file-active'],
  ])('%s', async (_, path, rule) => {
    const tree = path === 'docfx.json' ? {} : { [path]: 'secret' }
    const { lines, files } = await docset(`[x](${path})`, tree)
    const messages = lines.filter((line) => line.startsWith('en-us/docs/a.md'))
    expect(messages).toEqual(rule ? [`en-us/docs/a.md:5:1 warning ${rule}`] : [])
    expect(files.size).toBe(0)
  })

  test('is a download in a folder of its own where the configuration names it', async () => {
    const config = { downloads: ['docs/tools/*.html'] }
    const tree = { 'tools/x.html': '<script>', 'y.html': '<script>' }
    const { lines, html, files } = await docset('[x](tools/x.html) [y](y.html)', tree, config)
    expect(lines).toEqual(['en-us/docs/a.md:5:19 warning file-active'])
    expect(html).toContain('<a href="/downloads/en-us/docs/tools/x.html" download>x</a>')
    expect([...files.keys()].toSorted()).toEqual([
      'downloads/.htaccess',
      'downloads/en-us/docs/tools/x.html',
    ])
  })

  test('is no download of a table of contents, which could not tell browsers to save it', async () => {
    const config = { downloads: ['**/*.html'] }
    const { lines, files } = await docset(
      '# A',
      { 'TOC.md': '# [x](x.html)\n', 'x.html': '' },
      config,
    )
    expect(lines).toEqual(['en-us/docs/TOC.md:1:1 warning file-active'])
    expect(files.size).toBe(0)
  })
})

describe('a picture of a docfx docset', () => {
  test('that no pattern matches is replaced by its text, and reported', async () => {
    const { lines, html, read } = await docset('![A box](box.gif)', { 'box.gif': 'GIF89a' })
    expect(lines).toEqual(['en-us/docs/a.md:5:1 warning image-unpublished'])
    expect(html).toContain('<span>A box</span>')
    expect(read.documents[0]?.images).toEqual([])
  })

  test('that is a drawing with a script is reported, linked or shown', async () => {
    const { lines, files } = await docset('![x](x.svg) [x](x.svg)', { 'x.svg': unsafe })
    const rule = 'warning drawing-cleaned'
    expect(lines).toEqual([`en-us/docs/a.md:5:1 ${rule}`, `en-us/docs/a.md:5:13 ${rule}`])
    expect(files.get('en-us/docs/x.svg')).toBe(unsafe.replace('<script>1</script>', '') + '\n')
  })

  test('that is a damaged drawing is reported', async () => {
    const { lines, files } = await docset('[x](x.svg)', { 'x.svg': '<svg><g></svg>' })
    expect(lines).toEqual(['en-us/docs/a.md:5:1 warning drawing-unreadable'])
    expect(files.size).toBe(0)
  })

  test.each([
    '![p](https:other.example/i.png)',
    '<img alt="p" src="ht&#10;tps:other.example/i.png">',
    '<img alt="p" src="\\\\other.example\\i.png">',
    '<img alt="p" src="HTTPS:other.example/i.png">',
  ])('that another site has is a link, however it is spelled: %s', async (text) => {
    const { html, lines } = await readDocfxTree({ 'en-us/guide/a.md': `${front}${text}\n` })
    expect(html('/en-us/guide/a/')).toMatch(/<a href="https:\/\/other\.example\/i\.png">p<\/a>/)
    expect(html('/en-us/guide/a/')).not.toContain('<img')
    expect(lines).toEqual(['en-us/guide/a.md:5:1 warning image-elsewhere'])
  })

  test('and sources of a picture, which nothing looks at, are taken out', async () => {
    const text = '<picture><source srcset="https:other.example/i.png"></picture>'
    const { html, lines } = await readDocfxTree({ 'en-us/guide/a.md': `${front}${text}\n` })
    expect(html('/en-us/guide/a/')).not.toContain('other.example')
    expect(lines).toEqual(['en-us/guide/a.md:5:10 warning html-removed'])
  })
})

describe('a file beside the pages of a guide', () => {
  const guide = (link: string, path: string) =>
    readGuideTree({
      'content/docs/en/move/index.mdx': `---\ntitle: A\ndescription: D\n---\n\n[x](${link})\n`,
      [`content/docs/en/move/${path}`]: 'x',
    })

  test.each([
    ['is published where a page offers it', 'list.csv', []],
    ['is not where browsers would run it', 'x.html', ['6:1 error file-active']],
    ['is not where it is hidden', '.env', ['6:1 error file-source']],
    ['is not where it is a page with the wrong name', 'old.md', ['6:1 error file-unpublished']],
  ])('%s', async (_, path, expected) => {
    const { lines, site } = await guide(path, path)
    const name = 'content/docs/en/move/index.mdx:'
    const messages = lines.filter((line) => line.startsWith(name) && line.includes(' file-'))
    expect(messages).toEqual(expected.map((value) => name + value))
    expect(site.documents.flatMap(({ offers }) => offers)).toHaveLength(expected.length ? 0 : 1)
  })
})
