import { describe, expect, test } from 'vitest'
import { type Tree, readDocfxTree } from '../support/tree.ts'

const page = (title: string) => `---\ntitle: ${title}\ndescription: About it\n---\n# ${title}\n`

const first = 'en-us/.openpublishing.redirection.json'
const second = 'en-us/.openpublishing.redirection.two.json'

/** One entry on a line, from line 2. */
const file = (...entries: readonly object[]) =>
  `{"redirections": [\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]}`

const moved = (source: string, target: string) => ({
  source_path: `guide/${source}`,
  redirect_url: target,
})

/** Old addresses and their targets, without what all have in common. */
async function read(tree: Tree) {
  const { site, lines, problems } = await readDocfxTree({
    'en-us/guide/a.md': page('A'),
    'en-us/guide/sub/b.md': page('B'),
    'en-us/guide/tool.zip': 'zip',
    ...tree,
  })
  const redirects = Object.fromEntries(
    site.contents.flatMap((content) =>
      content.redirects.map(({ from, to }) => [from.replace('/en-us/guide/', ''), to]),
    ),
  )
  return { site, lines, problems, redirects }
}

const a = '/en-us/guide/a/'

describe('a redirection leads', () => {
  test.each([
    ['to a page by its path on the site', moved('old.md', '/guide/a'), { 'old/': a }],
    ['to a page by its file', moved('old.md', '/guide/a.md'), { 'old/': a }],
    [
      'to a page beside the old file',
      moved('sub/old.md', 'b'),
      { 'sub/old/': '/en-us/guide/sub/b/' },
    ],
    [
      'to a page from Microsoft’s host',
      moved('old.md', 'https://docs.microsoft.com/guide/a'),
      { 'old/': a },
    ],
    ['to an anchor', moved('old.md', '/guide/a?view=1#a'), { 'old/': `${a}?view=1#a` }],
    [
      'to another site, its spaces encoded',
      moved('old.md', 'https://other.example/a b?c d#e f'),
      { 'old/': 'https://other.example/a%20b?c%20d#e%20f' },
    ],
    [
      'to another site, what is encoded kept',
      moved('old.md', 'https://other.example/a%20b'),
      { 'old/': 'https://other.example/a%20b' },
    ],
    [
      'to a file, which the site offers',
      moved('old.md', '/guide/tool.zip'),
      { 'old/': '/en-us/guide/tool.zip' },
    ],
    [
      'with an id for Microsoft’s own use',
      { ...moved('old.md', '/guide/a'), redirect_document_id: true },
      { 'old/': a },
    ],
  ])('%s', async (_, entry, expected) => {
    const { redirects, lines } = await read({ [first]: file(entry) })
    expect(redirects).toEqual(expected)
    expect(lines).toEqual([])
  })

  test('along a chain through several files, in any order', async () => {
    const { redirects, lines } = await read({
      [first]: file(moved('one.md', '/guide/two'), moved('three.md', '/guide/a')),
      [second]: file(moved('two.md', 'three.md')),
    })
    expect(redirects).toEqual({ 'one/': a, 'two/': a, 'three/': a })
    expect(lines).toEqual([])
  })
})

describe('a redirection is reported at its place, and the others kept:', () => {
  const good = moved('good.md', '/guide/a')

  test.each([
    ['one without a target', { source_path: 'guide/x.md' }, '2:16 warning redirect-entry'],
    ['one with an empty target', moved('x.md', ' '), '2:16 warning redirect-entry'],
    [
      'one with a target that is no text',
      { ...moved('x.md', ''), redirect_url: 7 },
      '2:16 warning redirect-entry',
    ],
    ['one without a source', { redirect_url: '/guide/a' }, '2:1 warning redirect-entry'],
    [
      'one of a page that exists',
      moved('a.md', '/guide/sub/b'),
      '2:16 warning redirect-source-exists',
    ],
    [
      'one of an address that another file’s page has',
      moved('a/index.md', '/guide/sub/b'),
      '2:16 warning redirect-source-exists',
    ],
    ['one that comes back to itself', moved('x.md', '/guide/x'), '2:16 warning redirect-cycle'],
    [
      'one to an address that would run',
      moved('x.md', 'javascript:alert(1)'),
      '2:16 warning redirect-target-missing',
    ],
  ])('%s', async (_, entry, expected) => {
    const { redirects, lines } = await read({ [first]: file(entry, good) })
    expect(redirects).toEqual({ 'good/': a })
    expect(lines).toEqual([`${first}:${expected}`])
  })

  test('one to an anchor that is not there', async () => {
    const { redirects, lines } = await read({
      [first]: file(moved('x.md', '/guide/a#nowhere'), moved('y.md', '/guide/x')),
    })
    expect(redirects).toEqual({ 'x/': `${a}#nowhere`, 'y/': `${a}#nowhere` })
    expect(lines).toEqual([`${first}:2:16 warning link-anchor-missing`])
  })

  test('a second one of the same file, also from another list: the first stays', async () => {
    const { redirects, lines, problems } = await read({
      [first]: file(moved('x.md', '/guide/a'), moved('x.md', '/guide/sub/b')),
      [second]: file(moved('X.md', '/guide/sub/b')),
    })
    expect(redirects).toEqual({ 'x/': a })
    expect(lines).toEqual([
      `${first}:3:16 warning redirect-twice`,
      `${second}:2:16 warning redirect-twice`,
    ])
    expect(problems[1]?.reason).toContain(`\`${first}:2:16\``)
  })
})

test('a redirection of another docset is none of this one’s business', async () => {
  const { redirects, lines } = await read({ [first]: file({ source_path: 'other/x.md' }) })
  expect(redirects).toEqual({})
  expect(lines).toEqual([])
})

test('redirections of versions give way to the one of all versions, else to the first, and none is reported', async () => {
  const ofVersion = (source: string, target: string, moniker: string) => ({
    ...moved(source, target),
    monikers: [moniker],
  })
  const { redirects, lines } = await read({
    [first]: file(
      ofVersion('old.md', '/guide/sub/b', 'v-1'),
      ofVersion('older.md', '/guide/sub/b', 'v-1'),
      ofVersion('older.md', '/guide/a', 'v-2'),
      moved('old.md', '/guide/a'),
    ),
  })
  expect(redirects).toEqual({ 'old/': a, 'older/': '/en-us/guide/sub/b/' })
  expect(lines).toEqual([])
})
