import { expect, test } from 'vitest'
import { goLinkPages } from '#src/permalinks/go-link-pages.ts'
import { type Tree, readGuideTree } from '../support/tree.ts'

const front = (title: string, more = '') =>
  `---\ntitle: ${title}\ndescription: About it\nupdated: 2026-11-22\n${more}---\n`
const draft = 'draft: true\n'
const en = 'content/docs/en/move'
const fr = 'content/docs/fr-FR/move'

const guides: Tree = {
  [`${en}/index.mdx`]: front('Move'),
  [`${en}/plan.mdx`]: front('Plan', draft),
  [`${fr}/index.mdx`]: front('Déplacer'),
  [`${fr}/plan.mdx`]: front('Planifier'),
}

const shown = (tree: Tree) =>
  readGuideTree(tree, ['index', 'plan'], {}, undefined, { drafts: true })

test('a draft and its translations are no pages: neither in the table of contents nor in a link to all languages', async () => {
  const { site, lines } = await readGuideTree(guides, ['index', 'plan'])
  expect(lines).toEqual([])
  expect(site.documents.map(({ page }) => page.path)).toEqual(['/en/move/', '/fr-fr/move/'])
  expect(site.contents.map(({ items }) => items.map(({ title }) => title))).toEqual([
    ['Move'],
    ['Déplacer'],
  ])
  expect(goLinkPages(site).map(({ id }) => id)).not.toContain('move/plan')
})

test('pages under a draft take its place in the table of contents', async () => {
  const toc = ['index', { page: 'plan', pages: ['cost'] }]
  const tree = { ...guides, [`${en}/cost.mdx`]: front('Cost') }
  const { site } = await readGuideTree(tree, [], { toc })
  expect(site.contents[0]?.items.map(({ title }) => title)).toEqual(['Move', 'Cost'])
})

test('who writes it sees it in every language, marked', async () => {
  const { site, lines } = await shown(guides)
  expect(lines).toEqual([])
  const pages = site.documents.map(({ page }) => [page.path, 'isDraft' in page])
  expect(pages).toEqual([
    ['/en/move/', false],
    ['/en/move/plan/', true],
    ['/fr-fr/move/', false],
    ['/fr-fr/move/plan/', true],
  ])
})

test('a link to a draft is a problem at its line, from any docset and by any name', async () => {
  const links = '[a](plan.mdx)\n\n[b](plan)\n\n[c](/move/plan/)\n'
  const tree = { ...guides, [`${en}/index.mdx`]: front('Move') + links }
  const { lines, problems } = await readGuideTree(tree, ['index', 'plan'])
  expect(lines).toEqual([6, 8, 10].map((line) => `${en}/index.mdx:${line}:1 error link-draft`))
  expect(problems[0]?.reason).toMatch(/^`plan\.mdx` is a draft/)
  expect((await shown(tree)).lines).toEqual([])
})

test('a task that leads to a draft is a problem of the configuration', async () => {
  const tasks = [{ id: 'plan', to: 'plan' }]
  const labels = {
    'content/ui/en.json': '{"move.task.plan": "Plan"}',
    'content/ui/fr-FR.json': '{"move.task.plan": "Planifier"}',
  }
  const { problems } = await readGuideTree({ ...guides, ...labels }, ['index', 'plan'], { tasks })
  expect(problems.map(({ ruleId }) => ruleId)).toEqual(['link-draft'])
})

test('what was published and is a draft again is gone', async () => {
  const ledger = JSON.stringify({
    move: { page: 'Move' },
    'move#move': { heading: 'Move' },
    'move/plan': { page: 'Plan' },
    $version: 1,
  })
  const { lines } = await readGuideTree({ ...guides, 'content/permalinks.json': ledger }, ['index'])
  expect(lines).toEqual(['content/permalinks.json:1:56 error permalink-gone'])
})

test('a docset of drafts only is not there yet', async () => {
  const { site, lines } = await readGuideTree({
    [`${en}/index.mdx`]: front('Move', draft),
    [`${fr}/index.mdx`]: front('Déplacer'),
  })
  expect(lines).toEqual([])
  expect([site.site.docsets, site.documents]).toEqual([[], []])
})

test('the text of a page may say draft: true', async () => {
  const { site } = await readGuideTree({
    [`${en}/index.mdx`]: `${front('Move')}draft: true\n`,
    [`${fr}/index.mdx`]: front('Déplacer'),
  })
  expect(site.documents).toHaveLength(2)
})

test('in a translation it does nothing, and anything but true or false is an error', async () => {
  const { site, lines } = await readGuideTree({
    [`${en}/index.mdx`]: front('Move', 'draft: yes\n'),
    [`${fr}/index.mdx`]: front('Déplacer', draft),
  })
  expect(site.documents.map(({ page }) => page.kind)).toEqual(['guide', 'guide'])
  expect(lines).toEqual([
    `${en}/index.mdx:5:1 error front-matter-draft`,
    `${fr}/index.mdx:5:1 warning draft-translation`,
  ])
})

test('a page that only a translation has is a draft when it says so', async () => {
  const { site } = await readGuideTree({
    [`${en}/index.mdx`]: front('Move'),
    [`${fr}/index.mdx`]: front('Déplacer'),
    [`${fr}/seule.mdx`]: front('Seule', draft),
  })
  expect(site.documents.map(({ page }) => page.slug)).toEqual(['', ''])
})
