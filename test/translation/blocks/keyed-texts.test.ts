/** Texts with keys, written as Markdown and read again. */
import { expect, test } from 'vitest'
import {
  type KeyedText,
  keyedMarkdown,
  onOneLine,
  wordsByKey,
} from '#src/translation/blocks/keyed-texts.ts'
import { readBlocks } from '#src/translation/blocks/read-blocks.ts'
import { randomOf } from '../../support/random.ts'

function readAgain(texts: readonly KeyedText[]): Map<string, string> {
  const yaml = keyedMarkdown('', texts, () => undefined)
  const page = { name: 'x', slug: 'x', locale: 'en', dialect: 'docfx' as const }
  return wordsByKey(readBlocks({ ...page, text: yaml.markdown, yaml }).blocks)
}

test('any characters in keys and texts are read back unchanged', () => {
  const { int, pick } = randomOf(3)
  const signs =
    'a|é| b|#|*x*|`|{n}|{a}{b}|[y](z)|<b>|&amp;|www.a.fr|c@d.fr|https://e.fr|\\|:::|$|~|_|!|\u00A0c|"|\n|1.|%|' +
    "'|:smile:|😀|«"
  const word = () => `w${Array.from({ length: int(7) }, () => pick(signs.split('|'))).join('')}`
  for (let count = 0; count < 300; count++) {
    const texts = Array.from({ length: 3 }, (_, index) => {
      return { key: `${word()}${index}`, words: word(), offset: 0 }
    })
    const expected = texts.map(({ key, words }) => [key, onOneLine(words)])
    expect([...readAgain(texts)]).toEqual(expected)
  }
})
