/** Pages with HTML, codes and odd signs, generated from a seed, and what a round trip makes of them. */
import { expect } from 'vitest'
import { accept } from '#src/translation/formats/accept.ts'
import { readCsv, writeCsv } from '#src/translation/formats/csv.ts'
import { readPo, writePo } from '#src/translation/formats/po.ts'
import type { ReadFile } from '#src/translation/formats/read-unit.ts'
import type { UnitSet } from '#src/translation/formats/unit.ts'
import { writeAccepted } from '#src/translation/formats/write-accepted.ts'
import { readXliff12, writeXliff12 } from '#src/translation/formats/xliff12.ts'
import { readXliff21, writeXliff21 } from '#src/translation/formats/xliff21.ts'
import { outline } from '#src/translation/import/outline.ts'
import { pageOf, setOf } from './pages.ts'
import { pseudo } from './pseudo.ts'

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function generatedPage(seed: number, dialect: 'guide' | 'docfx'): string {
  const random = randomOf(seed)
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)]!
  const words = () =>
    Array.from({ length: 1 + Math.floor(random() * 5) }, () =>
      pick([
        'server',
        'write down',
        'the people',
        'ask',
        'old',
        'R&D',
        '“quoted”',
        'naïve',
        '50 %',
      ]),
    ).join(' ')
  const isGuide = dialect === 'guide'
  const inline = (depth = 0): string => {
    const inner = () => (depth < 2 ? inline(depth + 1) : words())
    const forms = [
      words,
      words,
      () => `${words()} <u>${inner()}</u> ${words()}`,
      () => `${words()} <a href="a${seed}.md">${words()}</a>`,
      () => `<kbd>${words()}</kbd> ${words()}`,
      () => `${words()}<br/>${words()}`,
      () => `${words()} <img src="a.png" alt="${words().replaceAll('"', '')}"/> ${words()}`,
    ]
    return pick(forms)()
  }
  const markdown = () => `${words()} **${words()}** \`code\` [${words()}](b.md) ${inline()}`
  const prefix = () => (isGuide ? '' : pick(['', '', '> ', '']))
  const table = () => {
    const cells = () => Array.from({ length: 2 }, () => `<td>${inline()}</td>`).join('')
    const rows = Array.from({ length: 1 + Math.floor(random() * 3) }, () => `<tr>${cells()}</tr>`)
    return `<table><tbody>${isGuide ? rows.join('') : `\n${rows.join('\n')}\n`}</tbody></table>`
  }
  const blocks = [
    () => `${pick(['##', '###'])} ${words()}`,
    markdown,
    table,
    () => `<details>\n<summary>${inline()}</summary>\n\n${markdown()}\n\n</details>`,
    () => `<ul>\n<li>${inline()}</li>\n<li>${inline()}</li>\n</ul>`,
    () => `<div>\n<p>${inline()}</p>\n</div>`,
    () =>
      `<figure>\n<img src="c.png" alt="${words().replaceAll('"', '')}"/>\n<figcaption>${inline()}</figcaption>\n</figure>`,
    () => `- ${markdown()}\n- ${inline()}`,
    () =>
      `| ${words()} | ${words()} |\n| - | - |\n| ${inline().replaceAll('|', '')} | ${words()} |`,
  ]
  const body = Array.from({ length: 3 + Math.floor(random() * 5) }, () => {
    const mark = prefix()
    return pick(blocks)()
      .split('\n')
      .map((line) => mark + line)
      .join('\n')
  })
  const meta = `---\ntitle: Page ${seed}\ndescription: Words about it\n---\n`
  const text = [meta, ...body, ''].join('\n\n')
  return random() < 0.2 ? text.replaceAll('\n', '\r\n') : text
}

const formats: [string, (set: UnitSet) => string, (text: string, name: string) => ReadFile][] = [
  ['PO', writePo, readPo],
  ['XLIFF 1.2', writeXliff12, readXliff12],
  ['XLIFF 2.1', writeXliff21, readXliff21],
  ['CSV', writeCsv, readCsv],
]

/** Export and import unchanged in every format, then translate every unit; structure and codes stay. */
export function checkRoundTrip(seed: number, dialect: 'guide' | 'docfx'): number {
  const text = generatedPage(seed, dialect)
  const name = dialect === 'guide' ? 'page.mdx' : 'page.md'
  const source = pageOf(text, { name })
  const target = pageOf(text, { name, locale: 'fr-FR' }, source)
  const set = setOf([{ dialect, source, target }], 'generated')
  for (const [format, write, read] of formats) {
    const { accepted, refused, messages } = accept(read(write(set), format), set)
    expect([seed, format, accepted.length, refused, messages]).toEqual([seed, format, 0, [], []])
  }
  const file = pseudo(set)
  const result = accept(file, set)
  const problems = result.refused.map(({ id, message }) => `${id} ${message.reason}`)
  expect([seed, problems]).toEqual([seed, []])
  const [changed] = writeAccepted(result.accepted, set)
  expect([seed, changed?.messages.map(({ reason }) => reason)]).toEqual([seed, []])
  const after = pageOf(changed?.text ?? '', { name, locale: 'fr-FR' }, source)
  expect([seed, outline(after.text, dialect)]).toEqual([seed, outline(text, dialect)])
  const translated = setOf([{ dialect, source, target: after }], 'generated')
  const reports = (units: UnitSet['units'], key: 'source' | 'target') =>
    units.map((unit) =>
      unit[key]?.map((part) => (part.kind === 'text' ? '' : `${part.kind}${part.id}`)),
    )
  expect([seed, reports(translated.units, 'target')]).toEqual([seed, reports(set.units, 'source')])
  return set.units.length
}
