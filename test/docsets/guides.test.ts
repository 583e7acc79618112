import { expect, test } from 'vitest'
import { findGuideSite } from '#src/docsets/find-site.ts'
import { readSite } from '#src/docsets/read-site.ts'
import { readGuideTree, treeFiles } from '../support/tree.ts'

const front = (title: string) =>
  `---\ntitle: ${title}\ndescription: About it\nupdated: 2026-11-22\n---\n`
const pageAt = (site: Awaited<ReturnType<typeof readGuideTree>>['site'], path: string) =>
  site.documents.find(({ page }) => page.path === path)

test('a translation has the anchors of its source page, its title’s included', async () => {
  const { site, lines } = await readGuideTree({
    'content/docs/en/move/index.mdx': `${front('Move')}## Assess phase\n\n### Cost\n\n## Cost\n`,
    'content/docs/fr-FR/move/index.mdx': `${front('Déplacer')}## Évaluation\n\n### Coût\n\n## Coût\n`,
  })
  const english = pageAt(site, '/en/move/')
  const french = pageAt(site, '/fr-fr/move/')
  expect(french?.page.headings.map(({ id, text }) => `${id}: ${text}`)).toEqual([
    'assess-phase: Évaluation',
    'cost: Coût',
    'cost-1: Coût',
  ])
  expect(french?.page.heading).toEqual({ id: 'move', text: 'Déplacer' })
  expect(french?.ids).toEqual(english?.ids)
  expect(lines).toEqual([])
})

test('a translation whose headings differ is reported, and keeps its own words until they match', async () => {
  const { site, problems } = await readGuideTree({
    'content/docs/en/move/index.mdx': `${front('Move')}## One\n\n## Two\n`,
    'content/docs/fr-FR/move/index.mdx': `${front('Déplacer')}## Un\n`,
  })
  expect(pageAt(site, '/fr-fr/move/')?.ids).toContain('un')
  expect(problems).toMatchObject([
    {
      file: 'content/docs/fr-FR/move/index.mdx',
      line: 6,
      severity: 'warning',
      ruleId: 'heading-structure',
    },
  ])
})

test('a page that a language lacks is a page that says so, with the languages that have it', async () => {
  const { site } = await readGuideTree(
    {
      'content/docs/en/move/index.mdx': front('Move'),
      'content/docs/fr-FR/move/only.mdx': front('Seule'),
    },
    ['index', 'only'],
  )
  expect(pageAt(site, '/fr-fr/move/')?.page).toMatchObject({
    kind: 'missing',
    title: 'Move',
    alternates: [{ locale: 'en', path: '/en/move/' }],
  })
  expect(pageAt(site, '/en/move/only/')?.page).toMatchObject({
    kind: 'missing',
    alternates: [{ locale: 'fr-FR', path: '/fr-fr/move/only/' }],
  })
})

test('the table of contents is in the reader’s language as far as pages are', async () => {
  const { site } = await readGuideTree(
    {
      'content/docs/en/move/index.mdx': front('Move'),
      'content/docs/en/move/assess.mdx': front('Assess'),
      'content/docs/fr-FR/move/index.mdx': front('Déplacer'),
    },
    ['index', 'assess'],
  )
  expect(site.contents.find(({ locale }) => locale === 'fr-FR')?.items).toEqual([
    { title: 'Déplacer', href: '/fr-fr/move/', items: [] },
    { title: 'Assess', lang: 'en', href: '/fr-fr/move/assess/', items: [] },
  ])
})

test('a link names a file, and leads to its page in the reader’s language', async () => {
  const { site, lines } = await readGuideTree(
    {
      'content/docs/en/move/index.mdx': `${front('Move')}[a](./assess.mdx#cost)\n`,
      'content/docs/en/move/assess.mdx': `${front('Assess')}## Cost\n`,
      'content/docs/fr-FR/move/index.mdx': `${front('Déplacer')}[a](./assess.mdx#cost)\n`,
    },
    ['index', 'assess'],
  )
  expect(pageAt(site, '/fr-fr/move/')?.links).toMatchObject([
    { href: '/fr-fr/move/assess/#cost', page: 'move/assess', anchor: 'cost' },
  ])
  expect(lines).toEqual([])
})

test('a link to the state of translations leads to a language that has some', async () => {
  const files = (locale: string, address: string) => ({
    [`content/docs/${locale}/move/index.mdx`]: `${front('Move')}[a](${address})\n`,
  })
  const both = { ...files('en', '/translation/'), ...files('fr-FR', '/translation/?work=1') }
  const { site, lines } = await readGuideTree(both, ['index'])
  expect(pageAt(site, '/fr-fr/move/')?.links).toMatchObject([
    { href: '/fr-fr/translation/?work=1' },
  ])
  expect(pageAt(site, '/en/move/')?.links).toMatchObject([{ href: '/fr-fr/translation/' }])
  expect(lines).toEqual([])
  const wrong = await readGuideTree(files('en', '/translation/more/'), ['index'])
  expect(wrong.lines.join()).toContain('link-missing')
})

test('a third language is a line in the configuration and a folder', async () => {
  const config = {
    url: 'https://x.example',
    locales: ['en', 'fr-FR', 'de'],
    title: { en: 'Site', 'fr-FR': 'Site', de: 'Seite' },
    docsets: [{ id: 'move', source: 'en', toc: ['index'] }],
  }
  const files = treeFiles({
    'content/docs/en/move/index.mdx': front('Move'),
    'content/docs/de/move/index.mdx': front('Umziehen'),
  })
  const site = await readSite(
    await findGuideSite(config, { root: '', files, nameOf: (path) => path }),
  )
  expect(site.site.locales.map(({ name }) => name)).toEqual(['English', 'Français', 'Deutsch'])
  expect(pageAt(site, '/de/move/')?.page).toMatchObject({
    title: 'Umziehen',
    alternates: [
      { locale: 'en', path: '/en/move/' },
      { locale: 'de', path: '/de/move/' },
    ],
  })
})
