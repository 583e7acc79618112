/** Each example of a plugin does what it says, in both dialects; one that fails stops nothing else. */
import { expect, test } from 'vitest'
import { exportFiles, pluginFormats } from '#src/cli/exchange-files.ts'
import { searchChange } from '#src/cli/search-hooks.ts'
import type { PasserellePlugin } from '#src/index.ts'
import { indexSources } from '#src/search/entries.ts'
import { readPluginFormat } from '#src/translation/formats/plugin-format.ts'
import { importFiles } from '#src/translation/import/import-files.ts'
import { openTranslation } from '#src/translation/index.ts'
import { jsonFormat } from '../../examples/plugins/json-format.ts'
import { keys } from '../../examples/plugins/keys.ts'
import { noArchive } from '../../examples/plugins/no-archive.ts'
import { noClickHere } from '../../examples/plugins/no-click-here.ts'
import { ourWords } from '../../examples/plugins/our-words.ts'
import { type Tree, readDocfxTree, readGuideTree } from '../support/tree.ts'

const frontMatter = '---\ntitle: Start\ndescription: How to start.\nupdated: 2026-11-30\n---\n\n'

const guide = (text: string, plugins: readonly PasserellePlugin[], more: object = {}) =>
  readGuideTree(
    {
      'content/docs/en/move/index.mdx': frontMatter + text,
      'content/docs/fr-FR/move/index.mdx': frontMatter + text,
    },
    ['index'],
    {},
    undefined,
    {},
    { plugins, ...more },
  )

const docfx = (text: string, plugins: readonly PasserellePlugin[], more: Tree = {}) =>
  readDocfxTree({ 'en-us/guide/index.md': `# Start\n\n${text}`, ...more }, { plugins })

const ownRule = ({ problems }: Awaited<ReturnType<typeof guide>>) =>
  problems
    .filter(({ ruleId }) => ruleId.includes('/'))
    .map(({ file, line, column, severity, ruleId, reason }) =>
      [`${file}:${line}:${column}`, severity, ruleId, reason].join(' '),
    )

test('lint: a link that does not say where it leads is a problem of its line', async () => {
  const text = 'See [here](#a).\n\n## A\n'
  const reason = 'Link text “here” does not say where the link leads. Name the page.'
  expect(ownRule(await guide(text, [noClickHere]))).toEqual([
    `content/docs/en/move/index.mdx:7:5 warning no-click-here/link-text ${reason}`,
    `content/docs/fr-FR/move/index.mdx:7:5 warning no-click-here/link-text ${reason}`,
  ])
  expect(ownRule(await docfx(text, [noClickHere]))).toEqual([
    `en-us/guide/index.md:3:5 warning no-click-here/link-text ${reason}`,
  ])
})

test('markdown: keys are drawn in both dialects, and code stays as typed', async () => {
  const text = 'Press [[Ctrl+S]], not `[[Ctrl+S]]`.\n'
  const shown = '<p>Press <kbd>Ctrl+S</kbd>, not <code>[[Ctrl+S]]</code>.</p>'
  expect((await guide(text, [keys])).html('/en/move/')).toContain(shown)
  expect((await docfx(text, [keys])).html('/en-us/guide/')).toContain(shown)
})

test('markdown: what a plugin adds is checked as if the author had written it', async () => {
  const adds: PasserellePlugin = { name: 'adds', hooks: { markdown: { remark: [remarkLink] } } }
  const { lines } = await guide('Text.\n', [adds])
  expect(lines.join('\n')).toContain('index.mdx:1:1 error link-missing')
})

test('search: a page that a plugin leaves out is not found, and one that it changes is as it says', async () => {
  const renames: PasserellePlugin = {
    name: 'renames',
    hooks: { search: (record) => ({ ...record, html: 'Other words' }) },
  }
  const plugins = [noArchive, renames]
  const { site } = await docfx('Text.\n', plugins, { 'en-us/guide/archive/old.md': '# Old\n' })
  const indexed = { ...site, change: searchChange(plugins) }
  const entries = [...indexSources(indexed).values()].flatMap(({ sources }) =>
    sources.flatMap((source) => source.entries().own),
  )
  expect(entries).toEqual([{ url: '/en-us/guide/', html: 'Other words' }])
})

test('search: a hook that throws ends the build with one line', async () => {
  const search = () => {
    throw new Error('no such thing')
  }
  const change = searchChange([{ name: 'broken', hooks: { search } }])
  expect(() => change?.({ url: '/en/', html: '' }, { docset: 'move', locale: 'en' })).toThrow(
    'Plugin `broken` failed on /en/, in its hook `search`: no such thing.',
  )
})

test('formats: units go out as JSON and come back, with their codes', async () => {
  const [format] = pluginFormats([jsonFormat])
  if (!format) throw new Error('no format')
  const source = 'Choose **Save** now.\n'
  const project = await openTranslation({
    dialect: 'docfx',
    sourceLocale: 'en',
    targetLocale: 'fr-FR',
    pages: [{ slug: 'a', source, target: source }],
  })
  const { files } = exportFiles(project, format, undefined, new Date(0))
  const [[name = '', text = ''] = []] = [...files]
  expect(name).toBe('docs.en.fr-FR.json')
  const done = text.replace(
    /("translation": )".*"/,
    '$1"Choisissez <b1>Enregistrer</b1> maintenant."',
  )
  const read = readPluginFormat(done, name, format)
  const { pages, refused } = importFiles(project, [read], { status: 'ok' })
  expect(refused).toEqual([])
  expect(pages.map((page) => page.text)).toEqual(['Choisissez **Enregistrer** maintenant.\n'])
})

test('formats: a file that the plugin cannot read is a problem that names both', () => {
  const [format] = pluginFormats([jsonFormat])
  const { messages } = format ? readPluginFormat('{}', 'done.json', format) : { messages: [] }
  expect(messages.map(({ file, reason }) => `${file} ${reason}`)).toEqual([
    expect.stringMatching(
      /^done\.json Plugin `json-format` cannot read the file: .+\. Repair the file or the plugin\.$/,
    ),
  ])
})

test('strings: a plugin gives the interface its words, and the site’s own go before them', async () => {
  const text = '> [!IMPORTANT]\n> Read it.\n'
  const site = await guide(text, [ourWords])
  expect(site.html('/en/move/')).toContain('>Do not skip this</p>')
  expect(site.html('/fr-fr/move/')).toContain('>À ne pas sauter</p>')
})

test('a hook that throws is a problem that names the plugin and the page', async () => {
  const throws = () => {
    throw new Error('no such thing')
  }
  const text = 'Text.\n'
  const advice =
    'no such thing. Repair the plugin, or take it out of `plugins` in content/site.config.ts.'
  const cases: [string, PasserellePlugin['hooks']][] = [
    ['lint', { lint: throws }],
    ['markdown.remark', { markdown: { remark: [() => throws] } }],
    ['markdown.rehype', { markdown: { rehype: [throws] } }],
  ]
  for (const [hook, hooks] of cases) {
    const site = await guide(text, [{ name: 'broken', hooks }])
    expect(ownRule(site)[0]).toBe(
      `content/docs/en/move/index.mdx:1:1 error broken/failed Plugin \`broken\` failed on this page, in its hook \`${hook}\`: ${advice}`,
    )
    expect(site.html('/en/move/')).toContain('<p>Text.</p>')
  }
})

test('a hook that there is not is a mistake in the configuration, which names the near one', async () => {
  const typo = { name: 'typo', hooks: { lnt: () => undefined } } as unknown as PasserellePlugin
  const { problems } = await guide('Text.\n', [typo])
  expect(problems.map(({ reason }) => reason).join('\n')).toContain(
    'There is no option `plugins.0.hooks.lnt`. Did you mean `lint`?',
  )
})

function remarkLink() {
  return (tree: { children: object[] }): void => {
    const text = { type: 'text', value: 'Gone' }
    const link = { type: 'link', url: './gone.mdx', children: [text] }
    tree.children.push({ type: 'paragraph', children: [link] })
  }
}
