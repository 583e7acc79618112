/** `docfx.json` as teams have it: every form of a file list, and where its files are on the site. */
import { describe, expect, test } from 'vitest'
import { globOf } from '#src/docsets/docfx/file-sets.ts'
import { type Tree, readDocfxTree } from '../support/tree.ts'

const page = (title: string) => `---\ntitle: ${title}\ndescription: About it\n---\n# ${title}\n`

const pages: Tree = {
  'en-us/guide/index.md': page('Start'),
  'en-us/guide/sub/a.md': page('A'),
  'en-us/guide/sub/draft/b.md': page('B'),
}

/** Paths of the pages of the docset that `build` is the configuration of, and problems. */
async function read(build: string, tree: Tree = pages) {
  const config = { 'en-us/guide/docfx.json': `{"build": ${build}}` }
  const { site, lines } = await readDocfxTree({ ...tree, ...config })
  const paths = site.documents.map(({ page }) => page.path.replace('/en-us/guide/', ''))
  return { site, lines, paths }
}

describe('content may be', () => {
  test.each([
    ['a pattern', '"**/*.md"'],
    ['a list of patterns', '["*.md", "sub/**"]'],
    ['an object', '{"files": ["**/*.md"]}'],
    ['an object with one pattern', '{"files": "**/*.md"}'],
    [
      'a list of objects and patterns',
      '["*.md", {"files": "**/*.md", "src": "sub", "dest": "sub"}]',
    ],
    ['a list with nulls', '[null, {"files": ["**/*.md", null], "exclude": null}, null]'],
    [
      'an object whose folders are null',
      '[{"files": "**/*.md", "src": null, "dest": null, "group": null}]',
    ],
    ['in the folder of the configuration', '[{"files": "**/*.md", "src": "./"}]'],
    ['in that folder, as Windows has it', '[{"files": "**\\\\*.md", "src": ".\\\\"}]'],
    ['a pattern that begins with that folder', '["./**/*.md"]'],
    ['a pattern of all depths in one name', '["**.md"]'],
    ['a pattern with a choice', '["**/*.{md|yml}"]'],
    [
      'in a folder by its name of earlier versions',
      '["*.md", {"files": "**", "cwd": "sub/", "dest": "sub/"}]',
    ],
    ['in letters of another case', '["*.MD", {"files": "**/*.MD", "src": "Sub", "dest": "sub"}]'],
    ['followed by a comma and a comment', '["**/*.md",] /* all */'],
  ])('%s', async (_, content) => {
    const { paths, lines } = await read(`{"content": ${content}}`)
    expect(paths).toEqual(['', 'sub/a/', 'sub/draft/b/'])
    expect(lines).toEqual([])
  })
})

test('values that are null are as if they were not there', async () => {
  const { paths, lines } = await read(
    '{"content": "**/*.md", "resource": null, "globalMetadata": null, "fileMetadata": {"author": null}, "dest": null}',
  )
  expect(paths).toHaveLength(3)
  expect(lines).toEqual([])
})

test.each([
  ['**.md', '**/*.md'],
  ['api/**.yml', 'api/**/*.yml'],
  ['**/**.yml', '**/**/*.yml'],
  ['**', '**'],
  ['**/includes/**', '**/includes/**'],
  ['/a\\b/*.{md|yml}', 'a/b/*.{md,yml}'],
])('the pattern %s is %s', (typed, pattern) => {
  expect(globOf(typed)).toBe(pattern)
})

describe('a repository of translations', () => {
  const publish = (locale: string, more: object = {}) =>
    JSON.stringify({
      docsets_to_publish: [{ docset_name: 'Notes', build_source_folder: 'articles', locale }],
      ...more,
    })
  const translation = { dependent_repositories: [{ path_to_root: '_repo.en-us' }] }
  const breadcrumb = '{"globalMetadata": {"breadcrumb_path": "/notes/breadcrumb/toc.json"}'
  const tree: Tree = {
    'en-us/.openpublishing.publish.config.json': publish('en-us'),
    'en-us/articles/docfx.json': `{"build": ${breadcrumb}, "content": {"files": "**/*.md", "exclude": "x.md"}}}`,
    'en-us/articles/a.md': page('A'),
    'fr-fr/.openpublishing.publish.config.json': publish('fr-fr', translation),
    'fr-fr/articles/a.md': page('A'),
    'fr-fr/articles/x.md': page('X'),
  }
  const paths = async (files: Tree) => {
    const { site, lines } = await readDocfxTree(files)
    return [...site.documents.map((document) => document.page.path), ...lines]
  }

  test('may leave `docfx.json` to the one that it translates', async () => {
    expect(await paths(tree)).toEqual(['/en-us/notes/a/', '/fr-fr/notes/a/'])
  })

  test('may name another path than that one, and is the same docset', async () => {
    const own = '{"build": {"content": {"files": "a.md"}}}'
    expect(await paths({ ...tree, 'fr-fr/articles/docfx.json': own })).toEqual([
      '/en-us/notes/a/',
      '/fr-fr/notes/a/',
    ])
  })

  test('that translates none needs its own', async () => {
    const alone = { ...tree, 'fr-fr/.openpublishing.publish.config.json': publish('fr-fr') }
    expect(await paths(alone)).toContain('fr-fr/articles:1:1 error config-missing')
  })
})

describe('a page is published', () => {
  test('at `dest`, by its path in `src`', async () => {
    const { paths, site } = await read(
      '{"content": ["*.md", {"files": "**/*.md", "src": "sub", "dest": "learn/more"}]}',
      {
        ...pages,
        'en-us/guide/index.md': `${page('Start')}\n[A](sub/a.md) [A](/guide/learn/more/a)\n`,
      },
    )
    expect(paths).toEqual(['', 'learn/more/a/', 'learn/more/draft/b/'])
    const links = site.documents[0]?.links.map(({ href }) => href)
    expect(links).toEqual(['/en-us/guide/learn/more/a/', '/en-us/guide/learn/more/a/'])
  })

  test('at its path in `src` where there is no `dest`', async () => {
    const { paths } = await read('{"content": ["*.md", {"files": "draft/*.md", "src": "sub"}]}')
    expect(paths).toEqual(['', 'draft/b/'])
  })

  test('where its source page is, whatever a translation’s configuration says', async () => {
    const { site, lines } = await readDocfxTree({
      'en-us/guide/docfx.json':
        '{"build": {"content": {"files": "**/*.md", "src": "sub", "dest": "to"}}}',
      'en-us/guide/sub/a.md': page('A'),
      'fr-fr/guide/docfx.json': '{"build": {"content": "**/*.md"}}',
      'fr-fr/guide/sub/a.md': page('A'),
    })
    expect(site.documents.map(({ page: { path } }) => path)).toEqual([
      '/en-us/guide/to/a/',
      '/fr-fr/guide/to/a/',
    ])
    expect(lines).toEqual([])
  })

  test('for its latest version at the common address, for others with their folder', async () => {
    const version = (name: string) => ({
      files: '**/*.md',
      src: name,
      dest: 'module',
      group: `v-${name}`,
    })
    const content = ['9', '10', '8'].map(version)
    const { paths, lines } = await read(JSON.stringify({ content }), {
      'en-us/guide/10/a.md': page('A'),
      'en-us/guide/9/a.md': page('A'),
      'en-us/guide/9/old.md': page('Old'),
      'en-us/guide/8/a.md': page('A'),
    })
    expect(paths.toSorted()).toEqual(['8/a/', '9/a/', 'module/a/', 'module/old/'])
    expect(lines).toEqual(Array(2).fill('en-us/guide/docfx.json:1:1 warning dest-shared'))
  })

  test('and so are the redirections of files that were there', async () => {
    const { site, lines } = await read(
      '{"content": ["*.md", {"files": "**/*.md", "src": "sub", "dest": "to"}]}',
      {
        ...pages,
        'en-us/guide/index.md': `${page('Start')}\n[A](sub/old.md)\n`,
        'en-us/.openpublishing.redirection.json': JSON.stringify({
          redirections: [
            { source_path: 'guide/sub/old.md', redirect_url: '/guide/to/a' },
            { source_path: 'guide/sub/older.md', redirect_url: 'old.md' },
          ],
        }),
      },
    )
    expect(site.contents[0]?.redirects).toEqual([
      { locale: 'en-US', from: '/en-us/guide/to/old/', to: '/en-us/guide/to/a/' },
      { locale: 'en-US', from: '/en-us/guide/to/older/', to: '/en-us/guide/to/a/' },
    ])
    expect(lines).toEqual(['en-us/guide/index.md:7:1 warning link-moved'])
  })
})

test.each([
  '{"content": [{"files": "**/*.txt"}]}',
  '{"content": [{"files": "**/*.md", "src": "docs"}]}',
  '{}',
])('a docset without pages is reported: %s', async (build) => {
  const { lines } = await read(build)
  expect(lines).toEqual(['en-us/guide/docfx.json:1:1 error docset-without-pages'])
})

/** Docsets whose folders are mapped at random: each file that some entry takes is a page, at one address. */
test.each(Array.from({ length: 40 }, (_, seed) => seed + 1))(
  'every file that is taken is a page at the address that its entry says (seed %i)',
  async (seed) => {
    let state = seed
    const random = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below
    const pick = <T>(items: readonly T[]) => items[random(items.length)] as T
    const folders = ['one', 'two', 'three'].slice(0, 1 + random(3))
    const names = ['a', 'b', 'sub/c', 'sub/index']
    const tree: Record<string, string> = {}
    const expected = new Set<string>()
    const content = folders.map((folder, index) => {
      const own = pick([`to-${folder}`, `./to-${folder}/x/`, `own-${index}`])
      for (const name of names) {
        tree[`en-us/guide/${folder}/${name}.md`] = page(name)
        const slug = `${own.replace(/^\.\/|\/$/g, '')}/${name.replace(/\/index$/, '')}`
        expected.add(`${slug}/`)
      }
      const src = pick([folder, `./${folder}`, `${folder}/`, `${folder}\\`, folder.toUpperCase()])
      return pick([
        { files: ['**/*.md'], src, dest: own },
        { files: '**.md', src, dest: `${own}/`, exclude: null },
        { files: ['*.md', null, 'sub/**'], cwd: src, src: null, dest: own },
      ])
    })
    const { paths, lines } = await read(JSON.stringify({ content }), tree)
    expect(new Set(paths)).toEqual(expected)
    expect(lines).toEqual([])
  },
)
