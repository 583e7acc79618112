import { describe, expect, test } from 'vitest'
import { withTitles } from '#src/docsets/docfx/navigation.ts'
import { indexSources } from '#src/search/entries.ts'
import { docfxPage, partToc, readToc, readTocMd, readTocYml } from '../support/toc-docset.ts'

describe('an entry with a page of its own keeps the table of contents that it names', () => {
  const expected = ['Part → part/intro/', '  Deeper → part/deep/']

  test.each([
    ['by its file', 'href: part/TOC.yml\n  topicHref: part/intro.md'],
    ['with tocHref', 'tocHref: part/TOC.yml\n  topicHref: part/intro.md'],
    ['beside homepage', 'href: part/TOC.yml\n  homepage: part/intro.md'],
    ['beside a page in href', 'href: part/intro.md\n  tocHref: part/TOC.yml'],
    ['and by its folder, too', 'href: part/\n  tocHref: part/TOC.yml\n  topicHref: part/intro.md'],
    ['from the docset’s folder', 'href: ~/part/toc.yml\n  topicHref: ~/part/intro.md'],
  ])('%s', async (_, keys) => {
    const { drawn, lines } = await readTocYml(`- name: Part\n  ${keys}\n`)
    expect(drawn).toEqual(expected)
    expect(lines).toEqual([])
  })

  test('after the entries that it has itself', async () => {
    const { drawn } = await readTocYml(
      '- name: Part\n  href: part/TOC.yml\n  topicHref: a.md\n  items:\n  - name: Own\n    href: a.md\n',
    )
    expect(drawn).toEqual(['Part → a/', '  Own → a/', '  Deeper → part/deep/'])
  })
})

describe('a folder keeps its table for itself, and an entry leads', () => {
  const own = ['Deeper → part/deep/']

  test.each([
    ['to the first page of the table', 'href: part/', ['Part → part/deep/', ...own]],
    ['to a page of its own', 'href: part/\n  topicHref: a.md', ['Part → a/', ...own]],
    ['to the page in href', 'href: a.md\n  tocHref: part/', ['Part → a/', ...own]],
    ['there from TOC.yml without a name', 'href: part/', ['Deep → part/deep/', ...own]],
  ])('%s', async (claim, keys, expected) => {
    const name = claim.includes('without a name') ? '' : 'name: Part\n  '
    const { drawn, lines, site } = await readTocYml(`- ${name}${keys}\n`)
    expect(drawn).toEqual(expected)
    expect(lines).toEqual([])
    expect(site.contents[0]?.tocs?.map(({ pages: shown }) => shown)).toContainEqual([
      '/en-us/guide/part/deep/',
      '/en-us/guide/part/intro/',
    ])
  })

  test('in TOC.md too', async () => {
    const { drawn } = await readToc({ ...partToc, 'en-us/guide/TOC.md': '# [Part](part/)\n' })
    expect(drawn).toEqual(['Part → part/deep/', ...own])
  })

  test('through tables that are nested in it', async () => {
    const { drawn } = await readToc({
      'en-us/guide/TOC.yml': '- name: Part\n  href: part/\n',
      'en-us/guide/part/TOC.yml': '- items:\n  - href: more/TOC.yml\n    name: In\n',
      'en-us/guide/part/more/TOC.yml': '- name: Found\n  href: ../intro.md\n',
    })
    expect(drawn[0]).toBe('Part → part/intro/')
  })

  test('nowhere, where folders only name each other', async () => {
    const { drawn } = await readToc({
      'en-us/guide/TOC.yml': '- name: Part\n  href: part/\n',
      'en-us/guide/part/TOC.yml': '- name: On\n  href: ../other/\n',
      'en-us/guide/other/TOC.yml': '- name: Back\n  href: ../part/\n',
    })
    expect(drawn[0]).toBe('Part')
  })
})

describe('an entry of TOC.yml', () => {
  test.each([
    ['items without a value are none', '- name: A\n  href: a.md\n  items:\n', ['A → a/']],
    ['an empty entry is none', '-\n- name: A\n  href: a.md\n- null\n', ['A → a/']],
    [
      'a word without quotes is a word',
      '- {name: Yes, href: a.md}\n- name: true\n',
      ['Yes → a/', 'true'],
    ],
    ['a number is a word', '- {name: 2019, href: a.md}\n', ['2019 → a/']],
    ['no table at all has no entries', 'items:\n', []],
  ])('%s', async (_, text, expected) => {
    const { drawn, lines } = await readTocYml(text)
    expect(drawn).toEqual(expected)
    expect(lines).toEqual([])
  })

  test('may say in quotes that it is open', async () => {
    const { site } = await readTocYml('- {name: A, expanded: "True", items: [{href: a.md}]}\n')
    expect(site.contents[0]?.items[0]?.isExpanded).toBe(true)
  })

  test('with expanded is open', async () => {
    const { site } = await readTocYml(
      '- name: A\n  expanded: true\n  items:\n  - name: B\n    href: a.md\n- name: C\n  expanded: false\n',
    )
    expect(site.contents[0]?.items.map((item) => item.isExpanded)).toEqual([true, undefined])
  })

  test('with displayName is found by that name', async () => {
    const { site } = await readTocYml(
      '- name: A\n  href: a.md\n  displayName: appraise, evaluate\n',
    )
    const sources = indexSources(site).get('en-us')?.sources ?? []
    const entries = sources.flatMap((source) => source.entries().own)
    expect(entries.find((entry) => entry.url === '/en-us/guide/a/')).toMatchObject({
      html: expect.stringContaining('<p>appraise, evaluate</p>') as string,
    })
  })

  test('shows the versions of its page', async () => {
    const { site } = await readToc({
      'en-us/guide/TOC.yml': '- name: Own\n  href: a.md\n- href: index.md\n',
      'en-us/guide/a.md': docfxPage('Assess').replace(
        '---\n',
        "---\nmonikerRange: '>= tool-2.0'\n",
      ),
    })
    const [first, second] = site.contents[0]?.items ?? []
    expect(first?.appliesTo).toMatch(/tool-2\.0/)
    expect(second?.appliesTo).toBeUndefined()
  })
})

describe('an entry without a name', () => {
  test.each([
    ['has the title of its page', '- href: a.md', ['Assess → a/']],
    ['has it at an anchor too', '- href: a.md#assess', ['Assess → a/#assess']],
    [
      'has its address where that leads elsewhere',
      '- href: https://other.example/',
      ['https://other.example/ → https://other.example/'],
    ],
  ])('%s', async (_, yaml, expected) => {
    const { drawn, lines } = await readTocYml(yaml)
    expect(drawn).toEqual(expected)
    expect(lines).toEqual([])
  })

  test('has the title of its page in TOC.md too', async () => {
    expect((await readTocMd('# [](a.md)\n')).drawn).toEqual(['Assess → a/'])
  })

  test('shows its address when nobody knows the page’s title', () => {
    const items = [
      { title: '', href: '/en/x/', items: [{ title: '', href: '/en/y/#z', items: [] }] },
    ]
    const titles = new Map([['/en/y/', { title: 'Why' }]])
    expect(withTitles(items, (path) => titles.get(path))).toEqual([
      { title: '/en/x/', href: '/en/x/', items: [{ title: 'Why', href: '/en/y/#z', items: [] }] },
    ])
  })

  test('has the title of its page in the language of that page, and says so', async () => {
    const { site } = await readToc({
      'en-us/guide/TOC.yml': '- href: a.md\n',
      'fr-fr/guide/TOC.yml': '- href: a.md\n',
      'fr-fr/guide/index.md': docfxPage('Accueil'),
    })
    const french = site.contents.find(({ locale }) => locale === 'fr-FR')
    expect(french?.items).toEqual([
      { title: 'Assess', lang: 'en-US', href: '/fr-fr/guide/a/', items: [] },
    ])
  })

  test('and without a page gives its place to what stands under it, and is reported', async () => {
    const { drawn, lines } = await readTocYml('- uid: Foo\n- items:\n  - name: A\n    href: a.md\n')
    expect(drawn).toEqual(['A → a/'])
    expect(lines).toEqual([
      'en-us/guide/TOC.yml:1:3 warning toc-entry',
      'en-us/guide/TOC.yml:2:3 warning toc-entry',
    ])
  })
})

test('an entry with a name only is a heading over others, whatever its uid', async () => {
  const { drawn, lines } = await readTocYml('- name: Types\n  uid: Foo.Bar\n')
  expect(drawn).toEqual(['Types'])
  expect(lines).toEqual([])
})

describe('an entry with a uid', () => {
  const named = {
    'en-us/guide/a.md': docfxPage('Assess').replace('---\n', '---\nuid: guide.assess\n'),
    'en-us/guide/map.yml':
      'references:\n- {uid: Other.Type, name: Type, href: "https://other.example/type"}\n',
    'en-us/guide/docfx.json': JSON.stringify({
      build: { content: '**/*.{md,yml}', xref: 'map.yml' },
    }),
  }
  const entries = (file: string, text: string) =>
    readToc({ ...named, [`en-us/guide/${file}`]: text })

  test.each([
    ['leads to the page that has it', 'TOC.yml', '- uid: guide.assess', 'Assess → a/'],
    ['may call it topicUid', 'TOC.yml', '- topicUid: guide.assess', 'Assess → a/'],
    ['keeps its name', 'TOC.yml', '- {name: Own, uid: guide.assess}', 'Own → a/'],
    ['may have it as an address', 'TOC.yml', '- {href: "xref:guide.assess"}', 'Assess → a/'],
    ['may have it as an address in TOC.md', 'TOC.md', '# [Own](xref:guide.assess)', 'Own → a/'],
    ['may be nothing else in TOC.md', 'TOC.md', '# @guide.assess', 'Assess → a/'],
    ['leads to its address before', 'TOC.yml', '- {uid: guide.assess, href: index.md}', 'Home → '],
    [
      'leads to what a map names',
      'TOC.yml',
      '- uid: Other.Type',
      'Type → https://other.example/type',
    ],
  ])('%s', async (_, file, text, expected) => {
    const { drawn, lines } = await entries(file, `${text}\n`)
    expect(drawn).toEqual([expected])
    expect(lines).toEqual([])
  })

  test('that nothing has, and without a name, is reported', async () => {
    expect((await entries('TOC.md', '# [Own](index.md)\n# @nothing\n')).lines).toEqual([
      'en-us/guide/TOC.md:2:1 warning toc-entry',
    ])
  })
})

test('a folder whose table is this very one stands for its first page', async () => {
  const { drawn, lines } = await readTocYml('- name: Home\n  href: ./\n')
  expect(drawn).toEqual(['Home → '])
  expect(lines).toEqual([])
})

test.each([
  ['typed with spaces', '[Two](two words.md)'],
  ['typed with spaces and a title', '[Two](two words.md "Both")'],
  ['in angle brackets', '[Two](<two words.md>)'],
  ['encoded', '[Two](two%20words.md)'],
])('an address %s finds its page', async (_, link) => {
  const { drawn, lines } = await readTocMd(`# ${link}\n`)
  expect(drawn).toEqual(['Two → two-words/'])
  expect(lines).toEqual([])
})

test('a file that a table of contents names is offered by the site', async () => {
  const { site, drawn, lines } = await readTocYml('- name: Tool\n  href: files/tool.zip\n')
  expect(drawn).toEqual(['Tool → files/tool.zip'])
  expect(site.offers).toMatchObject([{ to: '/en-us/guide/files/tool.zip' }])
  expect(lines).toEqual([])
})
