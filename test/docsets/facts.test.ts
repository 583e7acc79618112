/** A site that is read with the facts of earlier builds is the site that is read anew, whatever has changed. */
import { describe, expect, test } from 'vitest'
import type { FactStore } from '#src/facts/store.ts'
import type { SiteSources } from '#src/docsets/find-site.ts'
import type { ReadSite } from '#src/docsets/read-site.ts'
import { withStates } from '#src/translation/site/with-states.ts'
import { randomOf, type Random } from '../support/random.ts'
import { type Tree, png, readDocfxTree, readGuideTree } from '../support/tree.ts'

type MutableTree = Record<string, string | Uint8Array>

function factsIn(kept: Map<string, Uint8Array>, read: string[]): SiteSources['context']['facts'] {
  const store: FactStore = {
    read: async (key) => kept.get(key),
    write: async (key, bytes) => {
      kept.set(key, bytes)
      return undefined
    },
  }
  return { store, program: 'this', onComputed: (key) => void read.push(key) }
}

const withFacts = (kept: Map<string, Uint8Array> | undefined, read: string[] = []) => {
  return (site: SiteSources) => {
    const facts = kept && factsIn(kept, read)
    return withStates(
      { ...site, context: { ...site.context, ...(facts && { facts }) } },
      '',
      'l10n',
    )
  }
}

/** All that was read, as values. */
const values = ({ documents, contents, links, messages }: ReadSite) =>
  JSON.parse(
    JSON.stringify({
      documents: documents.map((document) => ({
        ...document,
        content: document.content?.parts(),
      })),
      contents,
      links,
      messages: messages.map(String),
    }),
  ) as object

const docfxPage = (title: string, text: string) =>
  `---\ntitle: ${title}\nuid: ${title}\ndescription: About it.\nms.date: 01/02/2026\n---\n\n# ${title}\n\n${text}\n`

const docfx: Tree = {
  'en-us/guide/TOC.md': '# [A](a.md)\n# [B](b.md)\n# [C](more/c.md)\n',
  'fr-fr/guide/TOC.md': '# [A](a.md)\n# [B](b.md)\n# [C](more/c.md)\n',
  'en-us/guide/a.md': docfxPage('One', 'See [b](b.md) and [c](more/c.md#part).\n\n![p](p.png)'),
  'fr-fr/guide/a.md': docfxPage('Un', 'Voir [b](b.md) et [c](more/c.md#part).\n\n![p](p.png)'),
  'en-us/guide/b.md': docfxPage('Two', '[!INCLUDE [i](includes/i.md)]\n\n## Part\n\nWords.'),
  'fr-fr/guide/b.md': docfxPage('Deux', '[!INCLUDE [i](includes/i.md)]\n\n## Partie\n\nMots.'),
  'en-us/guide/more/c.md': docfxPage(
    'Three',
    '## Part\n\n[a](../a.md), [file](../f.csv), [x](x.md)',
  ),
  'en-us/guide/includes/i.md': 'Included, with [a](../a.md).\n',
  'fr-fr/guide/includes/i.md': 'Inclus, avec [a](../a.md).\n',
  'en-us/guide/p.png': png,
  'en-us/guide/f.csv': 'a,b\n',
}

const sentences = [
  'More words here.',
  '![new](new.png)',
  'See [gone](gone.md).',
  '## Added\n\nBelow it.',
  '[!INCLUDE [j](includes/j.md)]',
  '| a | b |\n| - | - |\n| [b](b.md) | 2 |',
  'See <xref:Two>, @Three and <xref:Added>.',
  '[!code[](f.csv?range=1)]\n\n[!code[](f.csv?name=a)]',
]

/** One change as writers make them; what was changed, for a test that fails. */
function edit(tree: MutableTree, random: Random): string {
  const pages = Object.keys(tree).filter((path) => /\.mdx?$/.test(path) && !/TOC/.test(path))
  const path = random.pick(pages)
  const text = String(tree[path])
  switch (random.int(7)) {
    case 0:
    case 1:
      tree[path] = `${text}\n${random.pick(sentences)}\n`
      return `add to ${path}`
    case 2:
      tree[path] = text.replace(/[^\n]+\n*$/, '')
      return `cut ${path}`
    case 3: {
      if (pages.length > 4) delete tree[path]
      return `delete ${path}`
    }
    case 4: {
      const to = path.replace(/(\w+)(\.mdx?)$/, '$1x$2')
      tree[to] = text
      delete tree[path]
      return `rename ${path}`
    }
    case 5: {
      const picture = random.pick(['p.png', 'new.png', 'f.csv'])
      const place = `en-us/guide/${picture}`
      if (place in tree) delete tree[place]
      else tree[place] = png
      return `turn ${place}`
    }
    default:
      tree[path.replace(/[^/]+$/, 'added.md')] = docfxPage('Added', 'Words and [a](a.md).')
      return `add beside ${path}`
  }
}

describe('a docfx docset', () => {
  test('that nothing has changed in is not read again', async () => {
    const kept = new Map<string, Uint8Array>()
    const first = await readDocfxTree(docfx, {}, withFacts(kept))
    const read: string[] = []
    const second = await readDocfxTree(docfx, {}, withFacts(kept, read))
    expect(read).toEqual([])
    expect(values(second.site)).toEqual(values(first.site))
  })

  test('is read again where a sentence has changed, and nowhere else', async () => {
    const kept = new Map<string, Uint8Array>()
    await readDocfxTree(docfx, {}, withFacts(kept))
    const read: string[] = []
    const changed = { ...docfx, 'fr-fr/guide/b.md': docfxPage('Deux', 'Mots.') }
    await readDocfxTree(changed, {}, withFacts(kept, read))
    // Its own reading, and the states of its blocks.
    expect(read).toHaveLength(2)
  })

  test.each(Array.from({ length: 6 }, (_, seed) => seed))(
    'is the same after any edits (seed %i)',
    async (seed) => {
      const random = randomOf(seed)
      const kept = new Map<string, Uint8Array>()
      const tree: MutableTree = { ...docfx }
      const edits: string[] = []
      for (let count = 0; count < 12; count++) {
        const warm = await readDocfxTree(tree, {}, withFacts(kept))
        const cold = await readDocfxTree(tree, {}, withFacts(undefined))
        expect(values(warm.site), edits.join(', ')).toEqual(values(cold.site))
        edits.push(edit(tree, random))
      }
    },
  )
})

const guide = (title: string, text: string) =>
  `---\ntitle: ${title}\nuid: ${title}\ndescription: About it.\nupdated: 2026-11-22\n---\n\n${text}\n`

const guides: Tree = {
  'content/docs/en/move/index.mdx': guide('Start', '## First\n\nSee [next](./next.mdx#then).'),
  'content/docs/fr-FR/move/index.mdx': guide(
    'Début',
    '## D’abord\n\nVoir [la suite](./next.mdx#then).',
  ),
  'content/docs/en/move/next.mdx': guide(
    'Next',
    '## Then\n\n:::procedure{by=customer}\n1. :step{#do-it} **Do it.** Now.\n2. :step{#again} **Again.** Later.\n:::',
  ),
  'content/docs/fr-FR/move/next.mdx': guide(
    'Suite',
    '## Ensuite\n\n:::procedure{by=customer}\n1. **Faites-le.** Maintenant.\n:::',
  ),
}

describe('guides', () => {
  const toc = ['index', 'next']
  const names = { parties: ['customer'] }

  test('that nothing has changed in are not read again', async () => {
    const kept = new Map<string, Uint8Array>()
    const first = await readGuideTree(guides, toc, names, withFacts(kept))
    const read: string[] = []
    const second = await readGuideTree(guides, toc, names, withFacts(kept, read))
    expect(read).toEqual([])
    expect(values(second.site)).toEqual(values(first.site))
  })

  test.each([
    ['en/move/next.mdx', '**Again.** Later.', '**Once more.** Later.'],
    ['en/move/next.mdx', '## Then', '## Then we go'],
    ['en/move/next.mdx', 'title: Next', 'title: What is next'],
    ['fr-FR/move/next.mdx', 'Maintenant.', 'Tout de suite.'],
    ['en/move/next.mdx', 'by=customer', 'by="customer"'],
    ['en/move/index.mdx', '#then', '#now'],
  ])('are the same after a change of %s (%s)', async (path, from, to) => {
    const kept = new Map<string, Uint8Array>()
    await readGuideTree(guides, toc, names, withFacts(kept))
    const file = `content/docs/${path}`
    const changed = { ...guides, [file]: String(guides[file]).replace(from, to) }
    const warm = await readGuideTree(changed, toc, names, withFacts(kept))
    const cold = await readGuideTree(changed, toc, names, withFacts(undefined))
    expect(values(warm.site)).toEqual(values(cold.site))
  })

  test.each(['public/plan.xlsx', 'content/docs/en/move/plan.xlsx'])(
    'have the size that %s has now, and are read again for nothing else in it',
    async (file) => {
      const url = file.startsWith('public') ? '/plan.xlsx' : './plan.xlsx'
      const tree = {
        ...guides,
        [file]: 'Five.',
        'content/docs/en/move/index.mdx': guide('Start', `::download[The plan]{file="${url}"}`),
      }
      const kept = new Map<string, Uint8Array>()
      await readGuideTree(tree, toc, names, withFacts(kept))
      const read: string[] = []
      await readGuideTree({ ...tree, [file]: 'Other' }, toc, names, withFacts(kept, read))
      expect(read).toEqual([])
      const changed = { ...tree, [file]: 'Longer.' }
      const warm = await readGuideTree(changed, toc, names, withFacts(kept))
      const cold = await readGuideTree(changed, toc, names, withFacts(undefined))
      expect(warm.html('/en/move/')).toContain('7\u00A0bytes')
      expect(values(warm.site)).toEqual(values(cold.site))
    },
  )
})
