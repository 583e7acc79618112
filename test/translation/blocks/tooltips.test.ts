/** Titles of links and pictures are words that readers see: they are translated. */
import { expect, test } from 'vitest'
import { readBlocks } from '../../../src/translation/blocks/read-blocks.ts'
import { encode } from '../../../src/translation/codec/codec.ts'
import { rebuild } from '../../../src/translation/codec/rebuild.ts'
import { fromTags } from '../../../src/translation/codec/tags.ts'

const page = { name: 'page.md', slug: 'page', locale: 'en' }

function blocksOf(text: string, dialect: 'guide' | 'docfx' = 'docfx') {
  return readBlocks({ ...page, text, dialect }).blocks
}

test.each(['docfx', 'guide'] as const)('in a %s, both are units beside the words', (dialect) => {
  const text =
    '![A dot](media/dot.png "What the dot says")\n\n[link](https://example.com \'Tooltip words\')\n'
  expect(blocksOf(text, dialect).map(({ kind, text: words }) => [kind, words])).toEqual([
    ['image', 'A dot'],
    ['tooltip', 'What the dot says'],
    ['paragraph', 'link'],
    ['tooltip', 'Tooltip words'],
  ])
})

test.each([
  ['[a](b "c")', 'Dit « d »'],
  ['[a](b "c")', 'Dit "d" & \\* &amp; \\'],
  ["[a](b 'c')", "L'été"],
  ['[a](b (c))', 'Un (deux) trois'],
  ['| [a](b "c") |\n| --- |', 'Un | deux "trois"'],
  ['![a](b.png "c")', '<b> [x] `y`'],
])('%s takes the title %s', (text, words) => {
  for (const dialect of ['docfx', 'guide'] as const) {
    const tooltip = blocksOf(text, dialect).find(({ kind }) => kind === 'tooltip')
    if (!tooltip) throw new Error('no title')
    const typed = rebuild([{ kind: 'text', text: words }], tooltip, { dialect }) ?? ''
    const after = text.slice(0, tooltip.start) + typed + text.slice(tooltip.end)
    const [own, ...others] = blocksOf(after, dialect).filter(({ kind }) => kind === 'tooltip')
    expect([own?.text, others]).toEqual([words, []])
  }
})

test('new words around a link or a picture take their new titles along', () => {
  const [, block] = blocksOf('A [b ![c](d.png "e")](f "g") h "i" [j](k).')
    .toSorted((a, b) => a.source.length - b.source.length)
    .slice(-2)
  if (!block) throw new Error('no words')
  const { codes } = encode(block)
  const [link, image] = codes
  const titles = new Map([
    [link?.id ?? 0, 'Titre du lien'],
    [image?.id ?? 0, 'Titre de l’image'],
  ])
  const parts = fromTags('Un <a1>deux <img2/></a1> trois <a3>quatre</a3>.')
  expect(rebuild(parts, block, { dialect: 'docfx', titles })).toBe(
    'Un [deux ![c](d.png "Titre de l’image")](f "Titre du lien") trois [quatre](k).',
  )
})
