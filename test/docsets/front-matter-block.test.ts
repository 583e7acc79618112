import { htmlIn } from '#plugins/content.ts'
import { describe, expect, test } from 'vitest'
import { frontMatterBlock, withoutWrongFrontMatter } from '#src/docsets/front-matter-block.ts'
import { readDocfxTree, readGuideTree } from '../support/tree.ts'

const keys = 'title: Title\ndescription: Metadata'

/** What is wrong, its line, and words of the message. */
const wrong: readonly (readonly [name: string, text: string, line: number, words: string])[] = [
  ['a blank line before it', `\n---\n${keys}\n---\nWords.\n`, 2, 'begins on line 2'],
  ['a space before it', ` ---\n${keys}\n---\nWords.\n`, 1, 'space before its `---`'],
  ['four dashes', `----\n${keys}\n----\nWords.\n`, 1, 'begins with `----`'],
  ['two dashes', `--\n${keys}\n--\nWords.\n`, 1, 'begins with `--`'],
  ['four dashes at its end', `---\n${keys}\n----\nWords.\n`, 4, 'ends with `----`'],
  ['dots at its end', `---\n${keys}\n...\nWords.\n`, 4, 'ends with `...`'],
  ['a space before its end', `---\n${keys}\n ---\nWords.\n`, 4, 'ends with ` ---`'],
  ['no end', `---\n${keys}\n\nWords.\n`, 1, 'has no end'],
  ['no end, and a line across the page', `---\n${keys}\n\nWords.\n\n---\n\nMore.\n`, 1, 'no end'],
  ['no beginning', `${keys}\n---\n\nWords.\n`, 1, 'has no `---` before it'],
  ['plus signs', `+++\ntitle = "Title"\n+++\nWords.\n`, 1, 'is TOML'],
  [
    'Windows line ends',
    `\r\n---\r\n${keys.replace('\n', '\r\n')}\r\n---\r\nWords.\r\n`,
    2,
    'line 2',
  ],
]

describe.each(wrong)('front matter with %s', (_, text, line, title) => {
  test('is reported at its line and not read', async () => {
    const guides = await readGuideTree({ 'content/docs/en/move/index.mdx': text })
    const docfx = await readDocfxTree({ 'en-us/guide/index.md': text })
    for (const { problems } of [guides, docfx]) {
      const [result] = problems.filter(({ ruleId }) => ruleId.startsWith('front-matter'))
      expect(result).toMatchObject({ ruleId: 'front-matter-fence', line, severity: 'error' })
      expect(result?.reason).toContain(title)
      // What was not read says nothing of what it lacks.
      expect(problems.map(({ ruleId }) => ruleId)).not.toContain('front-matter-title')
    }
  })

  test('is never shown as text', async () => {
    const { site } = await readDocfxTree({ 'en-us/guide/index.md': text })
    const html = site.documents.map(({ content }) => htmlIn(content?.parts() ?? [])).join('')
    expect(html).toContain('Words.')
    expect(html).not.toMatch(/Metadata|title|Title/)
  })
})

test.each([
  ['spaces behind the dashes', `---  \n${keys}\n---\t\nWords.\n`],
  ['Windows line ends', `---\r\n${keys.replace('\n', '\r\n')}\r\n---\r\nWords.\r\n`],
  ['line ends of old Macs', `---\r${keys.replace('\n', '\r')}\r---\rWords.\r`],
  ['dashes in a value', `---\n${keys} --- and more\n---\nWords.\n`],
  ['text over lines', `---\ntitle: Title\ndescription: >\n  Two\n\n  ---\n---\nWords.\n`],
  ['a byte order mark', `\uFEFF---\n${keys}\n---\nWords.\n`],
])('front matter with %s is read', async (_, text) => {
  const { site, problems } = await readDocfxTree({ 'en-us/guide/index.md': text })
  expect(problems).toEqual([])
  expect(site.documents[0]?.page.title).toBe('Title')
})

test.each(['Words.\n', '---\n\n- A list\n', '\n***\nWords: none\n', '', '\n', 'Note: words\n'])(
  'a page that begins with %j has no front matter',
  (text) => {
    expect(frontMatterBlock(text)?.fault).toBeUndefined()
  },
)

test('a key that is there twice is a warning in docfx and an error in guides', async () => {
  const text = '---\ntitle: One\ntitle: Two\ndescription: About\n---\nWords.\n'
  const guides = await readGuideTree({ 'content/docs/en/move/index.mdx': text })
  const docfx = await readDocfxTree({ 'en-us/guide/index.md': text })
  expect(guides.lines).toContain('content/docs/en/move/index.mdx:3:1 error front-matter-repeated')
  expect(docfx.lines).toEqual(['en-us/guide/index.md:3:1 warning front-matter-repeated'])
})

test.each([
  ['half a character', '\\ud800', '2:8 error text-surrogate', 'A \uFFFD title'],
  ['a control character', '\\0', '2:1 warning front-matter-character', 'A  title'],
])('a title with %s is reported once', async (_, typed, line, title) => {
  const text = `---\ntitle: "A ${typed} title"\ndescription: About\n---\nWords.\n`
  const { site, lines } = await readDocfxTree({ 'en-us/guide/index.md': text })
  expect(lines).toEqual([`en-us/guide/index.md:${line}`])
  expect(site.documents[0]?.page.title).toBe(title)
})

test('masking keeps every other character in its place', () => {
  const text = `----\n${keys}\n----\r\nWords.\n`
  expect(withoutWrongFrontMatter(text)).toHaveLength(text.length)
  expect(withoutWrongFrontMatter(text).trim()).toBe('Words.')
})
