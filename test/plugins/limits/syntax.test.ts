import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { type PluggableList, type Processor, unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { isBelowLimits } from '#plugins/limits/below-limits.ts'
import { limitsSyntax } from '#plugins/limits/syntax.ts'
import { randomOf } from '../../support/random.ts'

const dialects: Readonly<Record<string, PluggableList>> = {
  guide: [remarkGfm, remarkMdx, remarkDirective],
  docfx: [remarkGfm],
}

const pieces = [
  'a',
  ' ',
  '`',
  '``',
  ':',
  '::',
  '_',
  '*',
  '**',
  '~',
  '[',
  ']',
  '!',
  '(b)',
  '\\',
  '\n',
]

describe.each(Object.entries(dialects))('counting the marks of a %s page', (_, plugins) => {
  const plain = unified().use(remarkParse).use(plugins).freeze()
  const limited = unified().use(remarkParse).use(plugins).use(remarkCounting).freeze()

  test.each(['``a`', '::note', 'a ::note', 'a::b', '!![a](b)'])('leaves `%s` as it is', (text) => {
    expect(limited.parse(text)).toEqual(plain.parse(text))
  })

  test('leaves every other text as it is', () => {
    for (let seed = 0; seed < 500; seed++) {
      const { int, pick } = randomOf(seed)
      const text = Array.from({ length: 1 + int(12) }, () => pick(pieces)).join('')
      expect(limited.parse(text), JSON.stringify(text)).toEqual(plain.parse(text))
    }
  })
})

/** The syntax on every page, where remarkLimits skips those below all limits. */
function remarkCounting(this: Processor): void {
  ;(this.data().micromarkExtensions ??= []).push(limitsSyntax())
}

test.each([
  ['words of any length', true, 'a b '.repeat(4000)],
  ['many paragraphs with links', true, '[a](b) **c**\n\n'.repeat(400)],
  ['a long paragraph with much markup', false, '[a](b) '.repeat(1000)],
  ['marks that nothing closes', false, '<!-- '.repeat(600) + 'a'.repeat(10_000)],
  ['quotes in each other', false, '> '.repeat(101) + 'a'],
  ['footnotes in each other', false, '[^a]: '.repeat(101) + 'b'],
  ['a list far to the right', false, '\t'.repeat(101) + '- a'],
  ['lines that continue a quote', false, '> a\n' + 'b\n'.repeat(1001)],
  ['events of code', false, '`a`\n\n'.repeat(30_000)],
])('%s: can a limit not be reached? %s', (_, expected, text) => {
  expect(isBelowLimits(text)).toBe(expected)
})
