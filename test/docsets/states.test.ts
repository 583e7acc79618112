/** What is known of the translation of a page when it is read. */
import { expect, test } from 'vitest'
import type { SiteSources } from '#src/docsets/find-site.ts'
import { bilingualPartOf } from '#src/docsets/page.ts'
import { withStates } from '#src/translation/site/with-states.ts'
import { type Tree, readDocfxTree, readGuideTree } from '../support/tree.ts'

const states = (site: SiteSources) => withStates(site, '')
const readDocfx = (tree: Tree) => readDocfxTree(tree, {}, states)

const page = (title: string, content: string, facts = '') =>
  `---\ntitle: ${title}\ndescription: About it\n${facts}---\n\n${content}\n`

const pair: Tree = {
  'en-us/guide/index.md': page('Move', '# Move\n\n## Read the plan first\n\nIt is short.'),
  'fr-fr/guide/index.md': page(
    'Transfert',
    '# Transfert\n\n## Read the plan first\n\nIl est court.',
  ),
}
const found = async (tree: Tree, path: string) =>
  (await readDocfx(tree)).site.documents.find((document) => document.page.path === path)?.page

/** What the page says of its original, if it can be read beside it. */
async function bilingual(tree: Tree, path: string) {
  const page = await found(tree, path)
  return page && bilingualPartOf(page)
}

test('a heading that is not translated says its language to the list of headings, too', async () => {
  const { headings } = (await found(pair, '/fr-fr/guide/')) ?? {}
  expect(headings).toEqual([
    { depth: 2, id: 'read-the-plan-first', text: 'Read the plan first', lang: 'en-US' },
  ])
})

test('a translation can be read beside its original, the original alone', async () => {
  expect(await bilingual(pair, '/fr-fr/guide/')).toEqual({ missing: [] })
  expect(await bilingual(pair, '/en-us/guide/')).toBeUndefined()
  const { html } = await readDocfxTree(pair)
  expect(html('/fr-fr/guide/')).not.toContain('data-passerelle-block')
})

test('what has no original, or is lent by it, has nothing to be read beside', async () => {
  const tree = {
    ...pair,
    'en-us/guide/only.md': page('Only', '# Only\n\nWords.'),
    'fr-fr/guide/seul.md': page('Seul', '# Seul\n\nDes mots.'),
  }
  expect(await bilingual(tree, '/fr-fr/guide/only/')).toBeUndefined()
  expect(await bilingual(tree, '/fr-fr/guide/seul/')).toBeUndefined()
})

test('a page of the docset keeps the address that the original beside another would have', async () => {
  const tree = { ...pair, 'en-us/guide/original.md': page('Original', '# Original\n\nWords.') }
  expect(await bilingual(tree, '/fr-fr/guide/')).toBeUndefined()
})

test('words that an include brings are marked as those of the page', async () => {
  const include = '[!INCLUDE [x](includes/x.md)]'
  const tree = {
    'en-us/guide/index.md': page('Move', `# Move\n\nIt is short.\n\n${include}`),
    'fr-fr/guide/index.md': page('Transfert', `# Transfert\n\nIl est court.\n\n${include}`),
    'en-us/guide/includes/x.md': 'Read the plan before you start.\n',
    'fr-fr/guide/includes/x.md': 'Read the plan before you start.\n',
  }
  const { html } = await readDocfx(tree)
  expect(html('/fr-fr/guide/')).toMatch(
    /<p [^>]*lang="en-US"[^>]*>Read the plan before you start\./,
  )
  expect(html('/en-us/guide/')).not.toContain('lang=')
})

test('a lock that is damaged is reported where pages are read', async () => {
  const tree = { ...pair, 'fr-fr/l10n/guide.fr-FR.lock': '# docs-l10n 1\n\n<<<<<<< HEAD\n' }
  const { lines } = await readDocfx(tree)
  expect(lines).toContain('fr-fr/l10n/guide.fr-FR.lock:3:1 error lock-line')
})

test('a step that is not translated says its language wherever steps are listed', async () => {
  const strings = JSON.stringify({ 'move.party.customer': 'Client', 'move.phase.assess': 'Phase' })
  const steps = (first: string, second: string, [item, two] = ['', '']) =>
    `:::procedure${item && '{by=customer}'}\n\n1. ${item}${first}\n2. ${two}${second}\n\n:::`
  const marks: [string, string] = [':step{#gather} ', ':step{#read} ']
  const { site, lines } = await readGuideTree(
    {
      'content/ui/en.json': strings,
      'content/ui/fr-FR.json': strings,
      'content/docs/en/move/index.mdx': page(
        'Move',
        steps('Gather what you have.', 'Read the plan.', marks),
        'phase: assess\n',
      ),
      'content/docs/fr-FR/move/index.mdx': page(
        'Transfert',
        steps('Gather what you have.', 'Lisez le plan.'),
      ),
    },
    ['index'],
    { phases: ['assess'], parties: ['customer'] },
    states,
  )
  expect(lines).toEqual([])
  const french = site.contents.find(({ locale }) => locale === 'fr-FR')?.process?.steps
  expect(french?.map(({ id, lang }) => [id, lang])).toEqual([
    ['gather', 'en'],
    ['read', undefined],
  ])
})

const bilingualToc = (...names: readonly [string, string]) =>
  `- name: ${names[0]}\n  href: index.md\n- name: ${names[1]}\n  href: cards.yml\n`

const hub = (title: string, summary: string, link: string) =>
  `### YamlMime:Landing\ntitle: ${title}\nmetadata:\n  title: ${title}\n  description: About it\nlandingContent:\n- title: Windows\n  linkLists:\n  - linkListType: overview\n    links:\n    - text: ${link}\n      url: index.md\n- title: ${summary}\n`

test('names in a table of contents and on cards that are not translated say their language', async () => {
  const { site } = await readDocfx({
    ...pair,
    'en-us/guide/toc.yml': bilingualToc('Read the plan first', 'Windows'),
    'fr-fr/guide/toc.yml': bilingualToc('Read the plan first', 'Windows'),
    'en-us/guide/cards.yml': hub('All the cards', 'What you need for this', 'Ask for help today'),
    'fr-fr/guide/cards.yml': hub(
      'Toutes les cartes',
      'What you need for this',
      'Demander de l’aide',
    ),
  })
  const contents = site.contents.find(({ locale }) => locale === 'fr-FR')
  // A name that is the same in both languages is no word to translate.
  expect(contents?.items.map(({ title, lang }) => [title, lang])).toEqual([
    ['Read the plan first', 'en-US'],
    ['Windows', undefined],
  ])
  const cards = site.documents.find(({ page: { path } }) => path === '/fr-fr/guide/cards/')?.page
  expect(cards?.heading.lang).toBeUndefined()
  expect(cards?.kind === 'hub' && cards.cards.flatMap((group) => group.cards)).toMatchObject([
    { title: 'Windows', links: [{ text: 'Demander de l’aide' }] },
    { title: 'What you need for this', lang: 'en-US', links: [] },
  ])
  expect(JSON.stringify(cards).match(/"lang"/g)).toHaveLength(1)
})
