/** What would stop a build is told where its author wrote it. */
import { expect, test } from 'vitest'
import { png, readDocfxTree } from '../support/tree.ts'

const page = (body: string, title = 'A') => `---\ntitle: ${title}\ndescription: d\n---\n\n${body}\n`
const name = 'étape'
const [composed, decomposed] = [name.normalize('NFC'), name.normalize('NFD')]

test('a name in decomposed Unicode is the page, picture and include that links name in composed', async () => {
  const { lines, site } = await readDocfxTree({
    [`en-us/guide/${decomposed}.md`]: page('Words.'),
    [`en-us/guide/${decomposed}.png`]: png,
    [`en-us/guide/includes/${decomposed}.md`]: 'Included.',
    'en-us/guide/TOC.md': `# [A](a.md)\n# [E](${composed}.md)\n`,
    'en-us/guide/a.md': page(
      `[it](${composed}.md) ![it](${composed}.png)\n\n[!INCLUDE [w](includes/${composed}.md)]`,
    ),
  })
  expect(lines).toEqual([])
  const paths = site.documents.map(({ page: { path } }) => path)
  expect(paths).toContain(encodeURI(`/en-us/guide/${composed}/`))
})

test('an anchor is the same place in either form of Unicode', async () => {
  const { lines } = await readDocfxTree({
    'en-us/guide/TOC.md': '# [A](a.md)',
    'en-us/guide/a.md': page(`## ${decomposed}\n\n[it](#${composed}) and [it](#${decomposed})`),
  })
  expect(lines).toEqual([])
})

test('two names with the same Unicode normalization are one address', async () => {
  const { lines } = await readDocfxTree({
    [`en-us/guide/${composed}.md`]: page('Words.'),
    [`en-us/guide/${decomposed}.md`]: page('Words.'),
    'en-us/guide/TOC.md': `# [E](${composed}.md)\n`,
  })
  expect(lines).toEqual([expect.stringMatching(/:1:1 warning page-twice$/)])
})

test('half a character in front matter is an error at its position', async () => {
  const { lines } = await readDocfxTree({
    'en-us/guide/TOC.md': '# [A](a.md)',
    'en-us/guide/a.md': page('Words.', '"\\ud800"'),
  })
  expect(lines).toEqual(['en-us/guide/a.md:2:8 error text-surrogate'])
})

test.each([
  ['p.svg', '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>', 'image-size'],
  ['p.bmp', png, 'image-format'],
] as const)('a picture %s that pages cannot show is reported', async (typed, bytes, rule) => {
  const { lines } = await readDocfxTree({
    'en-us/guide/TOC.md': '# [A](a.md)',
    'en-us/guide/a.md': page(`![a picture](${typed})`),
    [`en-us/guide/${decodeURIComponent(typed)}`]: bytes,
  })
  expect(lines).toEqual([`en-us/guide/a.md:6:1 warning ${rule}`])
})

test('a redirection with a name that no disk can hold is an error', async () => {
  const entry = { source_path: `guide/${'x'.repeat(600)}.md`, redirect_url: '/guide/a' }
  const { lines } = await readDocfxTree({
    'en-us/guide/TOC.md': '# [A](a.md)',
    'en-us/guide/a.md': page('Words.'),
    'en-us/.openpublishing.redirection.json': JSON.stringify({ redirections: [entry] }),
  })
  expect(lines).toEqual([
    expect.stringMatching(
      /^en-us\/\.openpublishing\.redirection\.json:1:\d+ warning redirect-long$/,
    ),
  ])
})

test('an absolute address of the site itself is reported, because no check follows it', async () => {
  const { lines } = await readDocfxTree({
    'en-us/guide/TOC.md': '# [A](a.md)',
    'en-us/guide/a.md': page('[it](https://x.example/gone) [other](https://other.example/)'),
  })
  expect(lines).toEqual(['en-us/guide/a.md:6:1 warning link-whole'])
})
