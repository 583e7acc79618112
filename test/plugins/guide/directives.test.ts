import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import rehypeStringify from 'rehype-stringify'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import remarkKnownDirectives from '#plugins/guide/directives.ts'
import { describeFixtures, formatMessages } from '../../support/fixtures.ts'

const guide = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMdx)
  .use(remarkDirective)
  .use(remarkKnownDirectives, { names: new Set([':::steps', ':step', '::matrix', ':::matrix']) })
  .use(remarkRehype)
  .use(rehypeStringify)
  .freeze()

describeFixtures('directives', () => guide)

test('an unclosed container tells how many colons its parent needs', async () => {
  const file = await guide.process(':::steps\n:::matrix\n:::\n:::\n')
  expect(file.messages.map(({ note }) => note)).toEqual([expect.stringContaining('`::::`')])
})

test.each([
  ['carriage returns', '\r\n', ''],
  ['a byte order mark', '\n', '\uFEFF'],
])('directives are given back as typed from a file with %s', async (_, end, mark) => {
  const lines = ['At 9:00', '', ':::foo', 'Two', ':::', '', '> :::foo', '> Two']
  const file = await guide.process(new VFile(mark + lines.join(end)))
  expect(
    String(file)
      .replace(/<[^>]+>|\s+/g, ' ')
      .trim()
      .split(/ +/),
  ).toEqual(['At', '9:00', ':::foo', 'Two', ':::', ':::foo', 'Two'])
  expect(formatMessages(file).match(/^\S+ \S+/gm)).toEqual([
    '3:1-3:7 warning',
    '7:3-7:9 error',
    '7:3-7:9 warning',
  ])
})

const docset = new URL('../../../../shared/docsets/fasttrack-2020-07/', import.meta.url)

test.skipIf(!existsSync(docset)).each(['fr-fr', 'en-us'])(
  'the %s FastTrack guides, which have no directives, read the same with and without them',
  async (locale) => {
    const plain = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze()
    const without = plain().use(remarkRehype).use(rehypeStringify).freeze()
    const withDirectives = plain()
      .use(remarkDirective)
      .use(remarkKnownDirectives, { names: new Set<string>() })
      .use(remarkRehype)
      .use(rehypeStringify)
      .freeze()
    const folder = new URL(`${locale}/fasttrack/`, docset)
    for (const page of await readdir(folder)) {
      if (!page.endsWith('.md')) continue
      const value = await readFile(new URL(page, folder), 'utf8')
      const file = await withDirectives.process(value)
      expect(String(file)).toBe(String(await without.process(value)))
      expect(file.messages).toEqual([])
    }
  },
)
