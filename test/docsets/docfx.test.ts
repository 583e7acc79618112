import { describe, expect, test } from 'vitest'
import { png, readDocfxTree } from '../support/tree.ts'

const front = (title: string) =>
  `---\ntitle: ${title}\ndescription: About it\nms.date: 7/01/2020\n---\n`

describe('a page of a docfx docset', () => {
  test('keeps the anchors of its source heading for heading, in every language', async () => {
    const { site } = await readDocfxTree({
      'en-us/guide/a.md': `${front('A')}# Phases\n\n## Assess phase\n\n## Cost\n\n## Cost\n`,
      'fr-fr/guide/a.md': `${front('A')}# <a name="phases"></a>Phases\n\n## Évaluation\n\n## <a name="cost"></a>Coût\n\n## <a name="cost"></a>Coût\n`,
    })
    const [english, french] = site.documents
    expect(english?.ids).toEqual(['phases', 'assess-phase', 'cost', 'cost-1'])
    expect(french?.ids).toEqual(english?.ids)
  })

  test('says its title, day and translator in the words of its metadata', async () => {
    const { site } = await readDocfxTree({
      'fr-fr/guide/a.md': `${front('Phases')}# Phases d’intégration\n`.replace(
        'ms.date',
        'ms.translationtype: HT\nms.date',
      ),
    })
    expect(site.documents[0]?.page).toMatchObject({
      title: 'Phases',
      heading: { text: 'Phases d’intégration' },
      description: 'About it',
      updated: '2020-07-01',
      translation: 'human',
    })
  })

  test('that the translation lacks comes from the source language, and says so', async () => {
    const { site, html } = await readDocfxTree({
      'en-us/guide/a.md': `${front('A')}# A\n\n> [!NOTE]\n> Text, [b](b.md).\n\n![Box](box.png)\n`,
      'en-us/guide/b.md': front('B'),
      'en-us/guide/box.png': png,
      'fr-fr/guide/b.md': front('B'),
    })
    const page = site.documents.find(({ page }) => page.path === '/fr-fr/guide/a/')?.page
    expect(page).toMatchObject({
      locale: 'fr-FR',
      contentLocale: 'en-US',
      alternates: [{ locale: 'en-US', path: '/en-us/guide/a/' }],
    })
    // Its alerts speak the language of the text; its links stay in the reader's.
    expect(html('/fr-fr/guide/a/')).toContain('<p class="alert__title">Note</p>')
    expect(html('/fr-fr/guide/a/')).toContain('href="/fr-fr/guide/b/"')
  })

  test('takes images and includes that its language lacks from the source language', async () => {
    const { html, lines } = await readDocfxTree({
      'en-us/guide/a.md': front('A'),
      'en-us/guide/media/box.png': png,
      'en-us/guide/includes/part.md': 'A shared part.\n',
      'fr-fr/guide/a.md': `${front('A')}![Boîte](media/Box.png)\n\n[!INCLUDE [p](includes/part.md)]\n`,
    })
    expect(html('/fr-fr/guide/a/')).toContain('src="../../en-us/guide/media/box.png"')
    expect(html('/fr-fr/guide/a/')).toContain('A shared part.')
    expect(lines).toEqual(['fr-fr/guide/a.md:6:1 warning link-case'])
  })

  test.each([
    ['another page', 'b.md#top', '/en-us/guide/b/#top'],
    ['a page whose letter case differs', 'B.MD', '/en-us/guide/b/'],
    ['a page from the docset’s folder', '~/sub/c.md', '/en-us/guide/sub/c/'],
    ['a folder', 'sub', '/en-us/guide/sub/'],
    ['the docset by its path on Microsoft’s site', '/Guide/B', '/en-us/guide/b/'],
    [
      'another product on Microsoft’s site',
      '/azure/x?view=1#y',
      'https://learn.microsoft.com/en-us/azure/x?view=1#y',
    ],
    ['the rest of the web', 'https://example.org/', 'https://example.org/'],
    ['a file of the docset', 'list.csv', '/en-us/guide/list.csv'],
    ['a page with the slashes of Windows', 'sub\\c.md', '/en-us/guide/sub/c/'],
    ['a page whose name no address can have', 'c%23%20x.md', '/en-us/guide/c-x/'],
    ['its own heading', '#a', '#a'],
  ])('may link to %s', async (_, url, expected) => {
    const { html } = await readDocfxTree({
      'en-us/guide/a.md': `${front('A')}# A\n\n[link](${url})\n`,
      'en-us/guide/b.md': `${front('B')}# B\n\n## Top\n`,
      'en-us/guide/sub/c.md': front('C'),
      'en-us/guide/sub/index.md': front('Sub'),
      'en-us/guide/list.csv': 'a;b',
      'en-us/guide/c# x.md': front('C sharp'),
    })
    expect(html('/en-us/guide/a/')).toContain(`href="${expected}"`)
  })
})

describe('a hub', () => {
  test('is a page of cards', async () => {
    const { site } = await readDocfxTree({
      'en-us/guide/index.yml': [
        '### YamlMime:Hub',
        'title: Guide',
        'summary: What is here.',
        'conceptualContent:',
        '  items:',
        '  - title: Start',
        '    links:',
        '    - {url: a.md, text: First}',
        'additionalContent:',
        '  sections:',
        '  - title: More',
        '    items:',
        '    - {title: Elsewhere, summary: Far, url: "https://example.org"}',
      ].join('\n'),
      'en-us/guide/a.md': front('A'),
    })
    expect(site.documents.find(({ page }) => page.slug === '')?.page).toMatchObject({
      kind: 'hub',
      path: '/en-us/guide/',
      title: 'Guide',
      summary: 'What is here.',
      cards: [
        { cards: [{ title: 'Start', links: [{ text: 'First', href: '/en-us/guide/a/' }] }] },
        {
          title: 'More',
          cards: [
            {
              title: 'Elsewhere',
              summary: 'Far',
              links: [{ text: 'Elsewhere', href: 'https://example.org' }],
            },
          ],
        },
      ],
    })
  })

  test('of a kind that is not known shows as typed, and is reported', async () => {
    const { html, lines } = await readDocfxTree({
      'en-us/guide/list.yml': '### YamlMime:Collection\ntitle: Questions\nsections: []\n',
    })
    expect(html('/en-us/guide/list/')).toContain('sections: []')
    expect(lines).toContain('en-us/guide/list.yml:1:1 warning docfx-yaml-kind')
  })
})

describe('a redirection', () => {
  const tree = (redirections: object[]) => ({
    'en-us/guide/new.md': front('New'),
    'en-us/.openpublishing.redirection.json': JSON.stringify({ redirections }, undefined, 1),
  })
  const entry = (source: string, url: string) => ({
    source_path: `guide/${source}.md`,
    redirect_url: url,
  })

  test('leads from the old address to the page, in the reader’s language, along a chain', async () => {
    const { site } = await readDocfxTree(
      tree([
        entry('Old', '/guide/older'),
        entry('older', 'https://docs.microsoft.com/en-us/guide/New'),
      ]),
    )
    expect(site.contents[0]?.redirects).toEqual([
      { locale: 'en-US', from: '/en-us/guide/old/', to: '/en-us/guide/new/' },
      { locale: 'en-US', from: '/en-us/guide/older/', to: '/en-us/guide/new/' },
    ])
  })

  test.each([
    ['of a page that exists is left out', entry('new', '/guide/a'), 'redirect-source-exists', 0],
    ['that comes back to itself is left out', entry('old', '/guide/old'), 'redirect-cycle', 0],
    [
      'to a page that is gone keeps its address',
      entry('old', 'https://docs.microsoft.com/guide/gone'),
      'redirect-target-missing',
      1,
    ],
  ])('%s, and is reported', async (_, redirection, ruleId, count) => {
    const { site, problems } = await readDocfxTree(tree([redirection]))
    expect(site.contents[0]?.redirects).toHaveLength(count)
    expect(problems).toMatchObject([{ ruleId, line: 4 }])
  })

  test('is where a link to the old page leads, and the link is reported', async () => {
    const { html, lines } = await readDocfxTree({
      ...tree([entry('old', '/guide/new')]),
      'en-us/guide/a.md': `${front('A')}[1](old.md) [2](/guide/old)\n`,
    })
    expect(html('/en-us/guide/a/').match(/href="[^"]+"/g)).toEqual([
      'href="/en-us/guide/new/"',
      'href="/en-us/guide/new/"',
    ])
    expect(lines).toEqual([
      'en-us/guide/a.md:6:1 warning link-moved',
      'en-us/guide/a.md:6:13 warning link-moved',
    ])
  })
})

describe('a translation that is behind its source', () => {
  const source = {
    'en-us/guide/a.md': `${front('A')}# A\n\nSee [more](#more) and [b](b.md#more).\n\n## More\n`,
    'en-us/guide/b.md': `${front('B')}# B\n\nSee [a](a.md#more).\n\n## More\n`,
  }

  test('has links to headings that it lacks reported as its own, which does not stop a build', async () => {
    const { lines } = await readDocfxTree({
      ...source,
      'fr-fr/guide/a.md': `${front('A')}# <a name="a"></a>A\n\nVoir [plus](#more) et [b](b.md#more).\n`,
    })
    expect(lines).toEqual(['fr-fr/guide/a.md:8:6 warning link-anchor-untranslated'])
  })

  test('says nothing of links on pages that it shows in the source language', async () => {
    const { lines } = await readDocfxTree({
      ...source,
      'fr-fr/guide/a.md': `${front('A')}# <a name="a"></a>A\n`,
    })
    expect(lines).toEqual([])
  })
})
