/** Words written into YAML of every form, generated: YAML reads them, and nothing else changes. */
import { expect, test } from 'vitest'
import { parseDocument, visit } from 'yaml'
import { withValues } from '#src/docsets/docfx/yaml-pages/yaml-values.ts'

const forms = [
  'plain words # why\n',
  "'single ''words'''   # why\n",
  '"double \\"words\\""\n',
  '|\n  one\n\n    two\n  three\n\n# why\n',
  '|-\n      one\n      two\n',
  '|+\n  one\n\n\n',
  '|2\n    one\n  two\n',
  '>\n  one\n  two\n\n  three\n',
  '>-\n  one\n\n\n  two\n',
  'plain\n  words\n\n  more\n',
  '"a\n  b"\n',
  "\n  - x: |\n      q\n    y: z\n  -   plain: a\n      b: 'c'\n",
  '\n- |\n  one\n- two\n-   >-\n  three\n',
  '&x words\nagain: *x\n',
]
const flowForms = ['[a, "b", \'c\']\n', '{a: b, c: "d"}\n']
const words =
  `a|a: b|# c|it's|"q"|- x|1. y|*z*|a #b|{a}|[x](y)|\`c\`|@d|%|é « x »|null|12|yes|a, b|a]|---|...|>`
    .split('|')
    .concat('|', 'a\u00a0: b', `${'x'.repeat(200)} y`)
const lines = ['a\nb', 'a\n\nb', 'a  \nb', 'a\n    code\n\nb', 'a\n---\nb', '  a\nb', '\ttab\n- x']

test.each([
  ['block', forms, [...words, ...lines]],
  ['flow', flowForms, [...words, ...lines]],
])('in %s style', (_, those, values) => {
  let count = 0
  for (const [index, form] of those.entries()) {
    const more = those[(index + 3) % those.length] ?? ''
    const text = `### YamlMime:FAQ\nfirst: ${form}then: ${more}`
    for (const file of [text, text.replaceAll('\n', '\r\n')]) {
      const scalars = scalarsIn(file)
      for (const [place, { offset, value }] of scalars.entries()) {
        for (const word of values) {
          const written = withValues(file, new Map([[offset, word]]))
          const [end] = /\n*$/.exec(String(value)) ?? []
          const wanted = scalars.map((item) => String(item.value)).with(place, word + end)
          expect(written && scalarsIn(written).map((item) => String(item.value)), file).toEqual(
            wanted,
          )
          expect(written?.match(/# why/g)?.length).toBe(file.match(/# why/g)?.length)
          expect(written?.replaceAll('\r\n', '').includes('\n')).toBe(!file.includes('\r'))
          count++
        }
      }
    }
  }
  expect(count).toBeGreaterThan(200)
})

function scalarsIn(file: string): { offset: number; value: unknown }[] {
  const scalars: { offset: number; value: unknown }[] = []
  visit(parseDocument(file), {
    Scalar(key, { value, range }) {
      if (key !== 'key') scalars.push({ offset: range?.[0] ?? 0, value })
    },
  })
  return scalars
}
