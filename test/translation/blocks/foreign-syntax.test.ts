/** What only another generator reads goes through a page unharmed. */
import { describe, expect, test } from 'vitest'
import { vitepressSlug } from '../../../src/docsets/trees/vitepress.ts'
import type { ForeignDialect } from '../../../src/translation/blocks/dialect.ts'
import { hideSyntax } from '../../../src/translation/blocks/foreign-syntax.ts'
import { readBlocks } from '../../../src/translation/blocks/read-blocks.ts'
import { encode } from '../../../src/translation/codec/codec.ts'
import { rebuild } from '../../../src/translation/codec/rebuild.ts'
import { toTags } from '../../../src/translation/codec/tags.ts'
import { randomOf } from '../../support/random.ts'

function blocksOf(text: string, dialect: ForeignDialect = 'markdown') {
  return readBlocks({ name: 'page.md', slug: 'page', locale: 'en', text, dialect }).blocks
}

function unitsIn(text: string, dialect?: ForeignDialect) {
  return blocksOf(text, dialect).map((block) => toTags(encode(block).parts))
}

test.each([
  ['See {{< ref "a_b_c.md" >}} and `{{< x >}}`.', 'See <html1/> and <c2/>.'],
  ['Read [it]({{< relref "a b.md" >}}) now.', 'Read <a1>it</a1> now.'],
  ['Version {{ site.version }} is {% new %} out.', 'Version <html1/> is <html2/> out.'],
  ['An :abbr[ID]{title="Identifier"} has a name.', 'An <html1/>[ID]<html2/> has a name.'],
  ['It begins at 9:00, ratio 3:2 {sic}.', 'It begins at 9:00, ratio 3:2 {sic}.'],
  ['Read [it](a.md){target="_blank"}.', 'Read <a1>it</a1><html2/>.'],
  ['## Open it {#open}', 'Open it'],
])('in Markdown %s is %s', (typed, unit) => {
  expect(unitsIn(typed)).toEqual([unit])
})

test.each([
  ['A <!-- note --> word.', 'A <html1/> word.'],
  ['## Open it {#open}', 'Open it'],
  ['## Open it \\{#open}', 'Open it'],
  ['## Open it {/* #open */}', 'Open it'],
  ['<Card title="Two &quot;words&quot;" icon="x" />', 'Two "words"'],
])('in MDX %s is %s', (typed, unit) => {
  expect(unitsIn(typed, 'mdx')).toEqual([unit])
})

const card = (title: string, words: string) => `<Card title="${title}">${words}</Card>`

test.each([
  [card('One', 'It **fits**.'), ['One', 'It <b1>fits</b1>.']],
  [
    `${card('One', 'It fits.')}\n${card('Two', 'It lasts.')}`,
    ['One', 'It fits.', 'Two', 'It lasts.'],
  ],
  [`<Grid>\n  ${card('One', 'A')} ${card('Two', 'B')}\n</Grid>`, ['One', 'A', 'Two', 'B']],
  [`<Grid>${card('One', 'A')}</Grid>`, ['One', 'A']],
  ['<Icon name="x" />\n<Link title="Go" href="/x" />', ['Go']],
  ['See <Badge text="x" />.', ['See <x1/>.']],
  ['<kbd>Esc</kbd>', ['<e1>Esc</e1>']],
])('components alone on their lines have words each for itself: %j', (typed, units) => {
  expect(unitsIn(typed, 'mdx')).toEqual(units)
})

test.each([
  [':::tip\nWords.\n:::', ['Words.']],
  ['::: tip Two words\nWords.\n:::', ['Two words', 'Words.']],
  [':::tip[Two words]{icon="x"}\nWords.\n:::', ['Two words', 'Words.']],
  ['::: details Click {open}\nWords.\n:::', ['Click', 'Words.']],
  ['> :::note\n> Words.\n> :::', ['Words.']],
  ['::link-card[Two words]{href="x"}', ['Two words']],
])('the words of the container %j are %j', (typed, units) => {
  expect(unitsIn(typed)).toEqual(units)
  expect(unitsIn(typed, 'mdx')).toEqual(units)
})

test('texts of front matter that readers see are units, at any depth, in YAML and TOML', () => {
  const yaml = '---\ntitle: A\nhero:\n  tagline: B\n  actions:\n    - text: C\n      link: D\n---\n'
  expect(unitsIn(yaml)).toEqual(['A', 'B', 'C'])
  const toml = '+++\ntitle = "A \\"b\\""\nweight = 1\n[menu]\ntitle = "no"\n+++\n'
  expect(unitsIn(toml)).toEqual(['A "b"'])
})

describe('pages of all pieces', () => {
  const pieces = {
    markdown: [
      'Words {{< x "y" >}} more. ',
      '\n\n{{% note %}}\n\nIn a note.\n\n{{% /note %}}\n\n',
      '[a]({{< ref "b" >}} "c") ',
      '\n\n::: tip Title\nWords.\n:::\n\n',
      '\n\n## Head {#id}\n\n',
      '\n\n> quote {{<\n> y >}} end\n\n',
      ':abbr[a]{b} ',
      '\n\n```\n{{< code >}}\n::: tip x\n```\n\n',
      '{{ a.b }}{{ c }} ',
      '{{< open ',
      '| {{x}} ',
    ],
    mdx: [
      'Words <!-- c --> more. ',
      '\n\n<!-- a\n\nb -->\n\n',
      '\n\n:::note[Title]\nWords.\n:::\n\n',
      '\n\n## Head {#id}\n\n',
      '<Badge text="x" /> ',
      '\n\n<Card title="a">\n\nWords.\n\n</Card>\n\n',
      '{1 + 1} ',
      '\n\n- item :kbd[a]{b}\n',
    ],
  }

  test.each([1, 2, 3, 4])('seed %i: each block is written back as it was typed', (seed) => {
    const { pick } = randomOf(seed)
    for (const dialect of ['markdown', 'mdx'] as const) {
      for (let count = 0; count < 60; count++) {
        const parts = Array.from({ length: 8 }, () => pick(pieces[dialect]))
        const text = parts.join('')
        expect(hideSyntax(text, dialect).text).toHaveLength(text.length)
        for (const block of blocksOf(text, dialect)) {
          expect(block.source).not.toMatch(/[\uFDD0-\uFDEF]/)
          expect(JSON.stringify(block.inline)).not.toMatch(/[\uFDD0-\uFDEF]/)
          const again = rebuild(encode(block).parts, block, { dialect })
          const folded = (typed = '') => typed.replace(/\s*\n[\s>]*/g, ' ').trim()
          expect([text, folded(again)]).toEqual([text, folded(block.source)])
        }
      }
    }
  })
})

test.each([
  ['Look & feel', 'look-feel'],
  ['1. Choose a place', '_1-choose-a-place'],
  ['Où ça ? À côté', 'ou-ca-a-cote'],
  ['`code` & (more)', 'code-more'],
])('VitePress names the heading %s #%s', (words, id) => {
  expect(vitepressSlug(words)).toBe(id)
})
