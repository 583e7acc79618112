/** The tables of contents of a docfx docset, and what of them is navigation. */
import { describe, expect, test } from 'vitest'
import { type Tree, readDocfxTree } from '../support/tree.ts'

const front = (title: string) =>
  `---\ntitle: ${title}\ndescription: About it\nms.date: 7/01/2020\n---\n`

describe('a table of contents', () => {
  const pages = {
    'en-us/guide/a.md': front('A'),
    'en-us/guide/b.md': front('B'),
    'en-us/guide/sub/c.md': front('C'),
  }
  const expected = [
    {
      title: 'A',
      href: '/en-us/guide/a/',
      items: [{ title: 'B', href: '/en-us/guide/b/', items: [] }],
    },
    { title: 'Words', items: [{ title: 'C', href: '/en-us/guide/sub/c/', items: [] }] },
  ]

  test('may be headings of TOC.md', async () => {
    const toc = '<!-- a note -->\n# [A](a.md)\n## [B](b.md)\n# Words #\n## [C](sub/c.md "tip")\n'
    const { site, lines } = await readDocfxTree({ ...pages, 'en-us/guide/TOC.md': toc })
    expect(site.contents[0]?.items).toEqual(expected)
    expect(lines).toEqual([])
  })

  test('may be a list of TOC.yml that names another one', async () => {
    const { site } = await readDocfxTree({
      ...pages,
      'en-us/guide/TOC.yml':
        '- name: A\n  href: a.md\n  items:\n  - {name: B, href: b.md}\n- name: Words\n  href: sub/toc.yml\n',
      'en-us/guide/sub/toc.yml': 'items:\n- name: C\n  href: c.md\n',
    })
    expect(site.contents[0]?.items).toEqual(expected)
  })

  test('that skips a level is read all the same, and reported', async () => {
    const { site, lines } = await readDocfxTree({
      ...pages,
      'en-us/guide/TOC.md': '# Words\n### [C](sub/c.md)\n',
    })
    expect(site.contents[0]?.items).toEqual([expected[1]])
    expect(lines).toEqual(['en-us/guide/TOC.md:2:1 warning toc-level'])
  })
})

describe('the navigation', () => {
  const page = {
    'en-us/guide/a.md': front('A'),
    'en-us/guide/sub/b.md': front('B'),
    'en-us/guide/sub/c.md': front('C'),
  }
  const crumbs = '- name: Home\n  tocHref: /\n  topicHref: /guide/\n'
  const titles = async (tree: Tree) =>
    (await readDocfxTree({ ...page, ...tree })).site.contents[0]?.items.map(({ title }) => title)

  test.each(['bread', 'breadcrumb', 'breadcrumbs', '_breadcrumb', 'context'])(
    'is no table in the folder %s',
    async (folder) => {
      const toc = { 'en-us/guide/sub/deep/toc.yml': '- name: A\n  href: ../../a.md\n' }
      expect(await titles({ ...toc, [`en-us/guide/${folder}/toc.yml`]: crumbs })).toEqual(['A'])
    },
  )

  test.each(['/guide/nav/toc.json', '~/nav/toc.yml', 'nav/toc.yml', '/product/guide/nav/toc.json'])(
    'is no table that `breadcrumb_path` names: %s',
    async (path) => {
      const config = {
        build: { content: '**/*.{md,yml}', globalMetadata: { breadcrumb_path: path } },
      }
      const tree = {
        'en-us/guide/docfx.json': JSON.stringify(config),
        'en-us/guide/nav/toc.yml': crumbs,
        'en-us/guide/sub/toc.yml': '- name: B\n  href: b.md\n',
      }
      expect(await titles(tree)).toEqual(['B'])
    },
  )

  test('has tables that no other names, if they have pages that are not listed yet', async () => {
    const tree = {
      'en-us/guide/toc.yml': '- name: A\n  href: a.md\n',
      'en-us/guide/sub/toc.yml': '- name: B\n  href: b.md\n- name: C\n  href: c.md\n',
      'en-us/guide/zzz/toc.yml': '- name: Again\n  href: ../a.md\n',
    }
    expect(await titles(tree)).toEqual(['A', 'Sub'])
  })
})
