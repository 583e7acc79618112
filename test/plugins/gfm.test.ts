/** A page reads the same whether it gets all of GFM or what it can have a use for. */
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import remarkNeededGfm from '#plugins/gfm.ts'
import { randomOf } from '../support/random.ts'

const whole = unified().use(remarkParse).use(remarkGfm).freeze()
const needed = unified().use(remarkParse).use(remarkNeededGfm).freeze()

const marks = [
  'a@b.fr',
  'a&#64;b.fr',
  '~~a~~',
  'b[^1]',
  '\n\n[^1]: c',
  'https://b.fr/(c',
  'www.b.fr',
  'HTTP://b.fr Www.b.fr',
  '\n\n| j | k |\n| - | - |\n| l | m',
  '\n\nn\n:-\no',
  '\r\r> p\r>\t-|-\r',
  '\n\n1. q |r\n   \t -: | -',
]
const others = [
  '**a_b** _c_',
  '[d](e) ![f](g)',
  '\n\n- [ ] h\n- i',
  '\n\n| j | k |\n| - | - |\n',
  'x/y',
]

/** Every pair and triple of marks, among other words. */
const pages = marks.flatMap((one, index) =>
  others.flatMap((other, place) => [
    `${one} ${other}`,
    `${other} ${one} ${marks[(index + place + 1) % marks.length]}`,
    `[${one}](x) ${other}${marks[(index + place + 2) % marks.length]} end`,
  ]),
)

test('addresses, footnotes, tables and strikethrough are read as before, in any order of pages', () => {
  for (const page of [...pages, ...others, ...pages.toReversed()]) {
    expect(needed.parse(page), page).toEqual(whole.parse(page))
  }
})

const lines = [
  ...[
    '| a | b |',
    'a | b',
    'a',
    '**a**',
    'a \\| b',
    '`a|b`',
    '# h',
    '===',
    '---',
    '* * *',
    '',
    ' ',
    '\t',
  ],
  ...[
    '| - | - |',
    '-|-',
    '- | -',
    ':-',
    '--|',
    '| --- | :-: | -: |',
    '|:-',
    '-:',
    ' |-',
    '| - | + |',
  ],
  ...['```', '~~~', '<div>', '</div>', '<!-- a', '-->', '[^1]: | a |', '[a]: b', '    c', '\\'],
]
const containers = [
  '',
  '',
  '',
  '> ',
  '>',
  '- ',
  '  ',
  '1. ',
  '   ',
  '    ',
  '\t',
  '> - ',
  '>   ',
  '> > ',
]

test('tables are found in whatever lines they are, generated', () => {
  const { pick, int } = randomOf(7)
  let tables = 0
  for (let count = 0; count < 3000; count++) {
    const end = pick(['\n', '\n', '\r\n', '\r'])
    const length = 2 + int(8)
    const page = Array.from({ length }, () => pick(containers) + pick(lines)).join(end)
    const tree = JSON.stringify(needed.parse(page))
    if (tree !== JSON.stringify(whole.parse(page)))
      expect(needed.parse(page), page).toEqual(whole.parse(page))
    if (tree.includes('"tableRow"')) tables++
  }
  expect(tables).toBeGreaterThan(150)
})
