import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { directiveNames, guideProcessor } from '#plugins/guide/index.ts'
import { reportSyntax } from '#plugins/guide/syntax.ts'
import { guideOptions } from '../../support/guide-options.ts'

const processor = guideProcessor(guideOptions)

function messagesOf(text: string): string[] {
  const file = new VFile(text)
  reportSyntax(file, (typed) => processor.parse(typed), directiveNames)
  return file.messages
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
    .map(({ line, column, ruleId, reason }) => `${line}:${column} ${ruleId} ${reason}`)
}

const traps: readonly (readonly [typed: string, column: number, instead: string])[] = [
  ['export of data is slow.', 1, 'write `&#101;xport`'],
  ['import the file, then go.', 1, 'write `&#105;mport`'],
  ['## Heading {#custom}', 12, 'Write `:anchor{#custom}`'],
  ['## Heading {.wide}', 12, 'Write `\\{`'],
  ['Less than <5 items', 11, 'Write `\\<`'],
  ['Your <your-domain> here', 6, 'put a placeholder between backticks'],
  ['A {placeholder here', 3, 'Write `\\{`'],
  ['{{ page.title | upper }}', 1, 'Write `\\{`'],
  ['{% raw %}', 1, 'Write `\\{`'],
  ['One <!-- a comment --> here', 5, 'Write `{/* a comment */}`'],
  ['One <br> two', 5, 'Write `<br/>`'],
  ['One </br> two', 5, 'Write `<br/>`'],
  ['<img src="a.png" alt="A">', 1, 'Write `<img src="a.png" alt="A"/>`'],
  ['See <https://example.org/a>.', 5, 'Write `[words](https://example.org/a)`'],
  ['Mail <a@example.org>.', 6, 'Write `[words](mailto:a@example.org)`'],
  ['<a href=b.mdx>words</a>', 1, 'Write `name="value"`'],
  ['<p>Not closed', 1, 'Write `</p>`'],
  ['A heading <div>\n===', 11, 'Write `</div>`'],
  [':::procedure{by=a b=}', 13, 'The attributes of `:::procedure` cannot be read'],
]

test.each(traps)('`%s` is reported with what to write instead', (typed, column, instead) => {
  expect(messagesOf(`Before.\n\n${typed}\n\nAfter.\n`)).toEqual([
    expect.stringMatching(new RegExp(`^3:${column} mdx-syntax `)),
  ])
  expect(messagesOf(`Before.\n\n${typed}\n`)[0]).toContain(instead)
})

test('all of them are reported at once', () => {
  const lines = traps.map(([typed]) => typed).filter((typed) => !typed.includes('\n'))
  const messages = messagesOf(`${lines.join('\n\n')}\n`)
  expect(messages.map((message) => Number(/^\d+/.exec(message)?.[0]))).toEqual(
    lines.map((_, index) => index * 2 + 1),
  )
})

test('an unknown directive whose attributes cannot be read is reported as unknown, too', () => {
  expect(messagesOf('::note{a="b}\n')).toEqual([
    expect.stringContaining('1:1 directive-unknown There is no directive `::note`'),
    expect.stringContaining('1:7 mdx-syntax The attributes of `::note`'),
  ])
})

test('each merge conflict is reported once', () => {
  const conflict = '<<<<<<< HEAD\nOne.\n=======\nTwo <b>.\n>>>>>>> main\n'
  expect(messagesOf(`Before.\n\n${conflict}\n> Quote\n\n<<<<<<< ours\r\nThree.\r\n`)).toEqual([
    expect.stringContaining('3:1 merge-conflict `<<<<<<< HEAD` is left over from a merge in Git.'),
    expect.stringContaining('6:5 mdx-syntax'),
    expect.stringContaining('11:1 merge-conflict `<<<<<<< ours`'),
  ])
})

test('a guide in MDX has no problem', () => {
  expect(messagesOf('Words `{` and `<b>`, \\{ and \\<.\n\n{/* a comment */}\n')).toEqual([])
})
