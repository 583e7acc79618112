import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import type { Root } from 'mdast'
import rehypeStringify from 'rehype-stringify'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import remarkAlerts, { type AlertKind } from '#plugins/alerts.ts'
import { describeFixtures, formatMessages } from '../support/fixtures.ts'

const titles: Record<AlertKind, string> = {
  note: 'Remarque',
  tip: 'Conseil',
  important: 'Important',
  caution: 'Attention',
  warning: 'Avertissement',
}
const options = { titleOf: (kind: AlertKind) => titles[kind] }

const docfx = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkAlerts, options)
  .use(remarkRehype)
  .use(rehypeStringify)
  .freeze()
const guide = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMdx)
  .use(remarkAlerts, options)
  .use(remarkRehype)
  .use(rehypeStringify)
  .freeze()

describeFixtures('alerts', () => docfx, 'alerts in a docfx page')
describeFixtures('alerts', () => guide, 'alerts in a guide')

test.each([
  ['line feeds', '\n', ''],
  ['carriage returns', '\r\n', ''],
  ['a byte order mark', '\n', '\uFEFF'],
])('the parts of a quote know their place in a file with %s', (_, end, mark) => {
  const lines = ['- > [!NOTE]', '  > One', '  > two  ', '  >[!TIP]', '  > Three', '> [!NOTES]']
  const value = lines.join(end)
  const file = new VFile(mark + value)
  const tree = docfx.runSync(docfx.parse(file), file)
  const sources: string[] = []
  visit(tree, 'element', ({ tagName, position }) => {
    if (!position || !['aside', 'p'].includes(tagName)) return
    sources.push(value.slice(position.start.offset, position.end.offset))
  })
  expect(sources).toEqual([
    ['> [!NOTE]', '  > One', '  > two'].join(end),
    ['One', '  > two'].join(end),
    ['[!TIP]', '  > Three'].join(end),
    'Three',
    '[!NOTES]',
  ])
  expect(formatMessages(file)).toMatch(/^6:3-6:11 /)
})

const docset = new URL('../../../shared/docsets/fasttrack-2020-07/', import.meta.url)

test.skipIf(!existsSync(docset)).each(['fr-fr', 'en-us'])(
  'every marker of the %s FastTrack guides becomes an alert, without a problem',
  async (locale) => {
    const folder = new URL(`${locale}/fasttrack/`, docset)
    const pages = (await readdir(folder)).filter((name) => name.endsWith('.md'))
    const results = await Promise.all(
      pages.map(async (page) => {
        const value = await readFile(new URL(page, folder), 'utf8')
        const markers = value.matchAll(/^[ \t]*(?:[-*+][ \t]+)?>[ \t]*\[!([a-z]+)\][ \t]*$/gim)
        return {
          markers: [...markers].map(([, kind]) => kind?.toLowerCase()),
          ...alertsOf(value),
        }
      }),
    )
    expect(results.flatMap(({ kinds }) => kinds)).toHaveLength(80)
    for (const { kinds, markers, messages } of results) {
      expect(kinds).toEqual(markers)
      expect(messages).toEqual([])
    }
  },
)

function alertsOf(value: string) {
  const kinds: unknown[] = []
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkFrontmatter)
    .use(remarkAlerts, options)
    .use(() => (tree: Root) => {
      visit(tree, 'blockquote', (node) => {
        const properties = node.data?.hProperties
        if (properties) kinds.push(properties['dataKind'])
      })
    })
  const file = new VFile(value)
  processor.runSync(processor.parse(file), file)
  return { kinds, messages: file.messages.map(String) }
}
