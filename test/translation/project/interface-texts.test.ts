/** A site’s own strings, which translators get as those of a page. */
import { expect, test } from 'vitest'
import { interfaceTextsOf } from '#src/translation/project/interface-texts.ts'
import { randomOf } from '../../support/random.ts'

const file = `{
    "site.tagline": "One place",

    "count.one": "{count} step of {total}",
    "odd":"a \\u00e9 \\"b\\"" , "empty": ""
}
`

const written = (text: string, words: Readonly<Record<string, string>>) =>
  interfaceTextsOf(text)?.write?.(new Map(Object.entries(words)))

test('a string is replaced in place: order, spaces and escapes of the others stay', () => {
  expect(written(file, { 'site.tagline': 'Un « lieu »', odd: 'a é "b"' })).toBe(
    file.replace('One place', 'Un « lieu »'),
  )
})

test('a string that the file lacks is added at the end, indented as the others', () => {
  expect(written('{\r\n\t"a": "1"\r\n}\r\n', { b: 'deux' })).toBe(
    '{\r\n\t"a": "1",\r\n\t"b": "deux"\r\n}\r\n',
  )
  expect(written('{}', { b: 'deux' })).toContain('"b": "deux"')
})

test('positions are those of the text in the file', () => {
  const texts = interfaceTextsOf(file)
  expect(texts?.placeOf({ line: 1, column: 1 })).toEqual({ line: 2, column: 22 })
  expect(texts?.placeOf({ line: 3, column: 1 })).toEqual({ line: 4, column: 19 })
})

test.each(['', '{"a": "b"', '{"a": "b",}', '["a"]', '{"a": "b"} x', '// c\n{"a": "b"}'])(
  'a damaged file has no texts: %j',
  (text) => {
    expect(interfaceTextsOf(text)).toBeUndefined()
  },
)

test('a value that is not a string is not changed', () => {
  const mixed = '{"a": 1, "b": "two", "c": {"d": "e"}}'
  expect(interfaceTextsOf(mixed)?.markdown).toBe('## <a name="b"></a>two\n')
  expect(written(mixed, { b: 'deux' })).toBe(mixed.replace('two', 'deux'))
  expect(written(mixed, { c: 'x' })).toBeUndefined()
})

test('any text that is written is read back, and nothing else changes', () => {
  const { pick } = randomOf(11)
  const signs = ['a', 'é', '"', '\\', '{n}', ' b', '\u00A0', '\t', '<b>', '😀', '`', '*', '\u2028']
  const words = () => Array.from({ length: 5 }, () => pick(signs)).join('')
  for (let count = 0; count < 300; count++) {
    const table = { a: words(), 'b.c': words(), __proto: words() }
    const now = { ...table, 'b.c': words().trim() }
    const text = written(JSON.stringify(table, undefined, 2), { 'b.c': now['b.c'] })
    expect(JSON.parse(text ?? '')).toEqual(now)
  }
})
