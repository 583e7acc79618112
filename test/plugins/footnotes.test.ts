import rehypeRaw from 'rehype-raw'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { schema } from '#plugins/docfx/html.ts'
import rehypeFootnotes from '#plugins/footnotes.ts'
import rehypeHeadings from '#plugins/headings.ts'
import { describeFixtures } from '../support/fixtures.ts'

const words = { title: 'Notes', back: 'Retour à l’appel de note {number}' }
const options = { footnoteText: (key: keyof typeof words) => words[key] }

const docfx = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeRaw)
  .use(rehypeSanitize, schema)
  .use(rehypeHeadings, { titleInContent: true })
  .use(rehypeFootnotes, options)
  .use(rehypeStringify)
  .freeze()
const guide = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMdx)
  .use(remarkRehype)
  // Astro has it in front of every list.
  .use(rehypeRaw)
  .use(rehypeHeadings, { titleInContent: false })
  .use(rehypeFootnotes, options)
  .use(rehypeStringify)
  .freeze()

describeFixtures('footnotes', () => docfx, 'footnotes in a docfx page')
describeFixtures('footnotes', () => guide, 'footnotes in a guide')

test.each([
  ['a docfx page', docfx],
  ['a guide', guide],
])('the heading of the footnotes is an anchor, but no heading of %s', async (_, processor) => {
  const { data } = await processor.process('## One\n\nText[^1].\n\n[^1]: Note.\n')
  expect(data.headings?.map(({ text }) => text)).toEqual(['One'])
  expect(data.ids).toContain('footnote-label')
})

test('footnotes keep their English words where the caller has none', async () => {
  const plain = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype)
    .use(rehypeFootnotes, {})
    .use(rehypeStringify)
  const html = String(await plain.process('Text[^1].\n\n[^1]: Note.\n'))
  expect(html).toContain('>Footnotes</h2>')
  expect(html).toContain('aria-label="Back to reference 1"')
})
