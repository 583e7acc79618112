/** The project's own guides are published while their translations are behind. */
import { cp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copiedSite } from '../support/copied-site.ts'

test('a page and a step that French lacks, and a new language without a page, do not stop the build', async () => {
  const site = await copiedSite()
  const content = join(site.root, 'content')
  await rm(join(content, 'docs/fr-FR/fasttrack/assess.mdx'))
  const remediate = await readFile(join(content, 'docs/fr-FR/fasttrack/remediate.mdx'), 'utf8')
  const [step = ''] = /^2\. .*\n/m.exec(remediate) ?? []
  await site.edit('content/docs/fr-FR/fasttrack/remediate.mdx', step, '')
  // As CONTRIBUTING says of a locale.
  await site.edit(
    'content/site.config.ts',
    "locales: ['en', 'fr-FR']",
    "locales: ['en', 'fr-FR', 'de']",
  )
  await cp(join(content, 'ui/en.json'), join(content, 'ui/de.json'))

  const { code, output } = await site.run('build')
  expect(output).not.toMatch(/ error /)
  expect(output).toMatch(/pages built/)
  expect(code).toBe(0)

  const source = await readFile(join(content, 'docs/en/fasttrack/remediate.mdx'), 'utf8')
  const [, id = '', title = ''] = /^2\. :step\{#([\w-]+)[^}]*\} \*\*(.*?)\.\*\*/m.exec(source) ?? []
  const go = await readFile(join(site.dist, `go/fasttrack/${id}/index.html`), 'utf8')
  const french = go.slice(go.indexOf('<li lang="fr-FR"'))
  expect(french.replaceAll(/\s+/g, ' ')).toContain(`<span lang="en">${title}</span>`)
})
