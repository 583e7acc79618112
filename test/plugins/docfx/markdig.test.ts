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

  test('is told of an extension that nothing here reads, at its place', async () => {
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
    [{ markdigExtensions: ['footnotes', 'figures', 7] }, { unread: ['figures'] }],
  ])('says so by %o', (typed, options) => {
    expect(markdigProperties.parse(typed)).toEqual(options)
  })
})
