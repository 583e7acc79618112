/** Words in raw HTML, from the page to `status`, the translator's file and the page that readers see. */
import { expect, test } from 'vitest'
import type { SiteSources } from '#src/docsets/find-site.ts'
import { plainWords } from '#src/translation/codec/codec.ts'
import { writePo } from '#src/translation/formats/po.ts'
import { withStates } from '#src/translation/site/with-states.ts'
import { countProject } from '#src/translation/state/count.ts'
import { readTranslations } from '#src/translation/project/load-translations.ts'
import { unitSetOf, type TranslationProject } from '#src/translation/project/translation-project.ts'
import { type Result, type Tree, readDocfxTree, readGuideTree } from '../../support/tree.ts'

type Read = (prepare: (site: SiteSources) => Promise<SiteSources>) => Promise<Result>

/** A site that is read, and its only translation. */
async function readWith(read: Read): Promise<Result & { workspace: TranslationProject }> {
  let workspace: TranslationProject | undefined
  const result = await read(async (site) => {
    const { loaded } = await readTranslations(site, { folder: '/l10n', root: '' })
    workspace = loaded[0]?.project
    return withStates(site, '', '/l10n')
  })
  if (!workspace) throw new Error('The site has no translation')
  return { ...result, workspace }
}

/** Source texts of the exported PO, in its order. */
function exported(workspace: TranslationProject): string[] {
  const set = unitSetOf(workspace)
  const po = writePo(set, { revised: new Date('2026-11-22T10:00:00Z') })
  for (const { id } of set.units) expect(po).toContain(`msgctxt "${id}"`)
  return set.units.map(({ source }) => plainWords(source))
}

const page = (title: string, content: string, facts = '') =>
  `---\ntitle: ${title}\ndescription: ${title}.\n${facts}---\n${content}\n`

const docfx = (title: string, sentence: string) =>
  page(
    title,
    `# ${title}

<details>
<summary>Read why this takes a week</summary>

${sentence}

</details>

<p>Ask the people of your school first.</p>
<table>
<tr><th>What you need</th><th>Where you find it</th></tr>
<tr><td>A list of mailboxes</td><td>In the old server</td></tr>
</table>`,
  )

test('docfx: words between HTML tags are counted, exported and marked', async () => {
  const tree: Tree = {
    'en-us/guide/index.md': docfx('Plan the week', 'Each mailbox is copied twice.'),
    'fr-fr/guide/index.md': docfx(
      'Préparer la semaine',
      'Chaque boîte aux lettres est copiée deux fois.',
    ),
  }
  const { workspace, html } = await readWith((prepare) => readDocfxTree(tree, {}, prepare))
  expect(exported(workspace)).toEqual([
    'Plan the week',
    'Plan the week.',
    'Plan the week',
    'Read why this takes a week',
    'Each mailbox is copied twice.',
    'Ask the people of your school first.',
    'What you need',
    'Where you find it',
    'A list of mailboxes',
    'In the old server',
  ])
  const { states, words } = countProject(workspace)
  expect(states.untranslated).toEqual({ blocks: 6, words: 28 })
  expect(words).toBe(42)
  const french = html('/fr-fr/guide/')
  expect(french).toMatch(/<summary [^>]*lang="en-US"/)
  expect(french).toMatch(/<p [^>]*lang="en-US"[^>]*>Ask the people/)
  expect(french).toMatch(/<th [^>]*lang="en-US"[^>]*>What you need/)
  expect(french).toMatch(/<td [^>]*lang="en-US"[^>]*>A list of mailboxes/)
  expect(french).not.toMatch(/lang="en-US"[^>]*>Chaque/)
})

const guide = (title: string, sentence: string, link: string) =>
  page(
    title,
    `
<details>
<summary>Read why this takes a week</summary>

${sentence}

</details>

${link}

<table><tbody><tr><td>A list of mailboxes</td></tr></tbody></table>`,
    'updated: 2026-11-22\n',
  )

test('guides: words inside HTML elements are counted, exported and marked', async () => {
  const link =
    'Ask <u>the people of your school</u> or <a href="https://school.example/en">their office</a>.'
  const tree: Tree = {
    'content/docs/en/move/index.mdx': guide('Plan', 'Each mailbox is copied twice.', link),
    'content/docs/fr-FR/move/index.mdx': guide(
      'Préparation',
      'Chaque boîte aux lettres est copiée deux fois.',
      link,
    ),
  }
  const { workspace, html } = await readWith((prepare) =>
    readGuideTree(tree, ['index'], {}, prepare),
  )
  expect(exported(workspace)).toEqual([
    'Plan',
    'Plan.',
    'Read why this takes a week',
    'Each mailbox is copied twice.',
    'Ask the people of your school or their office.',
    'A list of mailboxes',
  ])
  const { states } = countProject(workspace)
  expect(states.untranslated).toEqual({ blocks: 3, words: 19 })
  const french = html('/fr-fr/move/')
  expect(french).toMatch(/<summary [^>]*lang="en"/)
  expect(french).toMatch(/<p [^>]*lang="en"[^>]*>Ask /)
  expect(french).toMatch(/<td [^>]*lang="en"[^>]*>A list of mailboxes/)
})
