/** Whole docsets to every format and back: nothing changes that nobody changed. */
import { beforeAll, describe, expect, test } from 'vitest'
import { outline } from '#src/translation/import/outline.ts'
import { accept } from '#src/translation/formats/accept.ts'
import { readCsv, writeCsv } from '#src/translation/formats/csv.ts'
import { readPo, writePo } from '#src/translation/formats/po.ts'
import type { ReadFile } from '#src/translation/formats/read-unit.ts'
import type { UnitSet } from '#src/translation/formats/unit.ts'
import { writeAccepted } from '#src/translation/formats/write-accepted.ts'
import { readXliff12, writeXliff12 } from '#src/translation/formats/xliff12.ts'
import { readXliff21, writeXliff21 } from '#src/translation/formats/xliff21.ts'
import { allSets, type PagePair, setOf } from './pages.ts'
import { pageOf } from './pages.ts'
import { sample } from '../../support/sample.ts'
import { pseudo } from './pseudo.ts'

let sets: UnitSet[]
beforeAll(() => void (sets = allSets()))

const formats: [string, (set: UnitSet) => string, (text: string, name: string) => ReadFile][] = [
  ['PO', writePo, readPo],
  ['XLIFF 1.2', writeXliff12, readXliff12],
  ['XLIFF 2.1', writeXliff21, readXliff21],
  ['CSV', writeCsv, readCsv],
]

describe.each(formats)('%s', (name, write, read) => {
  test('given back as it went out, it changes no byte and refuses nothing', () => {
    for (const set of sets) {
      const result = accept(read(write(set), name), set)
      expect(result.messages).toEqual([])
      expect(result.refused).toEqual([])
      expect(result.accepted).toEqual([])
      console.log(`${name}, ${set.docset}: ${result.unchanged} unchanged, ${result.pending} to do`)
    }
  })

  test('keeps every word and every code of a source, in their order', () => {
    for (const set of sets) {
      const units = new Map(read(write(set), name).units.map((unit) => [unit.id, unit]))
      for (const unit of set.units) {
        const match = units.get(unit.id)
        if (!match) continue
        const plain = (parts: readonly { kind: string }[] = []) =>
          parts.map((part) => ({ ...part, type: '', shown: '' }))
        expect(plain(match.source)).toEqual(plain(unit.source))
      }
    }
  })
})

test('with every unit translated, structure, links, ids and codes stay, and a second run changes nothing', () => {
  for (const whole of sets) {
    const pairs = sample(whole.pages, 8).flatMap(({ dialect, source, target }): PagePair[] =>
      target ? [{ dialect, source, target }] : [],
    )
    const set = setOf(pairs, whole.docset)
    const file = pseudo(set)
    const result = accept(file, set)
    expect(result.refused.map(({ id, message }) => [id, message.reason])).toEqual([])
    const changed = writeAccepted(result.accepted, set)
    expect(changed.flatMap(({ messages }) => messages.map(({ reason }) => reason))).toEqual([])
    const again = setOf(
      set.pages.flatMap(({ slug, dialect, source, target }): PagePair[] => {
        const text = changed.find((page) => page.slug === slug)?.text
        if (!target || text === undefined) return []
        expect(outline(text, dialect)).toEqual(outline(target.text, dialect))
        return [{ dialect, source, target: pageOf(text, target, source) }]
      }),
      set.docset,
    )
    expect(again.units.length).toBe(set.units.length)
    // `<span lang>` marks words that are in another language; the new ones are in none.
    const codes = ({ codes, extras }: UnitSet['units'][number]) =>
      [...codes, ...extras.filter(({ type }) => type !== 'span')].map(
        ({ type, data }) => `${type} ${data}`,
      )
    expect(again.units.map(codes)).toEqual(set.units.map(codes))
    const second = accept(file, again)
    expect(second.refused).toEqual([])
    expect(writeAccepted(second.accepted, again)).toEqual([])
    console.log(
      `${set.docset}: ${result.accepted.length} of ${set.units.length} written, ${result.unchanged} without words`,
    )
  }
})
