/** The presets, as a project with remark and its own stringifier has them. */
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import english from '#src/i18n/strings/en.json' with { type: 'json' }
import { docfxPreset } from '#plugins/docfx/index.ts'
import { guidePreset } from '#plugins/guide/index.ts'
import { type DialectPreset, englishStrings } from '#plugins/preset.ts'
import { formatMessages } from '../support/fixtures.ts'

const procedure = ':::procedure{by=me phase=now}\n1. :step{#go} **Go.**\n:::\n'

test('without options, any party and phase will do, and readers see them as typed', async () => {
  const { html, messages } = await render(guidePreset(), procedure)
  expect(html).toContain('<span class="party" data-party="me">me</span>')
  expect(messages).toBe('')
})

test('names that are given are the only ones, with their labels', async () => {
  const preset = guidePreset({ names: { parties: { customer: 'The customer' } } })
  const { messages } = await render(preset, procedure)
  expect(messages).toContain('error party-unknown There is no party `me`. Use one of `customer`.')
  const { html } = await render(preset, procedure.replace('me', 'customer'))
  expect(html).toContain('<span class="party" data-party="customer">The customer</span>')
})

test('a matrix by hand has the parties of its columns', async () => {
  const text = ':::matrix[Duties]\n| What | Me |\n| --- | --- |\n| Go | x |\n| Stay | – |\n:::\n'
  const { html, messages } = await render(guidePreset(), text)
  expect(html).toContain('<td role="cell" data-label="Me" class="matrix__yes">')
  expect(messages).toMatch(/^5:.* error matrix-row Row “Stay” has no party in charge\./)
})

test('text that is added is that of the caller, and English where it gives none', async () => {
  const preset = guidePreset({
    strings: ({ stem }) => (stem === 'fr' ? { 'alert.tip': 'Conseil' } : {}),
  })
  const text = '> [!TIP]\n> Essayez.\n\n> [!NOTE]\n> Non.\n'
  expect((await render(preset, text, 'fr.mdx')).html).toMatch(/>Conseil<[\s\S]+>Note</)
  expect((await render(preset, text, 'en.mdx')).html).toMatch(/>Tip<[\s\S]+>Note</)
})

test('English of the presets is that of the site', () => {
  expect(english).toMatchObject(englishStrings)
})

test('docfx pages keep their title, and have the files that they include', async () => {
  const preset = docfxPreset({
    readText: async (path) => (path === 'guides/part.md' ? '> [!NOTE]\n> Part.\n' : undefined),
  })
  const text = '# Title\n\n[!INCLUDE [part](part.md)]\n\n[!INCLUDE [other](other.md)]\n'
  const { html, messages } = await render(preset, text, 'guides/page.md')
  expect(html).toContain('<h1 id="title">Title</h1>')
  expect(html).toContain('<aside class="alert" data-kind="note">')
  expect(messages).toBe(
    '5:1-5:29 error include-missing Included file `other.md` is not in this docset. Correct the path.\n',
  )
})

test('nothing in docfx HTML runs, though the caller’s own steps pass raw HTML on', async () => {
  const { html } = await render(docfxPreset(), '<p onclick="x()">One <script>y()</script></p>\n')
  expect(html).toBe('<p>One </p>')
})

async function render(preset: DialectPreset, value: string, path = 'page.mdx') {
  const file = await unified()
    .use(remarkParse)
    .use(preset.remarkPlugins)
    .use(remarkRehype, preset.remarkRehype)
    .use(preset.rehypePlugins)
    .use(rehypeStringify)
    .process(new VFile({ path, value }))
  return { html: String(file).trim(), messages: formatMessages(file) }
}
