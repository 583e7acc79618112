import { describe, expect, test } from 'vitest'
import { type Tree, readDocfxTree } from '../support/tree.ts'

const page = (title: string) => `---\ntitle: ${title}\ndescription: About it\n---\n# ${title}\n`

/** A hub with these lines after its six first. */
async function readHub(yaml: string, more: Tree = {}, kind = 'Hub') {
  const head = `### YamlMime:${kind}\ntitle: Hub\nsummary: All of it\nbrand: m365\nmetadata:\n  description: About it\n`
  const { site, lines, problems } = await readDocfxTree({
    'en-us/guide/index.yml': head + yaml,
    'en-us/guide/a.md': page('A'),
    'en-us/guide/files/tool.zip': 'zip',
    ...more,
  })
  const document = site.documents.find(({ page: { kind: result } }) => result === 'hub')
  return {
    document,
    groups: document?.page.kind === 'hub' ? document.page.cards : undefined,
    lines,
    problems,
  }
}

const a = '/en-us/guide/a/'

describe('a hub shows', () => {
  test.each([
    [
      'a card without a link',
      'productDirectory:\n  items:\n  - title: Card\n    summary: Words\n',
      [{ cards: [{ title: 'Card', summary: 'Words', links: [] }] }],
    ],
    [
      'the link at a card’s foot after its others',
      'conceptualContent:\n  items:\n  - title: Card\n    links:\n    - {text: A, url: a.md}\n    footerLink: {text: See more, url: a.md}\n',
      [
        {
          cards: [
            {
              title: 'Card',
              links: [
                { text: 'A', href: a },
                { text: 'See more', href: a },
              ],
            },
          ],
        },
      ],
    ],
    [
      'a card’s own address beside its links',
      'tools:\n  items:\n  - title: Card\n    url: a.md\n    links:\n    - {text: Tool, url: a.md}\n',
      [
        {
          cards: [
            {
              title: 'Card',
              links: [
                { text: 'Card', href: a },
                { text: 'Tool', href: a },
              ],
            },
          ],
        },
      ],
    ],
    [
      'a link without a text as its address, and a text without an address as text',
      'tools:\n  items:\n  - title: Card\n    links:\n    - url: a.md\n    - text: Words\n',
      [{ cards: [{ title: 'Card', links: [{ text: 'a.md', href: a }, { text: 'Words' }] }] }],
    ],
    [
      'the words of a summary without their markup',
      'tools:\n  summary: "See [*the* page](a.md) and `code`"\n  items:\n  - title: Card\n    summary: "**Bold** <your-domain>"\n',
      [
        {
          summary: 'See the page and code',
          cards: [{ title: 'Card', summary: 'Bold <your-domain>', links: [] }],
        },
      ],
    ],
    [
      'the title over sections, and the line under them with its links',
      'additionalContent:\n  title: More\n  sections:\n  - title: One\n    items:\n    - {title: A, url: a.md}\n  footer: "[Here](a.md) or there"\n',
      [
        { title: 'More', cards: [] },
        {
          title: 'One',
          cards: [{ title: 'A', links: [{ text: 'A', href: a }] }],
          footer: [{ text: 'Here', href: a }, { text: ' or there' }],
        },
      ],
    ],
  ])('%s', async (_, yaml, expected) => {
    const { groups, lines } = await readHub(yaml)
    expect(groups).toEqual(expected)
    expect(lines).toEqual([])
  })

  test('its own summary without markup', async () => {
    const { document } = await readHub('', {
      'en-us/guide/index.yml': '### YamlMime:Hub\ntitle: Hub\nsummary: See [A](a.md)\n',
    })
    expect(document?.page).toMatchObject({ summary: 'See A', description: 'See A' })
  })

  test('the cards of a landing page', async () => {
    const { groups, lines } = await readHub(
      'landingContent:\n- title: Card\n  linkLists:\n  - linkListType: overview\n    links:\n    - {text: A, url: a.md}\n',
      {},
      'Landing',
    )
    expect(groups).toEqual([{ cards: [{ title: 'Card', links: [{ text: 'A', href: a }] }] }])
    expect(lines).toEqual([])
  })
})

describe('a hub reports', () => {
  test.each([
    ['a key that it does not know', 'banner: Words\n', '7:1 warning hub-key'],
    [
      'an unknown key of a card, not its settings',
      'tools:\n  items:\n  - title: Card\n    itemType: overview\n    imageSrc: x.png\n    note: Words\n',
      '12:5 warning hub-key',
    ],
    [
      'an entry that is no card',
      'tools:\n  items:\n  - title: Card\n  - Words\n',
      '10:5 warning hub-key',
    ],
    [
      'a value of another shape than it reads',
      'tools:\n  items:\n  - title: Card\n    links: a.md\n',
      '10:5 warning hub-key',
    ],
    [
      'a link to a page that is not there, where it stands a second time',
      'tools:\n  items:\n  - title: gone.md\n    url: gone.md\n',
      '10:10 warning link-missing',
    ],
    [
      'an anchor that is not there',
      'tools:\n  footer: "Go [on](a.md#nope)"\n',
      '8:20 warning link-anchor-missing',
    ],
  ])('%s', async (_, yaml, expected) => {
    expect((await readHub(yaml)).lines).toEqual([`en-us/guide/index.yml:${expected}`])
  })

  test('the key by its name, an entry by its number', async () => {
    const { problems } = await readHub('banner: Words\ntools:\n  items: [Words]\n')
    expect(problems.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('shows no `banner`'),
      expect.stringContaining('shows no `items[0]`'),
    ])
  })
})

test('a file that a hub names is offered by the site', async () => {
  const { document, lines } = await readHub(
    'tools:\n  items:\n  - title: Tool\n    url: files/tool.zip\n',
  )
  expect(document?.offers).toMatchObject([{ to: '/en-us/guide/files/tool.zip' }])
  expect(lines).toEqual([])
})
