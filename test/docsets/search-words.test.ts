/** What is told of the search words of a language. */
import { expect, test } from 'vitest'
import { readSearchWords } from '#src/docsets/search-words.ts'
import { readGuideTree } from '../support/tree.ts'

const read = (text: string) => {
  const { words, messages } = readSearchWords(text, 'content/search/en.json')
  return { words, said: messages.map(({ line, column, reason }) => [line, column, reason]) }
}
const example = 'Write `{"stop": ["a the"], "synonyms": [["OneDrive", "SkyDrive"]]}`.'

test('the own files are read whole', async () => {
  for (const locale of ['en', 'fr-FR']) {
    const { default: own } = (await import(`#content/search/${locale}.json`)) as { default: object }
    expect(read(JSON.stringify(own))).toEqual({ words: own, said: [] })
  }
})

test('abbreviations of products that one language knows, the other knows, too', async () => {
  const known = async (locale: string) => {
    const { default: own } = (await import(`#content/search/${locale}.json`)) as {
      default: { synonyms: string[][] }
    }
    return own.synonyms.flat().filter((name) => /^[A-Z0-9]+( [A-Z0-9]+)*$/.test(name))
  }
  const french = await known('fr-FR')
  // « Boîte aux lettres », which English has no such word for.
  expect(french.filter((name) => name !== 'BAL').toSorted()).toEqual((await known('en')).toSorted())
})

test('what is no list of texts is left out, and named with its place', () => {
  const text = '{\n  "stop": "a the",\n  "synonyms": [["Yammer", 1], "Teams"],\n  "stopp": []\n}'
  expect(read(text)).toEqual({
    words: { stop: [], synonyms: [['Yammer'], []] },
    said: [
      [2, 11, `Search words are wrong: string in place of a list. ${example}`],
      [3, 27, `Search words are wrong: number in place of a text. ${example}`],
      [3, 31, `Search words are wrong: string in place of a list. ${example}`],
      [4, 3, `Search words are wrong: unknown key \`stopp\`. ${example}`],
    ],
  })
})

test('a file that is no JSON is an error of the site, as a file with a merge conflict is', async () => {
  const { lines } = await readGuideTree({
    'content/docs/en/move/index.mdx': '---\ntitle: T\ndescription: D\n---\n\nWords.\n',
    'content/search/en.json': '<<<<<<< ours\n{}\n',
  })
  expect(lines).toContain('content/search/en.json:1:1 error search-json')
})
