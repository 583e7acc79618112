/** A page that is four times as long takes about four times as long, not sixteen times. */
import { expect, test } from 'vitest'
import { randomOf } from '../support/random.ts'
import { readDocfxTree, readGuideTree } from '../support/tree.ts'

const seed = Number(process.env['SEED'] ?? 1)
const count = Number(process.env['CASES'] ?? 25)

const top = '---\ntitle: Plan\ndescription: What to do.\nupdated: 2026-01-02\n---\n\n'

async function docfx(body: string): Promise<unknown> {
  return readDocfxTree({ 'en-us/guide/a.md': top + body, 'fr-fr/guide/a.md': top + body })
}

async function guide(body: string): Promise<unknown> {
  const path = 'move/index.mdx'
  return readGuideTree({
    [`content/docs/en/${path}`]: top + body,
    [`content/docs/fr-FR/${path}`]: top + body,
  })
}

const blockOf = (text: string) => `${text}\n\n`

test.each([
  ['references that nothing defines', docfx, '[a][b] '],
  ['footnotes without a text', docfx, '[^a] '],
  ['stray signs', docfx, '** a ** b '],
  ['pairs of stray signs', docfx, '*Save *now '],
  ['alerts of one paragraph', docfx, '> [!NOTE]\n> a\n'],
  ['alerts', docfx, blockOf('> [!NOTE]\n> a')],
  ['rows that are too wide', docfx, '| a | b | c |\n', '| A | B |\n| - | - |\n'],
  ['tables without a delimiter row', docfx, '| a | b |\n'],
  ['HTML with words', docfx, '<p>a</p>\n'],
  ['HTML cells without end tags', docfx, '<td>a'],
  ['HTML in a quote', docfx, '> <p>a</p>\n'],
  ['paragraphs', docfx, blockOf('Words of a page.')],
  ['directives with a space', guide, blockOf('::: warning')],
  ['indented code', guide, blockOf('    code\n\na')],
] as [string, typeof docfx, string, string?][])(
  '%s',
  { retry: 2 },
  async (_what, read, piece, before = '') => {
    // In one paragraph 300 pieces of three marks stay below the limit.
    const size = /\n/.test(piece) || piece.startsWith('<') ? 500 : 75
    await read(before + piece.repeat(size))
    const short = await secondsOf(() => read(before + piece.repeat(size)))
    const long = await secondsOf(() => read(before + piece.repeat(4 * size)))
    expect(long).toBeLessThan(10 * short + 0.2)
  },
)

/** Constructs of both dialects that something else has to end, or that need another one. */
const pieces = [
  ...[
    '[',
    '![',
    ']',
    '[a](',
    '[a](<',
    '[a](b (',
    '[a](b "',
    '[a]: ',
    '[^a] ',
    '[^a]: ',
    '[a][b] ',
    '[!INCLUDE [a](',
    '[!NOTE] ',
  ],
  ...[
    '*',
    '**a',
    '_a ',
    '~~a ',
    '`',
    '`` a ',
    '\\',
    '\\!',
    '&amp;',
    '&#x',
    '|',
    '> ',
    '- ',
    '1. ',
    '+ ',
    '# ',
    '---',
    '- [ ] ',
  ],
  ...[
    '<',
    '<a ',
    '<a b="',
    '<a>',
    '</a>',
    '<!-- ',
    '<? ',
    '<!A ',
    '<![CDATA[',
    '<http://a ',
    '<td>',
    '<code>',
    '<details><summary>',
  ],
  ...['{', '{#a} ', '{/* ', '}', ':::', ':::row', ':::copy', '::a ', ':a[', ':a{b="', ':step{#a} '],
  ...['http://a.b ', 'www.', 'a@', '@a', '"', "'", ' ', '\t', '\u00A0', '.', 'a b '],
]

/** Ways to write many of a construct. */
const shapes: Readonly<Record<string, (piece: string) => string>> = {
  'in a line': (piece) => piece,
  'between words': (piece) => `${piece} some more words `,
  'with brackets': (piece) => `${piece}](`,
  'with ends of comments': (piece) => `${piece}--> `,
  'in a paragraph': (piece) => `${piece}\n`,
  'in paragraphs': (piece) => `${piece} a\n\n`,
  'in items': (piece) => `- ${piece}\n`,
  'in cells': (piece) => `| ${piece} | b |\n`,
  'in quotes': (piece) => `> ${piece}\n`,
}

/** What stands before them. */
const beginnings = [
  '',
  '<div>\n',
  '- ',
  '> [!NOTE]\n> ',
  '| A | B |\n| - | - |\n',
  '| A | B |\n| - | - |\n| ',
  '## ',
]

interface Case {
  name: string
  read: (body: string) => Promise<unknown>
  before: string
  unit: string
}

const cases: Case[] = [docfx, guide].flatMap((read) =>
  pieces.flatMap((piece) =>
    Object.entries(shapes).flatMap(([shape, unitOf]) =>
      beginnings.map((before) => ({
        name: `${read.name}: ${JSON.stringify(before + piece)} ${shape}`,
        read,
        before,
        unit: unitOf(piece),
      })),
    ),
  ),
)

/** Characters of the shorter text; the longer one has four times as many. */
const characters = 10_000

/** Below this a measurement says nothing. */
const floor = 0.5

test('every construct, many times over, in every place', async () => {
  const random = randomOf(seed)
  const sample = Array.from({ length: count }, () => random.pick(cases))
  const slow: string[] = []
  for (const { name, read, before, unit } of sample) {
    const text = (size: number) => before + unit.repeat(Math.ceil(size / unit.length))
    const measure = async (size: number) => secondsOf(() => read(text(size)))
    const isSlow = async () => {
      const long = await measure(4 * characters)
      return long > floor && long > 10 * (await measure(characters)) + 0.2
    }
    // Other programs take turns on the machine: what is slow is slow three times.
    if ((await isSlow()) && (await isSlow()) && (await isSlow())) slow.push(name)
  }
  expect(slow, `SEED=${seed}`).toEqual([])
})

async function secondsOf(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
