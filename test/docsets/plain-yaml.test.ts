/** Front matter of plain lines, generated: it is what the `yaml` package reads, or left to it. */
import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { plainYaml } from '#src/docsets/plain-yaml.ts'

const keys =
  'title|ms.date|a|A|a-b|a_b|a b|a.|true|Null|NULL|y|no|<<|__proto__|constructor|"q"|1|é|?|- a|%a|---'.split(
    '|',
  )
const values =
  `|Words of a title|"Words: of # it"|'it''s'|'a "b"'|"a \\n b"|"a"b|"a" # c|'a' 'b'|a: b|a:b|a:|a #b|a#b|# a|
true|True|FALSE|null|~|yes|NaN|Infinity|.inf|e3|1|1.0|0x1f|0o7|1_000|01/02/2021|1/2/21|1/2|2021-01-02|12:30:45|&a b|*a|!a b|
!!str a|@a|\`a\`|a, b|[a]|a [b] {c}|{a}|>|\\||a \\||- a|-a|? a|a?|%a|a%|---|...|a ---|"a|'a|a"|a'b|" a "|a  b|é « x » !|中文|עברית|
true story|nulls|https://a.b/c?d#e|a\u00a0|a\u00a0b|a\u0085b|a\u2028b|a\ufeffb|a\u0007b|a\tb|a\t|\ud800|"\ud800"|😀 a|a 😀|ﬁ|''|""|a\\b|"'"|'"'|x:y: z|a :b|a\rb|"a\rb"|'a\rb'`
    .replaceAll('\n', '')
    .split(/(?<!\\)\|/)
    .map((value) => value.replaceAll('\\|', '|'))

test.each(['\n', '\r\n'])('of one, two and three lines, %j', (end) => {
  let plain = 0
  for (const key of keys) {
    for (const [index, value] of values.entries()) {
      const other = values[(index * 7 + 3) % values.length] ?? ''
      const line = `${key}: ${value}`
      const texts = [
        line,
        `${line}  `,
        `${key}:  ${value}`,
        `${line}${end}`,
        `first: one${end}${line}`,
        `${line}${end}last: ${other}`,
        `first: ${other}${end}${line}${end}last: two`,
        `${line}${end}  more`,
        `${line}${end}${end}more: a`,
        `${line}${end}title: again`,
        `${line}${end}# why`,
      ]
      for (const text of texts) {
        const result = plainYaml(text)
        if (!result) continue
        plain++
        const document = parseDocument(text, { logLevel: 'error', uniqueKeys: true })
        expect({ text, errors: document.errors }).toEqual({ text, errors: [] })
        expect({ text, result }).toEqual({ text, result: document.toJS() as unknown })
        expect(Object.keys(result)).toEqual(Object.keys(document.toJS() as object))
      }
    }
  }
  expect(plain).toBeGreaterThan(2000)
})

test('of what pages have', () => {
  const text = `title: "Get ready: assess"
description: What you need, and who does it.
ms.date: 7/01/2020
author: a-person
ms.topic: 'how-to'`
  expect(plainYaml(text)).toEqual(parseDocument(text).toJS())
})
