/** Pages that Satteri parses have the tree that micromark gives them. */
import remarkParse from 'remark-parse'
import { type PluggableList, unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { docfxPresetSyntax, docfxSyntax } from '#plugins/docfx/syntax.ts'
import { guideSyntax } from '#plugins/guide/markdown-syntax.ts'
import remarkLimits from '#plugins/limits/remark-limits.ts'
import { isCommonDocfx, isCommonGuide } from '#plugins/satteri/common.ts'
import { remarkGuideSatteri } from '#plugins/satteri/remark-satteri.ts'
import { VFile } from 'vfile'
import { type Random, randomOf } from '../support/random.ts'
import { isSlow } from '../support/sample.ts'

interface Dialect {
  name: string
  isCommon: (text: string) => boolean
  /** With Satteri, and without. */
  syntax: PluggableList
  plain: PluggableList
  words: readonly string[]
  lines: readonly string[]
  /** Pages of a sentence of each kind that Satteri parses. */
  common: string
}

const words = [
  ...['word', 'é', '`code`', '`', '``', '*', '**', '_', '__', '[', '](/a)', '](/b "t")', '[a][b]'],
  ...['![i](x.png)', '![', '&amp;', '&copy;', '&nbsp;', '\\*', '\\_', '\\', '\\`', ' ', '  ', '\t'],
  ...[
    '|',
    '1.',
    '- ',
    '#',
    'x_y_z',
    '"q"',
    "'",
    '!',
    '(',
    ')',
    '« x »',
    '😀',
    '中文',
    '\u00a0',
    ':',
    '.',
  ],
  ...[
    '*em*',
    '**st**',
    '***both***',
    '[x]: /u',
    '^',
    '~',
    '[https://a.b](https://a.b/c?d=e)',
    '[x]',
    '-',
  ],
]

const lines = [
  ...[
    '# $',
    '## $ ##',
    '$',
    '$',
    '$',
    '$',
    '- $',
    '  - $',
    '1. $',
    '   $',
    '> $',
    '> - $',
    '    $',
  ],
  ...[
    '```js',
    '```',
    '~~~',
    '',
    '',
    '',
    '',
    '---',
    '===',
    '***',
    '| a | b |',
    '|---|:-:|',
    '| $ | $ |',
  ],
  ...[
    '[ref]: /url "t"',
    '* $',
    '+ $',
    '10) $',
    '> ',
    '  $  ',
    '$\\',
    '      $',
    '   - $',
    '[b]: https://a.b',
  ],
  ...['- $\n\n  $', '1. $\n2. $', '> $\n> $', '$\n$', '---\ntitle: $\n---'],
]

const dialects: Dialect[] = [
  {
    name: 'docfx',
    isCommon: isCommonDocfx,
    syntax: [docfxSyntax],
    plain: [docfxPresetSyntax],
    words: [
      ...words,
      '<b>',
      '</b>',
      '<br/>',
      '<!-- c -->',
      '<https://a.b>',
      '{a}',
      '[!NOTE]',
      '~~',
    ],
    lines: [...lines, '<div>', '</div>', '<!-- $ -->', '<!-- $', '$ -->', '> [!NOTE]', '<table>'],
    common:
      '---\ntitle: T\n---\n\n# H\n\nText *em* **strong** `code` [link](https://a.b) <b>x</b>.\n\n> [!NOTE]\n> Note\n\n1. One\n2. Two\n\n| a | b |\n|---|---|\n| c | d |\n\n```js\nx\n```\n',
  },
  {
    name: 'guide',
    isCommon: isCommonGuide,
    syntax: [guideSyntax, remarkLimits, remarkGuideSatteri],
    plain: [guideSyntax, remarkLimits],
    words: [
      ...[
        ...words,
        ':step{#a}',
        ':step[x *y*]{#a .b}',
        ':anchor{#a-b}',
        '9:30',
        ':kbd[Ctrl]',
        'a:b',
      ],
      ...[':badge[x]{kind=new title="a b"}', ':x{}', ':x{ #a  b=c }', ':a[b', ':a]'],
    ],
    lines: [
      ...[...lines, ':::copy', ':::', '::::', ':::procedure{by=admin}', '::matrix{phase="a b"}'],
      ...[
        '::::tabs',
        ':::tab[$]',
        '::video[$]{src=a}',
        ':::screen[$]\n$\n:::',
        '- $\n\n  :::copy\n  $\n  :::',
      ],
      ...[
        ':::procedure{by=admin}\n1. $ :step{#a}\n\n   $\n2. $ :step{#b}\n:::',
        '  :::',
        '    :::copy',
      ],
    ],
    common:
      '---\ntitle: T\n---\n\n## H :anchor{#h}\n\n:::procedure{by=admin at="a b"}\n1. Open **Users** :step{#open}\n\n   > [!NOTE]\n   > Note\n2. :kbd[Ctrl] at 9:30 :step{#ctrl}\n:::\n\n::matrix{phase=initiate}\n\n::::tabs\n:::tab[A]\nx\n:::\n::::\n',
  },
]

describe.each(dialects)('$name', (dialect) => {
  test('a page with everything that writers use every day is one of them', () => {
    expect(dialect.isCommon(dialect.common)).toBe(true)
  })

  test('generated pages have the same tree', () => {
    const seed = Number(process.env['SEED'] ?? 1)
    const random = randomOf(seed)
    const [parse, parsePlain] = [dialect.syntax, dialect.plain].map(parserOf) as [Parse, Parse]
    let count = 0
    while (count < (isSlow ? 20_000 : 1000)) {
      const text = pageOf(random, dialect)
      if (!dialect.isCommon(text)) continue
      count++
      expect(parse(text), `seed ${seed}, ${JSON.stringify(text)}`).toEqual(parsePlain(text))
    }
  })
})

type Parse = (text: string) => unknown

/** The tree, or the problem that ends the parse. */
function parserOf(plugins: PluggableList): Parse {
  const processor = unified().use(remarkParse).use(plugins).freeze()
  return (text) => {
    try {
      return processor.parse(new VFile(text))
    } catch (error) {
      return String(error)
    }
  }
}

function pageOf(random: Random, dialect: Dialect): string {
  const typed = Array.from({ length: 1 + random.int(8) }, () =>
    random.pick(dialect.lines).replaceAll('$', () => sentenceOf(random, dialect)),
  )
  return typed
    .join('\n')
    .concat('\n')
    .replaceAll('\n', random.once(8) ? '\r\n' : '\n')
}

function sentenceOf(random: Random, dialect: Dialect): string {
  return Array.from(
    { length: 1 + random.int(6) },
    () => `${random.pick(dialect.words)}${random.once(2) ? ' ' : ''}`,
  ).join('')
}
