/** Where docsets are on the site that they were written for, and several of them in one site. */
import { expect, test } from 'vitest'
import { findDocfxSite } from '#src/docsets/find-site.ts'
import { readSite } from '#src/docsets/read-site.ts'
import { problemsOf } from '#src/report/site-problems.ts'
import { type Tree, treeFiles } from '../support/tree.ts'

const page = (title: string, text = '') =>
  `---\ntitle: ${title}\ndescription: About it\n---\n# ${title}\n\n${text}\n`

const config = (breadcrumb: string) =>
  JSON.stringify({ build: { content: '**/*.md', globalMetadata: { breadcrumb_path: breadcrumb } } })

const published = (...folders: readonly string[]) =>
  JSON.stringify({
    docsets_to_publish: folders.map((folder) => ({
      docset_name: `Product.${folder}`,
      build_source_folder: folder,
      locale: 'en-us',
    })),
  })

async function read(tree: Tree) {
  const files = treeFiles(tree)
  const nameOf = (path: string) => path.replace(/^\/+/, '')
  const site = await readSite(await findDocfxSite(['repo'], { root: '', files, nameOf }))
  return {
    ids: site.site.docsets.map(({ id }) => id),
    paths: site.documents.map(({ page: { path } }) => path),
    links: site.documents.flatMap(({ links }) => links.map(({ href }) => href)),
    redirects: site.contents.flatMap(({ redirects }) => redirects.map(({ to }) => to)),
    lines: problemsOf(site).map(({ file, ruleId }) => `${file} ${ruleId}`),
  }
}

test.each([
  ['/guide/breadcrumb/toc.json', 'guide'],
  ['/product/guide/bread/toc.json', 'product/guide'],
  ['/a/b/c/d/bread/toc.json', 'a/b/c/d'],
  ['/product/guide/own/toc.json', 'product/guide'],
])('links and redirections by the docset’s path stay in the site: %s', async (breadcrumb, base) => {
  const { ids, links, redirects, lines } = await read({
    'repo/.openpublishing.publish.config.json': published('docs'),
    'repo/.openpublishing.redirection.json': JSON.stringify({
      redirections: [
        { source_path: 'docs/old.md', redirect_url: `/${base}/b` },
        {
          source_path: 'docs/older.md',
          redirect_url: `https://docs.microsoft.com/en-us/${base}/old`,
        },
      ],
    }),
    'repo/docs/docfx.json': config(breadcrumb),
    'repo/docs/own/toc.yml': '',
    'repo/docs/toc.yml': '',
    'repo/docs/a.md': page('A', `[b](/${base}/b) [b](/en-us/${base}/b) [c](/${base}-other/b)`),
    'repo/docs/b.md': page('B'),
  })
  const id = base.replaceAll('/', '-')
  const own = `/en-us/${id}/b/`
  expect(ids).toEqual([id])
  const elsewhere = `https://learn.microsoft.com/en-us/${base}-other/b`
  expect(links).toEqual([own, own, elsewhere])
  expect(redirects).toEqual([own, own])
  expect(lines).toEqual([])
})

test('docsets of one repository that share a path are told apart, and linked by it', async () => {
  const { ids, paths, links, lines } = await read({
    'repo/.openpublishing.publish.config.json': published('one', 'two'),
    'repo/one/docfx.json': config('/product/bread/toc.json'),
    'repo/one/a.md': page('A', '[b](/product/b)'),
    'repo/two/docfx.json': config('/product/bread/toc.json'),
    'repo/two/b.md': page('B', '[a](/product/a)'),
  })
  expect(ids).toEqual(['product-one', 'product-two'])
  expect(paths).toEqual(['/en-us/product-one/a/', '/en-us/product-two/b/'])
  expect(links).toEqual(['/en-us/product-two/b/', '/en-us/product-one/a/'])
  expect(lines).toEqual([])
})

test('of docsets one in the path of another, the longer path counts', async () => {
  const { links } = await read({
    'repo/.openpublishing.publish.config.json': published('one', 'two'),
    'repo/one/docfx.json': config('/product/bread/toc.json'),
    'repo/one/a.md': page('A', '[b](/product/part/b)'),
    'repo/one/part/b.md': page('B'),
    'repo/two/docfx.json': config('/product/part/bread/toc.json'),
    'repo/two/b.md': page('B'),
  })
  expect(links).toEqual(['/en-us/product-part/b/'])
})
