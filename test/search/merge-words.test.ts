import { expect, test } from 'vitest'
import { CborReader, type CborValue, encodeCbor } from '#src/search/cbor.ts'
import { mergeWords, type PartWords } from '#src/search/merge-words.ts'
import { decodeWords, encodeWords, readWords } from '#src/search/word-table.ts'

/** A chunk of one word, on pages that count from the one before. */
function chunk(word: string, pages: CborValue, variants: CborValue = []): Uint8Array {
  return encodeCbor([[[word, pages, variants]]])
}

/** A part as it comes from the cache. */
function part(chunks: Uint8Array[], firstPage: number, fields: number[] = []): PartWords {
  return { table: decodeWords(encodeWords(readWords(chunks))), firstPage, fields }
}

function read(chunks: ReturnType<typeof mergeWords>) {
  return chunks.map(({ from, to, content }) => [from, to, new CborReader(content).value()])
}

test('the pages of a word in the second part count from the last of the first', () => {
  const first = chunk('pare', [
    [1, [-25, 3], []],
    [2, [-25, 300], []],
  ])
  const second = chunk('pare', [
    [0, [-25, 70_000], []],
    [4, [-5, 1], []],
  ])
  const merged = mergeWords([part([first], 0), part([second], 500)])
  const pages = [
    [1, [-25, 3], []],
    [2, [-25, 300], []],
    [497, [-25, 70_000], []],
    [4, [-5, 1], []],
  ]
  expect(read(merged)).toEqual([['pare', 'pare', [[['pare', pages, []]]]]])
})

test('a field of metadata has one number in all parts, and an accent its own pages', () => {
  const accents = () => chunk('evaluer', [], [['évaluer', [[2, [], [-1, 4, -2, 1]]]]])
  const merged = mergeWords([part([accents()], 0, [0, 1]), part([accents()], 3, [5, 0])])
  const accented = [
    [2, [], [-1, 4, -2, 1]],
    [3, [], [-6, 4, -1, 1]],
  ]
  expect(read(merged)[0]?.[2]).toEqual([[['evaluer', [], [['évaluer', accented]]]]])
})

test('words are sorted by their bytes; a long list of pages has its own chunk', () => {
  const many = Array.from({ length: 6000 }, () => [1, [-25, 7], []])
  const words = ['zone', 'été', 'a', 'b'].map((word) => chunk(word, [[1, [-25, 1], []]]))
  const [long] = [chunk('le', many)]
  const merged = mergeWords([part([...words, long], 0)])
  expect(merged.map(({ from, to }) => [from, to])).toEqual([
    ['a', 'le'],
    ['zone', 'été'],
  ])
})

test('a file of another format is refused', () => {
  expect(() => readWords([encodeCbor([['pare']])])).toThrow('expected the format of Pagefind')
})
