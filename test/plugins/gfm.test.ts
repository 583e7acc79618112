/** A page reads the same whether it gets all of GFM or what it can have a use for. */
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import remarkNeededGfm from '#plugins/gfm.ts'

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
