/** How often the text of a page is parsed while a site is read. */
import { expect, test } from 'vitest'
import type { SiteSources } from '#src/docsets/find-site.ts'
import { type Tree, readDocfxTree, readGuideTree } from '../support/tree.ts'

const front = (title: string) => `---\ntitle: ${title}\ndescription: About it\n---\n`
const names = { phases: ['assess'], parties: ['customer'] }

/** What a translation asks of its source: ids, steps, matrices, an image, a title. */
const guide = (title: string, step: string) => `${front(title)}
## ${title} twice

:::procedure{by=customer}
1. ${step} **Begin.** Now.
:::

:::matrix[Duties]
| What | Customer |
| --- | --- |
| Name | x |
:::
`

/** Counts parses by path, and reads the site. */
async function parses(
  read: (prepare: (site: SiteSources) => Promise<SiteSources>) => Promise<unknown>,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  const onParse = (path: string) => void (counts[path] = (counts[path] ?? 0) + 1)
  await read(async (site) => ({ ...site, context: { ...site.context, onParse } }))
  return counts
}

test('each guide is parsed once, though its translations ask for its headings, steps and matrices', async () => {
  const tree: Tree = {
    'content/docs/en/move/index.mdx': guide('Move', ':step{#begin}'),
    'content/docs/en/move/a.mdx': guide('A', ':step{#begin-a}'),
    'content/docs/fr-FR/move/index.mdx': guide('Déplacer', ''),
    'content/docs/fr-FR/move/a.mdx': `${front('A')}Nothing else.\n`,
    'content/docs/fr-FR/move/only.mdx': guide('Seule', ''),
    'content/docs/en/move/broken.mdx': `${front('Broken')}<p>\n`,
    'content/docs/fr-FR/move/broken.mdx': `${front('Cassée')}Words.\n`,
  }
  const counts = await parses((prepare) => readGuideTree(tree, ['index', 'a'], names, prepare))
  expect(counts).toEqual(Object.fromEntries(Object.keys(tree).map((path) => [`/${path}`, 1])))
})

test('a page of docfx is parsed once for each language that shows it, and so is what pages include', async () => {
  const include = '\n[!INCLUDE [note](includes/note.md)]\n'
  const tree: Tree = {
    'en-us/guide/index.md': `${front('A')}# A\n${include}`,
    'en-us/guide/b.md': `${front('B')}# B\n${include}`,
    'en-us/guide/includes/note.md': 'A note.\n',
    'fr-fr/guide/index.md': `${front('A')}# A\n${include}`,
  }
  const counts = await parses((prepare) => readDocfxTree(tree, {}, prepare))
  expect(counts).toEqual({
    'en-us/guide/index.md': 1,
    'fr-fr/guide/index.md': 1,
    // French has no page of its own.
    'en-us/guide/b.md': 2,
    'en-us/guide/includes/note.md': 2,
  })
})
