/** Cells of CSV as spreadsheets write it, of which one is written and every other byte stays. */
import { expect, test } from 'vitest'
import { cellsOf, mergedCells, withCells } from '#src/translation/glossary/cells.ts'
import { randomOf } from '../../support/random.ts'

const values = (text: string) => cellsOf(text)?.map((row) => row.map(({ value }) => value))

function changed(text: string, row: number, column: number, value: string): string | undefined {
  const cell = cellsOf(text)?.[row]?.[column]
  return cell && withCells(text, [{ cell, value }])
}

test('a cell may hold quotes, delimiters and line ends', () => {
  expect(values('a;b\r\n"x;\r\ny";"say ""no"""\r\n')).toEqual([
    ['a', 'b'],
    ['x;\r\ny', 'say "no"'],
    [''],
  ])
  expect(values('a,b\n,\n')).toEqual([['a', 'b'], ['', ''], ['']])
})

test('a cell keeps its quotes and gets those that it needs', () => {
  const text = 'a;b\n"one";two\n'
  expect(changed(text, 1, 0, 'un')).toBe('a;b\n"un";two\n')
  expect(changed(text, 1, 1, 'deux')).toBe('a;b\n"one";deux\n')
  expect(changed(text, 1, 1, 'deux; « 2 »')).toBe('a;b\n"one";"deux; « 2 »"\n')
  expect(changed(text, 1, 1, 'dit "deux"')).toBe('a;b\n"one";"dit ""deux"""\n')
})

test.each(['a;b\n"one;two\n', 'a;b\n"one"x;two\n', 'a;b\n"one";"t"wo"\n'])(
  'damaged quotes are not guessed at: %j',
  (text) => {
    expect(cellsOf(text)).toBeUndefined()
  },
)

test('two versions of a file are merged unless both changed the same cell', () => {
  const was = 'a;b\n1;2\n'
  expect(mergedCells(was, ['a;b\nx;2\n', 'a;b\n1;"y;z"\n'])).toBe('a;b\nx;"y;z"\n')
  expect(mergedCells(was, ['a;b\nx;2\n', 'a;b\ny;2\n'])).toBeUndefined()
  expect(mergedCells(was, ['a;b\nx;2\n3;4\n', was])).toBeUndefined()
})

test('any value that is written into a cell is read from it, and no other cell changes', () => {
  const { int, pick } = randomOf(7)
  const signs = ['a', 'é', ';', ',', '"', '""', ' ', '\n', '\r\n', '=', '\u00A0', '']
  const word = () => Array.from({ length: 4 }, () => pick(signs)).join('')
  for (let count = 0; count < 300; count++) {
    const row = [word(), word()]
    const table = [['term;', 'x'], row, [word(), 'z']]
    const text = table
      .map((values) => values.map((value) => `"${value.replaceAll('"', '""')}"`).join(';'))
      .join('\n')
    const [column, value] = [int(2), word()]
    const result = changed(text, 1, column, value) ?? ''
    expect(values(result)).toEqual(table.with(1, row.with(column, value)))
  }
})
