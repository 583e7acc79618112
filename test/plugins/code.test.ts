/** Blocks of code in both dialects; their looks are in `test/components/code-colours.test.ts`. */
import rehypeStringify from 'rehype-stringify'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { docfxProcessor } from '#plugins/docfx/index.ts'
import { guideProcessor } from '#plugins/guide/index.ts'
import { describeFixtures, formatMessages } from '../support/fixtures.ts'
import { guideOptions } from '../support/guide-options.ts'
import { randomOf } from '../support/random.ts'

const guide = guideProcessor({ ...guideOptions, highlightCode: true })()
  .use(rehypeStringify)
  .freeze()
const docfx = docfxProcessor({
  ...guideOptions,
  highlightCode: true,
  pathOf: ({ path }) => path,
  readInclude: async () => undefined,
  readCode: async () => undefined,
  findUid: async () => undefined,
})

describeFixtures('code', ({ extname }) => (extname === '.md' ? docfx : guide), 'code')

const samples: Readonly<Record<string, string>> = {
  bash: 'for f in *.md; do echo "$f"; done # all',
  bicep: "param name string = 'guide'",
  csharp: 'public record Page(string Title); // one',
  css: 'a:hover { color: red; }',
  html: '<a href="/guide/" title=\'Guide\'>Guide &amp; more</a>',
  json: '{ "a": [1, true, null] }',
  kusto: 'Pages | where Locale == "fr-FR" | take 3',
  powershell: 'Get-MgUser -All | Where-Object { $_.Mail -like "*@x" }',
  python: 'def title(page: str) -> str:\n    return f"{page}!"',
  sql: "SELECT title FROM pages WHERE locale = 'fr'",
  ts: 'const pages: readonly string[] = [`a${1}`]',
  yaml: 'title: Guide # one\nitems: [a, b]',
}

test('code in twelve languages has classes, its own text, and no style attribute', async () => {
  const page = Object.entries(samples).map(([name, code]) => `\`\`\`${name}\n${code}\n\`\`\`\n`)
  for (const processor of [guide, docfx]) {
    const file = await processor.process(new VFile({ path: 'page', value: page.join('\n') }))
    const html = String(file)
    expect(formatMessages(file)).toBe('')
    expect(html).not.toMatch(/\sstyle=/)
    expect(html.match(/<pre>/g)).toHaveLength(12)
    expect(textIn(html)).toEqual(Object.values(samples).map((code) => `${code}\n`))
    for (const name of Object.keys(samples)) {
      expect(html, name).toMatch(new RegExp(`language-${name}">[^]*?<span class="code-`))
    }
  }
})

test('no code loses or gains a character', async () => {
  const seed = Number(process.env['SEED'] ?? 14)
  const { pick, int } = randomOf(seed)
  const pieces = [
    '"',
    "'",
    '`',
    '{',
    '}',
    '<',
    '>',
    '/*',
    '#',
    '$',
    '\\',
    '\n',
    '\n\n',
    ' ',
    'é',
    'a',
    '+',
    '-',
  ]
  const metas = ['', ' {1,3}', ' showLineNumbers', ' ins={2} del={1}', ' title="a"']
  for (let count = 0; count < 150; count++) {
    const code = `x${Array.from({ length: int(40) }, () => pick(pieces)).join('')}x`.replaceAll(
      '```',
      '',
    )
    const fence = `\`\`\`\`${pick(Object.keys(samples))}${pick(metas)}\n${code}\n\`\`\`\`\n`
    const html = String(await guide.process(new VFile({ path: 'page.mdx', value: fence })))
    expect(textIn(html), `SEED=${seed}: ${fence}`).toEqual([`${code}\n`])
  }
})

/** What readers see of each block. */
function textIn(html: string): string[] {
  return [...html.matchAll(/<pre[^]*?<\/pre>/g)].map(([block]) =>
    block
      .replace(/<[^>]*>/g, '')
      .replaceAll('&#x3C;', '<')
      .replaceAll('&#x26;', '&'),
  )
}
