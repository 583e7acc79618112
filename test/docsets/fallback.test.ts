/** What a translation brings along of its source language: before the source's own files, or in their place. */
import { describe, expect, test } from 'vitest'
import { png, readDocfxTree } from '../support/tree.ts'

const page = (title: string, body = '') =>
  `---\ntitle: ${title}\ndescription: About it\n---\n# ${title}\n\n${body}\n`

/** The docset's folder of fallbacks in the repository of the translation. */
const brought = 'fr-fr/.fallback/guide'

const publish = (...roots: readonly string[]) =>
  JSON.stringify({
    docsets_to_publish: [{ docset_name: 'Guide', build_source_folder: 'guide', locale: 'fr-fr' }],
    dependent_repositories: roots.map((path_to_root) => ({ path_to_root })),
  })

const translation = {
  'fr-fr/.openpublishing.publish.config.json': publish('_repo.en-us'),
  'fr-fr/guide/a.md': page(
    'Aide',
    '[!INCLUDE [p](includes/part.md)]\n\n![Boîte](box.png) [B](b.md) [C](c.md)',
  ),
}

describe('without the source repository, the files that a translation includes replace it', () => {
  const tree = {
    ...translation,
    [`${brought}/a.md`]: page('Help'),
    [`${brought}/b.md`]: page('Bring', '[!INCLUDE [p](includes/part.md)]'),
    [`${brought}/c.md`]: page('Carry'),
    [`${brought}/box.png`]: png,
    [`${brought}/includes/part.md`]: 'A part of the time of the translation.\n',
    [`${brought}/toc.yml`]: '- name: Help\n  href: a.md\n- name: Bring\n  href: b.md\n',
  }

  test('pages, pictures and includes come from there, and nothing is missing', async () => {
    const { html, site, lines } = await readDocfxTree(tree)
    expect(lines).toEqual([])
    expect(html('/fr-fr/guide/a/')).toContain('A part of the time of the translation.')
    expect(html('/fr-fr/guide/a/')).toContain('src="../.fallback/guide/box.png"')
    expect(html('/fr-fr/guide/b/')).toContain('A part of the time')
    const lacking = site.documents.find((item) => item.page.path === '/fr-fr/guide/b/')
    expect(lacking?.page).toMatchObject({ locale: 'fr-FR', contentLocale: 'en-US' })
  })

  test('it is the English edition: a page that is translated is read beside it', async () => {
    const { site } = await readDocfxTree(tree)
    const english = site.documents.filter(({ page: { locale } }) => locale === 'en-US')
    expect(english.map(({ page: { title } }) => title)).toEqual(['Help', 'Bring', 'Carry'])
    const french = site.documents.find((item) => item.page.path === '/fr-fr/guide/a/')
    expect(french?.page.alternates).toHaveLength(2)
    expect(french?.ids).toEqual(['help'])
    const contents = site.contents.find(({ locale }) => locale === 'fr-FR')
    expect(contents?.items.map(({ title }) => title)).toEqual(['Help', 'Bring'])
  })

  test('its own docfx.json counts, where there is one', async () => {
    const { site } = await readDocfxTree({
      ...tree,
      [`${brought}/docfx.json`]:
        '{"build": {"content": [{"files": ["**/*.md"], "exclude": ["c.md"]}]}}',
    })
    expect(site.documents.map(({ page }) => page.path)).not.toContain('/en-us/guide/c/')
  })
})

describe('with the source repository, they come between the translation and the source', () => {
  const tree = {
    ...translation,
    [`${brought}/b.md`]: page('Bring', '[!INCLUDE [p](includes/part.md)]'),
    [`${brought}/includes/part.md`]: 'A part of the time of the translation.\n',
    'en-us/guide/a.md': page('Help'),
    'en-us/guide/b.md': page('Bring it today', '[!INCLUDE [p](includes/part.md)]'),
    'en-us/guide/c.md': page('Carry', '[!INCLUDE [p](includes/part.md)]'),
    'en-us/guide/includes/part.md': 'A part of today.\n',
    'en-us/guide/box.png': png,
  }

  test('a page that the translation lacks comes from there, with its includes', async () => {
    const { html, site } = await readDocfxTree(tree)
    const titleOf = (path: string) =>
      site.documents.find((item) => item.page.path === path)?.page.title
    expect(titleOf('/fr-fr/guide/b/')).toBe('Bring')
    expect(titleOf('/en-us/guide/b/')).toBe('Bring it today')
    expect(html('/fr-fr/guide/b/')).toContain('of the time of the translation')
    expect(html('/en-us/guide/b/')).toContain('of today')
  })

  test('an include of a translated page comes from there, a picture that is in the source only from the source', async () => {
    const { html, lines } = await readDocfxTree(tree)
    expect(html('/fr-fr/guide/a/')).toContain('of the time of the translation')
    expect(html('/fr-fr/guide/a/')).toContain('src="../../en-us/guide/box.png"')
    expect(lines).toEqual([])
  })

  test('a page that neither has comes from the source, as do those of other languages', async () => {
    const { html, site } = await readDocfxTree(tree)
    expect(site.documents.map(({ page: { path } }) => path)).toContain('/fr-fr/guide/c/')
    expect(html('/en-us/guide/c/')).toContain('of today')
  })

  test('a page that is in the source no longer is still there for the translation', async () => {
    const { site } = await readDocfxTree({ ...tree, [`${brought}/old.md`]: page('Old') })
    expect(site.documents.map(({ page: { path } }) => path)).toContain('/fr-fr/guide/old/')
  })

  test('headings of a translation have the ids of the source of today', async () => {
    const { site } = await readDocfxTree({
      ...tree,
      [`${brought}/d.md`]: page('D', '## Before'),
      'en-us/guide/d.md': page('D', '## Now'),
      'fr-fr/guide/d.md': page('D', '## Maintenant'),
    })
    const french = site.documents.find((item) => item.page.path === '/fr-fr/guide/d/')
    expect(french?.ids).toContain('now')
  })
})

describe('docfx.json may name another folder', () => {
  const config = (more: object) =>
    JSON.stringify({
      ...more,
      build: {
        content: [{ files: ['**/*.md'], exclude: ['includes/**'] }],
        resource: [{ files: ['**/*.png'] }],
        ...more,
      },
    })
  const files = {
    ...translation,
    'fr-fr/english/includes/part.md': 'A part.\n',
    'fr-fr/english/box.png': png,
    'fr-fr/english/b.md': page('Bring'),
    'fr-fr/english/c.md': page('Carry'),
  }

  test.each([
    ['fallback', { fallback: '../english' }],
    ['a list of folders, with backslashes', { fallback: ['..\\english\\'] }],
    [
      'fallbackFolders of the engine',
      { markdownEngineProperties: { fallbackFolders: ['../english'] } },
    ],
  ])('by %s', async (_, more) => {
    const { lines, html } = await readDocfxTree({
      ...files,
      'fr-fr/guide/docfx.json': config(more),
    })
    expect(lines).toEqual([])
    expect(html('/fr-fr/guide/a/')).toContain('A part.')
  })

  test('one outside the repository is reported and not read', async () => {
    const tree = { ...files, 'fr-fr/guide/docfx.json': config({ fallback: '../../else' }) }
    const { lines } = await readDocfxTree(tree)
    expect(lines).toContain('fr-fr/guide/docfx.json:1:1 warning folder-outside')
  })

  test('null and other values that are not names are ignored', async () => {
    const tree = { ...files, 'fr-fr/guide/docfx.json': config({ fallback: null }) }
    expect((await readDocfxTree(tree)).lines).toContain(
      'fr-fr/guide/a.md:7:1 warning include-missing',
    )
    const odd = { ...files, 'fr-fr/guide/docfx.json': config({ fallback: { to: 1 } }) }
    expect((await readDocfxTree(odd)).lines).not.toContain('config-shape')
  })
})
