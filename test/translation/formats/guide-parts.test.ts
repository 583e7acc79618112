/** Tabs, cards and other parts of a guide go to translators and come back whole. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { accept } from '#src/translation/formats/accept.ts'
import { readPo, writePo } from '#src/translation/formats/po.ts'
import { writeAccepted } from '#src/translation/formats/write-accepted.ts'
import { readXliff21, writeXliff21 } from '#src/translation/formats/xliff21.ts'
import { outline } from '#src/translation/import/outline.ts'
import { pageOf, setOf } from './pages.ts'
import { pseudo } from './pseudo.ts'

const path = '../../fixtures/parts/part-is-plain-html-with-its-name/input.mdx'
const body = readFileSync(new URL(path, import.meta.url), 'utf8')
const text = `---\ntitle: Parts\ndescription: All of them.\n---\n\n${body}`
const source = pageOf(text)
const set = setOf([{ dialect: 'guide', source, target: pageOf(text, { locale: 'fr-FR' }, source) }])

test('their labels and texts are units, keys and badges are codes', () => {
  const texts = source.blocks.map((block) => block.text)
  for (const words of [
    'Windows',
    'If the program does not start',
    'How to add a domain',
    'Tenant',
    'The plan',
  ])
    expect(texts).toContain(words)
  const kinds = set.units.flatMap(({ codes }) => codes.map(({ shown }) => shown))
  expect(kinds).toEqual(expect.arrayContaining([':kbd', ':badge']))
})

describe.each([
  ['PO', writePo, readPo],
  ['XLIFF 2.1', writeXliff21, readXliff21],
] as const)('through %s', (format, write, read) => {
  test('they are the same parts in no language at all', () => {
    const spoken = new Map(pseudo(set).units.map((unit) => [unit.id, unit.target]))
    const units = set.units.map((unit) => {
      const target = spoken.get(unit.id)
      return { ...unit, state: 'translated' as const, ...(target && { target }) }
    })
    const result = accept(read(write({ ...set, units }), format), set)
    expect(result.refused.map(({ message }) => message.reason)).toEqual([])
    const [changed] = writeAccepted(result.accepted, set)
    expect(changed?.messages).toEqual([])
    expect(outline(changed!.text, 'guide')).toEqual(outline(text, 'guide'))
    for (const typed of [
      ':::tab[Wïndôws',
      ']{#windows}',
      ':kbd[Ctrl+S',
      ']{kind=tip}',
      '::video[Hôw',
      '::download[Thé plàn',
      ']{file=./plan.xlsx}',
    ])
      expect(changed!.text).toContain(typed)
  })
})
