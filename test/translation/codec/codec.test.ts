/** Words with numbered codes and back: what a translator may type, and what comes of it on the page. */
import { describe, expect, test } from 'vitest'
import type { Block } from '#src/translation/blocks/block.ts'
import { alignCodes, encode } from '#src/translation/codec/codec.ts'
import { quoteAt } from '#src/translation/codec/plain.ts'
import { rebuild } from '#src/translation/codec/rebuild.ts'
import { fromTags, toTags } from '#src/translation/codec/tags.ts'
import type { Dialect } from '#src/translation/blocks/parse.ts'
import { codeProblem } from '#src/translation/formats/refusals.ts'
import { pageOf } from '../formats/pages.ts'

function blockOf(text: string, dialect: Dialect = 'guide'): Block {
  const [block] = pageOf(text, { name: dialect === 'guide' ? 'page.mdx' : 'page.md' }).blocks
  if (!block) throw new Error(`no block in ${text}`)
  return block
}

const tagged = (text: string, dialect?: Dialect) => toTags(encode(blockOf(text, dialect)).parts)

/** What is written for `said` in the place of `source`. */
function written(source: string, message: string, dialect: Dialect = 'guide'): string | undefined {
  return rebuild(fromTags(message), blockOf(source, dialect), { dialect })
}

describe('translators see words and numbers, never addresses or code', () => {
  test.each([
    ['Choose **Save** and *wait*.', 'Choose <b1>Save</b1> and <i2>wait</i2>.'],
    ['See [the **old** list](./a.mdx "Title").', 'See <a1>the <b2>old</b2> list</a1>.'],
    ['Type `setup.exe`, ~~not~~ `a`.', 'Type <c1/>, <s2>not</s2> <c3/>.'],
    ['![A *door*](./a.png) opens.', '<img1/> opens.'],
    ['Choose **<span lang="en">My Customers</span>**.', 'Choose <b1><l2>My Customers</l2></b1>.'],
    ['One\\\ntwo.', 'One<br1/>two.'],
    ['The call starts at 9:00AM, ratio 3:2.', 'The call starts at 9:00AM, ratio 3:2.'],
    ['Visit https://example.com today.', 'Visit <url1/> today.'],
  ])('%s', (markdown, text) => expect(tagged(markdown)).toBe(text))

  test('HTML of a docfx page is a code, footnotes are too', () => {
    expect(tagged('One<br/>two[^1].\n\n[^1]: Note.', 'docfx')).toBe('One<html1/>two<fn2/>.')
  })

  test.each(['<b1>', 'a \\<b1> and \\\\</c2/>', 'C:\\', '1 < 2 > 0', '\\\\<i9/>\\'])(
    'words that look like tags stay words: %s',
    (text) => {
      const parts = [
        { kind: 'text' as const, text },
        { kind: 'alone' as const, id: 1, type: 'code' as const },
      ]
      expect(fromTags(toTags(parts))).toEqual(parts)
    },
  )

  test('codes of a translation have the numbers of its source, whatever their order', () => {
    const source = encode(blockOf('Open [one](./1.mdx), then **two** and [three](./3.mdx).'))
    const target = encode(blockOf('Après **deux** et [trois](./3.mdx), ouvrez [un](./1.mdx).'))
    expect(toTags(alignCodes(source.codes, target).parts)).toBe(
      'Après <b2>deux</b2> et <a3>trois</a3>, ouvrez <a1>un</a1>.',
    )
  })
})

describe('what is written reads as it was meant', () => {
  test('codes in another order take their addresses along', () => {
    expect(
      written(
        'Open [one](./1.mdx), then `a` and [two](./2.mdx).',
        'De <a3>deux</a3> à <a1>un</a1> avec <c2/>.',
      ),
    ).toBe('De [deux](./2.mdx) à [un](./1.mdx) avec `a`.')
  })

  test('typographic spaces and apostrophes stay', () => {
    const message = 'L’essai\u00A0: «\u00A0oui\u00A0»\u202F!'
    expect(written('A test.', message)).toBe(message)
  })

  test.each([
    ['guide', 'Un {mot} ici', 'Un \\{mot} ici'],
    ['guide', 'Un <mot> ici', 'Un \\<mot> ici'],
    ['docfx', 'Un <mot> ici, 1 < 2', 'Un \\<mot> ici, 1 < 2'],
    ['guide', 'Une *étoile et un_nom_long', 'Une \\*étoile et un_nom_long'],
    ['guide', '_souligné_', '\\_souligné\\_'],
    ['guide', 'Un [crochet]', 'Un \\[crochet]'],
    ['guide', 'Note :texte et :step{#x}', 'Note \\:texte et \\:step\\{#x}'],
    ['guide', '# Titre', '\\# Titre'],
    ['guide', '- Tiret', '\\- Tiret'],
    ['guide', '1. Un', '1\\. Un'],
    ['guide', '> Citation', '\\> Citation'],
    ['guide', ':::note', '\\:::note'],
    ['guide', 'import de données', '&#105;mport de données'],
    ['docfx', 'import de données', 'import de données'],
    ['guide', 'A&nbsp;B', 'A\\&nbsp;B'],
    ['guide', 'Un ~~trait~~ et `code`', 'Un \\~\\~trait\\~\\~ et \\`code\\`'],
    ['guide', '[x] fait', '\\[x] fait'],
    ['guide', '***', '\\*\\*\\*'],
  ] as const)('in a %s, %s becomes %s', (dialect, message, expected) => {
    expect(written('Words.', message, dialect)).toBe(expected)
  })

  test('a bar in a cell does not make another cell', () => {
    const cell = pageOf('| A | B |\n| - | - |\n| c | d |\n').blocks[2]
    expect(cell && rebuild(fromTags('c | C'), cell, { dialect: 'guide' })).toBe('c \\| C')
  })

  test('a space inside bold moves out, where Markdown can see the bold', () => {
    expect(written('A **bold** word.', 'Un mot<b1> gras </b1>ici.')).toBe('Un mot **gras** ici.')
    expect(written('Go **there!** now.', 'Allez <b1>là\u202F!</b1>vite')).toBe(
      'Allez **là\u202F!**&#x76;ite',
    )
  })

  test('a word before a link does not make it a picture', () => {
    expect(written('See [a](./a.mdx).', 'Ici\u202F!<a1>a</a1>.')).toBe('Ici\u202F\\![a](./a.mdx).')
  })

  test('front matter is quoted where YAML would read something else', () => {
    const typed = (text: string, message: string) => {
      const page = pageOf(text)
      const [block] = page.blocks
      return (
        block &&
        rebuild(fromTags(message), block, {
          dialect: 'guide',
          quote: quoteAt(page.text, block.start),
        })
      )
    }
    expect(typed('---\ntitle: Plan\n---\n', 'Plan : la suite')).toBe(
      'Plan : la suite'.includes(': ') ? '"Plan : la suite"' : '',
    )
    expect(typed('---\ntitle: "Plan"\n---\n', 'Le "plan"')).toBe('Le \\"plan\\"')
    expect(typed("---\ntitle: 'Plan'\n---\n", "L'essai")).toBe("L''essai")
    expect(typed('---\ntitle: Plan\n---\n', 'Le plan')).toBe('Le plan')
  })

  test('what cannot be written is not', () => {
    expect(written('A **b**.', 'Un <b1></b1>.')).toBeUndefined()
    expect(written('A b.', 'Voir www.example.com.')).toBeUndefined()
  })
})

test('words marked as the translation’s language may stand there without their mark', () => {
  const [block] = pageOf('Choisissez <span lang="en">Domains</span>.', { locale: 'fr-FR' }).blocks
  const codes = block ? encode(block).codes : []
  expect(codes.map(({ type }) => type)).toEqual(['span'])
  expect(codeProblem(fromTags('Choose Domains.'), { codes, extras: [] })).toBeUndefined()
  expect(codeProblem(fromTags('Choose <l1>Domains</l1>.'), { codes, extras: [] })).toBeUndefined()
})
