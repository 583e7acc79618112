/** A build depends on the code of the site’s own plugins, wherever the site keeps it. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startPasserelle } from '../support/child.ts'
import { temporaryFolder } from '../support/folder.ts'
import { writeSmallContent } from '../support/small-guides.ts'

const plugin = (word: string) => `const draw = () => (tree) => {
  tree.children.push({ type: 'paragraph', children: [{ type: 'text', value: '${word}' }] })
}
export const mine = {
  name: 'mine',
  hooks: {
    markdown: { remark: [draw] },
    lint: ({ docset, locale }, report) => {
      if (locale === 'en') report({ rule: 'seen', reason: \`Page of \${docset} was seen.\` })
    },
  },
}
`

test('a plugin that has changed makes a new build, with what it does now', async () => {
  const root = await temporaryFolder()
  await writeSmallContent(root)
  const config = join(root, 'content/site.config.ts')
  const text = await readFile(config, 'utf8')
  const imported = "import { mine } from '../tools/mine.ts'\n"
  await writeFile(config, imported + text.replace('docsets:', 'plugins: [mine],\n  docsets:'))
  await mkdir(join(root, 'tools'))
  await writeFile(join(root, 'tools/mine.ts'), plugin('First words'))
  const build = () => startPasserelle(['build', '--root', root, '--quiet'], { cwd: root }).ended
  const page = () => readFile(join(root, 'dist/en/fasttrack/assess/index.html'), 'utf8')

  const first = await build()
  expect(first.printed + first.warned).toMatch(/warning mine\/seen +Page of fasttrack was seen\./)
  expect(await page()).toContain('<p>First words</p>')
  expect((await build()).warned).toContain('Nothing has changed since the last build')

  await writeFile(join(root, 'tools/mine.ts'), plugin('Other words'))
  expect((await build()).warned).not.toContain('Nothing has changed')
  expect(await page()).toContain('<p>Other words</p>')
})
