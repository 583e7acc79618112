/** Each example of a plugin does what it says, in both dialects; one that fails stops nothing else. */
import { expect, test } from 'vitest'
import type { PasserellePlugin } from '#src/index.ts'
import { keys } from '../../examples/plugins/keys.ts'
import { noClickHere } from '../../examples/plugins/no-click-here.ts'
import { ourWords } from '../../examples/plugins/our-words.ts'
import { readDocfxTree, readGuideTree } from '../support/tree.ts'

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

const docfx = (text: string, plugins: readonly PasserellePlugin[]) =>
  readDocfxTree({ 'en-us/guide/index.md': `# Start\n\n${text}` }, { plugins })

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
