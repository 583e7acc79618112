import { describe, expect, test } from 'vitest'
import { readGuideTree, type Result } from '../support/tree.ts'

const front = (title: string) => `---\ntitle: ${title}\ndescription: About it\n---\n`
const pageAt = ({ site }: Result, path: string) =>
  site.documents.find(({ page }) => page.path === path)?.page
const itemsIn = ({ site }: Result, tag: string) =>
  site.contents.find(({ locale }) => locale === tag)?.items

describe('a guide with HTML reports', () => {
  test.each([
    ['an image that is not there', '<img src="gone.png" alt="Gone"/>', 'error image-missing'],
    ['a link that leads nowhere', '<a href="/en/fasttrack/nope/">x</a>', 'error link-missing'],
    ['an address that would run', '<a href="javascript:alert(1)">x</a>', 'error jsx-unsafe'],
    ['a script', '<script>alert(1)</script>', 'error jsx-unsafe'],
    ['a second title', '<h1 id="second">Second</h1>', 'warning heading-title'],
    ['a component that there is not', '<PhaseDigram/>', 'error component-unknown'],
    ['a diagram of no phase', '<PhaseDiagram/>', 'error diagram-without-phases'],
    ['an expression', '{undefinedThing.x}', 'error mdx-expression'],
    ['an import', "import x from './x.ts'", 'error mdx-expression'],
  ])('%s', async (_, text, expected) => {
    const { lines } = await readGuideTree({
      'content/docs/en/move/index.mdx': `${front('Move')}${text}\n`,
    })
    expect(lines.map((line) => line.replace(/^.*?:(\d+):\d+ /, '$1 '))).toEqual([`5 ${expected}`])
  })

  test('no problem for a link to its own id', async () => {
    const { lines } = await readGuideTree({
      'content/docs/en/move/index.mdx': `${front('Move')}[Is it?](#is-it)\n\n<h4 id="is-it">Is it?</h4>\n`,
    })
    expect(lines).toEqual([])
  })
})

describe('a guide that cannot be read', () => {
  test.each([
    ['MDX', `${front('Déplacer')}<your-domain>\n`, 'Déplacer', 'fr-FR', 'mdx-syntax'],
    ['MDX, without a title', '<your-domain>\n', 'Move', 'en', 'mdx-syntax'],
    ['front matter', '---\ntitle: "D\n---\n', 'Move', 'en', 'front-matter-yaml'],
    [
      'front matter, which says a key twice',
      '---\ntitle: D\ndescription: E\ntitle: F\n---\n',
      'F',
      'fr-FR',
      'front-matter-repeated',
    ],
  ])(
    'for its %s is a page that its language lacks',
    async (_, text, title, contentLocale, ruleId) => {
      const result = await readGuideTree({
        'content/docs/en/move/index.mdx': front('Move'),
        'content/docs/fr-FR/move/index.mdx': text,
      })
      const alternates = [{ locale: 'en', path: '/en/move/' }]
      expect(pageAt(result, '/fr-fr/move/')).toMatchObject({
        kind: 'missing',
        title,
        contentLocale,
        alternates,
      })
      expect(pageAt(result, '/en/move/')).toMatchObject({ kind: 'guide', alternates })
      expect(result.problems).toContainEqual(
        expect.objectContaining({ file: 'content/docs/fr-FR/move/index.mdx', ruleId }),
      )
    },
  )

  test('has no content', async () => {
    const { site } = await readGuideTree({
      'content/docs/en/move/index.mdx': `${front('Move')}<your-domain>\n`,
    })
    expect(site.documents.map(({ content }) => content)).toEqual([undefined, undefined])
  })
})

describe('a page that a language lacks', () => {
  const tree = {
    'content/docs/en/move/index.mdx': front('Move'),
    'content/docs/en/move/assess.mdx': front('Assess'),
    'content/docs/fr-FR/move/index.mdx': front('Déplacer'),
    'content/docs/fr-FR/move/only.mdx': front('Seule'),
  }

  test('says which language its title is in, the translation’s too', async () => {
    const result = await readGuideTree(tree, ['index', 'assess', 'only'])
    expect(pageAt(result, '/fr-fr/move/assess/')).toMatchObject({
      title: 'Assess',
      contentLocale: 'en',
    })
    expect(pageAt(result, '/en/move/only/')).toMatchObject({
      title: 'Seule',
      contentLocale: 'fr-FR',
    })
  })

  test('says so in the navigation, where the pages that are there say nothing', async () => {
    const result = await readGuideTree(tree, ['index', 'assess', 'only'])
    expect(itemsIn(result, 'fr-FR')).toEqual([
      { title: 'Déplacer', href: '/fr-fr/move/', items: [] },
      { title: 'Assess', lang: 'en', href: '/fr-fr/move/assess/', items: [] },
      { title: 'Seule', href: '/fr-fr/move/only/', items: [] },
    ])
  })
})

describe('a file that is not a page', () => {
  test('because it is saved as .md is reported, once for each file', async () => {
    const { problems, lines } = await readGuideTree({
      'content/docs/en/move/index.mdx': front('Move'),
      'content/docs/en/move/plain.md': front('Plain'),
      'content/docs/en/move/shout.MDX': front('Shout'),
      'content/docs/en/move/list.csv': 'a,b',
    })
    expect(lines).toEqual([
      'content/docs/en/move/plain.md:1:1 warning guide-extension',
      'content/docs/en/move/shout.MDX:1:1 warning guide-extension',
    ])
    expect(problems[0]?.reason).toMatch(/^A `.md` file is no page of the site/)
  })

  test('because another has its address has its own problems reported, too', async () => {
    const { lines } = await readGuideTree(
      {
        'content/docs/en/move/index.mdx': front('Move'),
        'content/docs/en/move/a.mdx': front('A'),
        'content/docs/en/move/a/index.mdx': `${front('A')}[x](./gone.mdx)\n`,
      },
      ['index', 'a'],
    )
    expect(lines).toEqual([
      'content/docs/en/move/a/index.mdx:1:1 error page-twice',
      'content/docs/en/move/a/index.mdx:5:1 error link-missing',
    ])
  })
})

describe('a title', () => {
  test.each([
    ['2024', '2024'],
    ['1.10', '1.10'],
    ['"[Draft] Plan"', 'Plan'],
    ['  Move  ', 'Move'],
  ])('may be written as %s', async (typed, title) => {
    const result = await readGuideTree({ 'content/docs/en/move/index.mdx': front(typed) })
    expect(pageAt(result, '/en/move/')?.title).toContain(title)
    expect(result.lines).toEqual([])
  })

  test.each([
    ['[Draft] ', '`title`', 'a list'],
    ['{your plan}', '`title`', 'a map'],
    ['true', '`title`', '`true`'],
  ])('written as %s is told at its line, and nothing else', async (typed, key, match) => {
    const { problems } = await readGuideTree({
      'content/docs/en/move/index.mdx': `---\ndescription: About it\ntitle: ${typed}\n---\n`,
    })
    expect(problems).toMatchObject([
      { line: 3, column: 1, ruleId: 'front-matter-type', severity: 'error' },
    ])
    expect(problems[0]?.reason).toBe(
      `${key} is ${match}. Write text; put it between quotes if it looks like something else.`,
    )
  })

  test.each(['', '~', '"  "'])('that says nothing (%s) is missing', async (typed) => {
    const { lines } = await readGuideTree({ 'content/docs/en/move/index.mdx': front(typed) })
    expect(lines).toEqual(['content/docs/en/move/index.mdx:1:1 error front-matter-title'])
  })

  test('and a description are held to the same', async () => {
    const { lines } = await readGuideTree({
      'content/docs/en/move/index.mdx': '---\ntitle: Move\ndescription:\n  - a\n---\n',
    })
    expect(lines).toEqual(['content/docs/en/move/index.mdx:3:1 error front-matter-type'])
  })
})

test.each([
  ['a#b', 'a-b'],
  ['a?b', 'a-b'],
  ['100%', '100-'],
  ['%20', '-20'],
  ['a\\b', 'a-b'],
  ['a\tb', 'a-b'],
  ['a\nb', 'a-b'],
])('a guide may be named %j', async (name, slug) => {
  const text = '---\ntitle: A\ndescription: d\n---\n\nWords.\n'
  const toc = ['index', slug]
  const { lines, html } = await readGuideTree(
    {
      'content/docs/en/move/index.mdx': text,
      [`content/docs/en/move/${name}.mdx`]: text,
    },
    toc,
  )
  expect(lines).toEqual([])
  expect(html(`/en/move/${slug}/`)).toBe('<p>Words.</p>')
})
