import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { type PluggableList, unified } from 'unified'
import { describe, expect, test } from 'vitest'
import remarkLimits from '#plugins/limits/remark-limits.ts'
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
  const limited = unified().use(remarkParse).use(plugins).use(remarkLimits).freeze()

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
