import { describe, expect, test } from 'vitest'
import { sidebarOf } from '#src/components/sidebar/render-sidebar.ts'
import { nearestToc } from '#src/docsets/docfx/toc-owners.ts'
import { docsetKey, docsetsOf, pagePlace, tableOf } from '#src/docsets/docset-view.ts'
import { type Tree, readDocfxTree } from '../support/tree.ts'

const none = undefined

describe('of several tables of contents a page belongs to', () => {
  test.each([
    ['the one in its folder', ['one/toc.md', 'toc.md'], 'one/x.md', 'one/toc.md', 'one/toc.md'],
    ['the one nearest above', ['toc.md', 'one/toc.md'], 'one/two/x.md', 'one/toc.md', 'one/toc.md'],
    ['one above before one below', ['toc.md', 'one/two/toc.md'], 'one/x.md', 'toc.md', 'toc.md'],
    ['one far above before one beside', ['toc.md', 'b/toc.md'], 'a/c/d/x.md', 'toc.md', 'toc.md'],
    [
      'the fewest folders below, if it leads there',
      ['a/b/toc.md', 'c/toc.md'],
      'x.md',
      'c/toc.md',
      none,
    ],
    ['the first by alphabet of two as near', ['b/toc.md', 'a/toc.md'], 'x.md', 'a/toc.md', none],
    ['one beside its folder, if it leads there', ['b/toc.md'], 'a/x.md', 'b/toc.md', none],
    [
      'the one in its folder, whatever the letters',
      ['toc.md', 'ONE/toc.md'],
      'one/x.md',
      'ONE/toc.md',
      'ONE/toc.md',
    ],
  ])('%s', (_, tocs, file, referenced, unreferenced) => {
    for (const all of [tocs, tocs.toReversed()]) {
      expect(nearestToc(file, all, all)).toBe(referenced)
      expect(nearestToc(file, [], all)).toBe(unreferenced)
    }
  })

  test('a far one that leads to it before a near one that does not', () => {
    expect(nearestToc('one/x.md', ['two/toc.md'], ['one/toc.md', 'two/toc.md'])).toBe('two/toc.md')
  })
})

const page = (title: string) => `---\ntitle: ${title}\ndescription: About it\n---\n# ${title}\n`

const tree: Tree = {
  'en-us/guide/index.md': page('Home'),
  'en-us/guide/start.md': page('Start'),
  'en-us/guide/cook/index.md': page('Cooking'),
  'en-us/guide/cook/soup.md': page('Soup'),
  'en-us/guide/cook/bread.md': page('Bread'),
  'en-us/guide/cook/unlisted.md': page('Unlisted'),
  'en-us/guide/between/alone.md': page('Alone'),
  'en-us/guide/wash/soap.md': page('Soap'),
  'en-us/guide/wash/water.md': page('Water'),
  'en-us/guide/TOC.yml':
    '- {name: Home, href: index.md}\n- {name: Start, href: start.md}\n- {name: Soup first, href: cook/soup.md}\n',
  'en-us/guide/cook/TOC.md':
    '# [Cooking](index.md)\n# Warm\n## [Soup](soup.md)\n## [Bread](bread.md)\n',
  'en-us/guide/wash/TOC.yml': '- {name: Soap, href: soap.md}\n- {name: Water, href: water.md}\n',
}

/** The docset as its pages show it; a page goes by its address within the docset. */
async function show(files: Tree, locale = 'en-US') {
  const { site } = await readDocfxTree(files)
  const pages = site.documents.map((document) => document.page)
  const docset = docsetsOf(site.site, pages, site.contents).get(docsetKey('guide', locale))
  if (!docset) throw new Error('No docset guide')
  const start = `/${locale.toLowerCase()}/guide/`
  const at = (slug: string) => ({ path: `${start}${slug}` })
  return {
    docset,
    links: (slug: string) =>
      [
        ...sidebarOf(
          tableOf(docset, at(slug)),
          site.site,
        )(at(slug).path).matchAll(/href="([^"]*)"/g),
      ].map(([, href = '']) => href.replace(start, '')),
    head: (slug: string) => tableOf(docset, at(slug)).frame.head,
    trail: (slug: string) => pagePlace(docset, at(slug)).above.map(({ title }) => title),
    around: (slug: string) => {
      const { previous, next } = pagePlace(docset, at(slug))
      return [previous?.title, next?.title]
    },
  }
}

describe('a docset with several tables of contents', () => {
  test('shows on each page the table that it belongs to', async () => {
    const { links } = await show(tree)
    const [root, cook] = [
      ['', 'start/', 'cook/soup/'],
      ['cook/soup/', 'cook/bread/'],
    ]
    expect(links('')).toEqual(root)
    expect(links('start/')).toEqual(root)
    // The docset's own table leads there, too; the one of the folder is nearer.
    expect(links('cook/soup/')).toEqual(['cook/', ...cook])
    expect(links('wash/water/')).toEqual(['wash/soap/', 'wash/water/'])
  })

  test('shows on a page that no table leads to the nearest one above', async () => {
    const { links } = await show(tree)
    expect(links('cook/unlisted/')).toEqual(['cook/', 'cook/soup/', 'cook/bread/'])
    expect(links('between/alone/')).toEqual(['', 'start/', 'cook/soup/'])
  })

  test('names a table after the first page of its folder, else after the folder', async () => {
    const { head } = await show(tree)
    expect(head('start/')).toMatchObject({ title: 'Home' })
    expect(head('cook/bread/')).toEqual({ title: 'Cooking', path: '/en-us/guide/cook/' })
    expect(head('wash/soap/')).toEqual({ title: 'Wash', path: '/en-us/guide/wash/soap/' })
  })

  test('has in the way to a page the entries of its own table', async () => {
    const { trail } = await show(tree)
    expect(trail('cook/soup/')).toEqual(['Home', 'Cooking', 'Warm'])
    expect(trail('cook/')).toEqual(['Home'])
    expect(trail('wash/soap/')).toEqual(['Home', 'Wash'])
    expect(trail('start/')).toEqual(['Home'])
  })

  test('reads on within a table', async () => {
    const { around } = await show(tree)
    expect(around('cook/soup/')).toEqual(['Cooking', 'Bread'])
    expect(around('cook/bread/')).toEqual(['Soup', undefined])
    expect(around('wash/soap/')).toEqual([undefined, 'Water'])
    expect(around('start/')).toEqual(['Home', 'Soup first'])
  })

  test('has a page with all tables, and each page leads there', async () => {
    const { docset } = await show(tree)
    expect(docset.contentsPath).toBe('/en-us/guide/contents/')
    expect(docset.items.map(({ title }) => title)).toEqual([
      'Home',
      'Start',
      'Soup first',
      'Cooking',
      'Wash',
    ])
    expect(tableOf(docset, { path: '/en-us/guide/wash/soap/' }).frame.contentsPath).toBe(
      docset.contentsPath,
    )
  })

  test('leads from a long table to the place of what is left out in the page with all', async () => {
    const many = Array.from({ length: 130 }, (_, index) => `- {name: S${index}, href: soap.md}\n`)
    const { links } = await show({ ...tree, 'en-us/guide/wash/TOC.yml': many.join('') })
    const [last = ''] = links('wash/soap/').slice(-1)
    expect(last).toMatch(/^contents\/#_4\.\d+$/)
    expect(links('cook/soup/')).toHaveLength(3)
  })

  test('takes a table that a language lacks from the source language', async () => {
    const french = {
      'fr-fr/guide/index.md': page('Accueil'),
      'fr-fr/guide/wash/soap.md': page('Savon'),
      'fr-fr/guide/TOC.yml': '- {name: Accueil, href: index.md}\n',
    }
    const { links } = await show({ ...tree, ...french }, 'fr-FR')
    expect(links('wash/soap/')).toEqual(['wash/soap/', 'wash/water/'])
    expect(links('start/')).toEqual([''])
  })
})

test.each([
  ['above it', 'TOC.yml', 'cook/TOC.md'],
  ['beside it', 'wash/TOC.yml', '../cook/TOC.md'],
  ['that comes later', 'zoo/TOC.yml', '../cook/TOC.md'],
])('a table of contents belongs to the one that names it: one %s', async (_, path, named) => {
  const { 'en-us/guide/TOC.yml': __, 'en-us/guide/wash/TOC.yml': ___, ...others } = tree
  const text = `- {name: Start, href: ~/start.md}\n- {name: Kitchen, href: ${named}}\n`
  const { links, trail } = await show({ ...others, [`en-us/guide/${path}`]: text })
  expect(links('cook/bread/')).toEqual(['start/', 'cook/', 'cook/soup/', 'cook/bread/'])
  expect(trail('cook/bread/')).toEqual(['Home', 'Kitchen', 'Warm'])
})

test('a docset with one table of contents shows it on every page, without a page of contents', async () => {
  const { 'en-us/guide/wash/TOC.yml': _, 'en-us/guide/cook/TOC.md': __, ...one } = tree
  const { docset, links } = await show(one)
  expect(docset.contentsPath).toBeUndefined()
  expect(docset.tables.size).toBe(0)
  expect(links('cook/bread/')).toEqual(['', 'start/', 'cook/soup/'])
})
