import { VFile } from 'vfile'
import { docfxHtml, docfxProcessor } from '#plugins/docfx/index.ts'
import { type MarkdigOptions, markdigSlug } from '#plugins/docfx/markdig.ts'
import { describe, expect, test } from 'vitest'
import { markdigProperties } from '#src/docsets/docfx/markdig-extensions.ts'
import { readDocfxTree } from '../../support/tree.ts'

const processor = docfxProcessor({
  titleOf: (kind: string) => kind,
  formWords: (key) => key,
  sourceHeadings: async () => undefined,
  resolveLink: (url) => ({ target: { href: url } }),
  resolveImage: (url) => ({ src: url }),
  pathOf: ({ path }) => path,
  readInclude: async () => undefined,
  readCode: async () => undefined,
  findUid: async () => undefined,
  codeMissing: () => '',
})

async function html(value: string, markdig: MarkdigOptions): Promise<string> {
  const file = new VFile({ path: 'page.md', value })
  file.data.markdig = markdig
  return docfxHtml(processor, file)
}

describe('docfx.json', () => {
  test('turns smileys and arrows on, where nothing touches them', async () => {
    const typed = 'Done :) -> next :tada:, `:)`, f(x:) **a**:) http://a.example'
    expect(await html(typed, { hasSmileys: true })).toContain(
      'Done 😃 → next :tada:, <code>:)</code>, f(x:) <strong>a</strong>:)',
    )
    expect(await html('Done :)', {})).toContain('Done :)')
  })

  test('gives headings the ids of Markdig, numbered where they come again', async () => {
    const typed = '## Où ça ?\n\n## Ou ca\n\n## 1. Start: a - b\n\n## 42'
    expect(
      [...(await html(typed, { headingIds: { isAscii: true } })).matchAll(/id="(.*?)"/g)].map(
        ([, id]) => id,
      ),
    ).toEqual(['ou-ca', 'ou-ca-1', 'start-a-b', 'section'])
    expect(markdigSlug('Où ça ?', { isAscii: false })).toBe('où-ça')
  })

  test('leaves cells beyond the header out, as its author asks', async () => {
    const typed = 'a | b\n-- | --\n0 | 1 | 2'
    expect(await html(typed, { hasHeaderWidth: true })).not.toContain('2')
    expect(await html(typed, {})).toContain('2')
  })

  test('turns on what pages may emphasise, and all else is text', async () => {
    const typed =
      'H~2~O, 2^10^, ++new **and bold**++, ==marked==, ~~gone~~; a == b, `2^3^`, \\++x++'
    const all = await html(typed, { emphasis: ['sub', 'sup', 'ins', 'mark'] })
    expect(all).toContain(
      'H<sub>2</sub>O, 2<sup>10</sup>, <ins>new <strong>and bold</strong></ins>, <mark>marked</mark>, ' +
        '<del>gone</del>; a == b, <code>2^3^</code>, ++x++',
    )
    expect(await html(typed, { emphasis: ['mark'] })).toContain('2^10^, ++new')
    expect(await html(typed, {})).toContain('H~2~O, 2^10^, ++new <strong>and bold</strong>++, ==')
  })

  test('closes emphasis of two kinds where the first of them ends', async () => {
    const emphasis = ['ins'] as const
    expect(await html('++a *b++ c*', { emphasis })).toContain('<p><ins>a *b</ins> c*</p>')
    expect(await html('++a ++b++', { emphasis })).toContain('<p>++a <ins>b</ins></p>')
    expect(await html('*a ++b++ c*', { emphasis })).toContain('<em>a <ins>b</ins> c</em>')
  })

  test('says whether pages have tasks; docfx has none by itself', async () => {
    expect(await html('- [x] Read', {})).toContain('<li>[x] Read</li>')
    expect(await html('- [x] Read', { hasTasks: true })).toContain('type="checkbox"')
  })

  test('names an extension that is not supported, which is reported at its position', async () => {
    const { lines } = await readDocfxTree({
      'en-us/guide/a.md': '---\ntitle: A\ndescription: A.\n---\n\nText.',
      'en-us/guide/docfx.json': `{ "build": {
        "content": [{ "files": ["*.md"] }],
        "markdownEngineProperties": { "markdigExtensions": ["emojis", "Figures"] }
      } }`,
    })
    expect(lines).toEqual(['en-us/guide/docfx.json:3:71 warning config-extension'])
  })

  test.each([
    [undefined, {}],
    [null, {}],
    [{ markdigExtensions: null }, {}],
    [{ markdigExtensions: ['Emojis'] }, { hasSmileys: true }],
    [{ markdigExtensions: [{ emojis: 'Default' }] }, { hasSmileys: false }],
    [{ markdigExtensions: ['autoIdentifiers'] }, { headingIds: { isAscii: true } }],
    [{ markdigExtensions: [{ AutoIdentifiers: 'AutoLink' }] }, { headingIds: { isAscii: false } }],
    [{ markdigExtensions: [{ AutoIdentifiers: 'GitHub' }] }, {}],
    [
      { markdigExtensions: [{ PipeTables: { useHeaderForColumnCount: true } }] },
      { hasHeaderWidth: true },
    ],
    [{ markdigExtensions: ['TaskLists'] }, { hasTasks: true }],
    [{ markdigExtensions: ['EmphasisExtras'] }, { emphasis: ['sub', 'sup', 'ins', 'mark'] }],
    [
      { markdigExtensions: [{ emphasisextras: 'Strikethrough, Superscript' }] },
      { emphasis: ['sup'] },
    ],
    [{ markdigExtensions: ['footnotes', 'figures', 7] }, { unread: ['figures'] }],
  ])('says so by %o', (typed, options) => {
    expect(markdigProperties.parse(typed)).toEqual(options)
  })
})
